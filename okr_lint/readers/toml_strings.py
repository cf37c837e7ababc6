"""The four kinds of TOML strings, with the place of every character."""

from __future__ import annotations

from functools import partial

from okr_lint.model import Span, TextMap
from okr_lint.patterns import late
from okr_lint.readers.nodes import Scalar, verbatim

_KINDS = {
    '"': late(r'"((?:[^"\\\r\n]++|\\[^\r\n])*+)"'),
    "'": late(r"'([^'\r\n]*+)'"),
    '"""': late(r'"""(?:\r?\n)?((?:[^"\\]++|\\(?:.|\n)|"(?!"")|"(?="""(?!"))|"(?=""""(?!")))*+)"""', 16),  # 16: re.S
    "'''": late(r"'''(?:\r?\n)?((?:[^']++|'(?!'')|'(?='''(?!'))|'(?=''''(?!')))*+)'''"),
}
_PARTS = late(r"\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\[ \t]*(?:\r?\n)[ \t\r\n]*+|\\.|\r\n|[^\\\r]++|\r")
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


def string_at(text: str, at: int) -> tuple[Scalar, int] | None:
    """The string that begins at ``at`` and where it ends; None where there is none."""
    mark = text[at : at + 1]
    mark = mark * 3 if text.startswith(mark * 3, at) else mark
    match = _KINDS[mark].match(text, at) if mark in _KINDS else None
    if match is None:
        return None
    start, end = match.span(1)
    raw = text[start:end]
    escapes = mark[0] == '"'
    quoting = "json" if escapes else "plain"  # the escapes of JSON are escapes of TOML
    if "\r" not in raw and not (escapes and "\\" in raw):
        return Scalar(raw, Span(start, end), "string", quoting, verbatim), match.end()
    parts = [(_said(part.group(), escapes), *part.span()) for part in _PARTS.finditer(raw)]
    value = "".join(said for said, _, _ in parts)
    return Scalar(value, Span(start, end), "string", quoting, partial(_map, parts, start)), match.end()


def _said(part: str, escapes: bool) -> str:
    """What a part of the source stands for."""
    if part == "\r\n":
        return "\n"
    if part[0] != "\\" or not escapes:
        return part
    if part[1] in "uU":
        code = int(part[2:], 16) if len(part) > 2 else 0xFFFD
        return chr(code) if code < 0xD800 or 0xDFFF < code <= 0x10FFFF else "\ufffd"
    return _ESCAPES.get(part[1], "")  # a backslash before a line break takes the break with it


def _map(parts: list[tuple[str, int, int]], start: int, _: Scalar) -> TextMap:
    return TextMap.join([(len(said), start + begin, end - begin) for said, begin, end in parts])
