"""The one way in: choose a reader by format and finish the document."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath

from okr_lint.model import Document, Source
from okr_lint.readers.decode import decode
from okr_lint.readers.errors import ReadError
from okr_lint.readers.limits import check_size, error_at

# format -> (suffixes, module with ``read``, whether it reads bytes rather than decoded text)
FORMATS: dict[str, tuple[tuple[str, ...], str, bool]] = {
    "markdown": ((".md", ".markdown", ".mdx"), "okr_lint.readers.markdown", False),
    "text": (
        (".txt", ".text", ".adoc", ".asciidoc", ".wiki", ".mediawiki", ".org", ".tex", ".latex"),
        "okr_lint.readers.text",
        False,
    ),
    "rst": ((".rst", ".rest"), "okr_lint.readers.rst", False),
    "feishu": ((), "okr_lint.readers.json", False),
    "yaml": ((".yaml", ".yml"), "okr_lint.readers.yaml", False),
    "toml": ((".toml",), "okr_lint.readers.toml", False),
    "html": ((".html", ".htm", ".xhtml"), "okr_lint.readers.html", False),
    "csv": ((".csv", ".tsv", ".tab"), "okr_lint.readers.csv", False),
    "xlsx": ((".xlsx", ".xlsm", ".xls", ".ods"), "okr_lint.readers.workbook", True),
    "docx": ((".docx", ".docm"), "okr_lint.readers.docx", True),
    "json": ((".json", ".jsonl", ".ndjson"), "okr_lint.readers.json", False),
}


def format_of(path: str) -> str | None:
    """The format that a file name stands for, or None."""
    suffix = PurePath(path).suffix.lower()
    return next((name for name, (suffixes, _, _) in FORMATS.items() if suffix in suffixes), None)


def read_bytes(data: bytes, path: str, format: str | None = None) -> Document:
    """The document that some bytes hold.

    Raises:
        ReadError: unknown format, encoding or syntax; says where.
    """
    name = _known(format or format_of(path), path)
    _, module, binary = FORMATS[name]
    read = import_module(module).read
    document: Document = read(data, path) if binary else read(_decoded(data), path)
    document.number()
    return document


def read_text(text: str, path: str = "<text>", format: str = "markdown") -> Document:
    """The document that a decoded text holds."""
    _, module, binary = FORMATS[_known(format, path)]
    if binary:
        raise ReadError(f"the format {format} is binary; pass bytes")
    source = Source(text)
    check_size(source)
    document: Document = import_module(module).read(source, path)
    document.number()
    return document


def _decoded(data: bytes) -> Source:
    """The text of a format that is text; what is plainly no text is said to be none."""
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-")):
        raise ReadError("an office or PDF file under a text file's name; rename it or choose --input-format", 1, 1)
    source = decode(data)
    check_size(source)
    if (at := source.text.find("\0")) >= 0:
        raise error_at(source, at, "a NUL character: not a text file, or UTF-16 without a byte-order mark")
    return source


def _known(name: str | None, path: str) -> str:
    if name not in FORMATS:
        raise ReadError(f"no reader for {path!r}; choose one with --input-format ({', '.join(FORMATS)})")
    return name
