"""Zip containers (DOCX, XLSX, ODS): bounded unpacking, no entities, before any library touches them."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable
from io import BytesIO
from xml.parsers import expat

from okr_lint.readers.errors import ReadError

MAX_PACKED = 64 * 1024 * 1024
MAX_UNPACKED = 256 * 1024 * 1024
MAX_XML = 64 * 1024 * 1024
MAX_PARTS = 5_000
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)
_CHUNK = 1 << 20


def check_archive(data: bytes, what: str) -> None:
    """Unpack everything once, whatever sizes the container claims, and look for entity declarations.

    Args:
        what: what the file should be, for the message ("workbook", "Word document").

    Raises:
        ReadError: no zip file, encrypted, damaged, too large, or XML that declares entities.
    """
    if len(data) > MAX_PACKED:
        raise ReadError(f"larger than {MAX_PACKED >> 20} MB; not a {what} of OKRs")
    if not data.startswith(b"PK"):
        raise ReadError(f"not a {what}: no zip container (is the file name's ending right?)")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > MAX_PARTS:
                raise ReadError(f"more than {MAX_PARTS:,} parts in the container")
            total = 0
            for part in parts:
                total += _unpack(archive, part, MAX_UNPACKED - total)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, RuntimeError) as error:
        # RuntimeError is zipfile's word for a password, and for a compression that it does not know
        raise ReadError(f"not a readable {what}: {error}") from error


def _unpack(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> int:
    """The unpacked size of one part."""
    part.file_size = MAX_UNPACKED + 1  # read to the real end, not to the size that is claimed
    is_xml = part.filename.lower().endswith((".xml", ".rels", ".vml"))
    limit = min(left, MAX_XML) if is_xml else left
    size, tail = 0, b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > limit:
                raise ReadError(f"{part.filename} unpacks to more than {limit >> 20} MB (a zip bomb?)")
            if is_xml and _DOCTYPE.search(tail + chunk):
                raise ReadError(f"{part.filename} declares XML entities, which no office program writes")
            tail = chunk[-16:]
    return size


def damage_of(data: bytes, required: Iterable[str], said: object) -> str:
    """What is wrong with a container that a library could not read: the missing or damaged part, and where.

    Args:
        data: a container that ``check_archive`` let pass.
        required: parts without which there is no such document.
        said: the library's own words, for when nothing is found.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            for name in required:
                if name not in names:
                    return f"its part {name} is missing"
            for name in names:
                if not name.lower().endswith((".xml", ".rels")):
                    continue
                targets, error = _parsed(archive.read(name))
                if error:
                    return f"its part {name} is damaged: {error}"
                for target in targets if name.lower().endswith(".rels") else ():
                    if (path := _resolved(name, target)) not in names:
                        return f"its part {path} is missing"
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
        return f"its container is damaged: {error}"
    return f"its structure is damaged ({type(said).__name__}: {said})"[:300]


def _parsed(part: bytes) -> tuple[list[str], str | None]:
    """The parts that some XML relates to, and what is wrong with it."""
    targets: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "Relationship" and attributes.get("TargetMode") != "External":
            targets.append(attributes.get("Target", ""))

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        return [], f"{expat.ErrorString(error.code)}, line {error.lineno}, column {error.offset + 1}"
    return targets, None


def _resolved(rels: str, target: str) -> str:
    """The part that a target of a relationships part stands for."""
    base = posixpath.dirname(posixpath.dirname(rels))
    return posixpath.normpath(posixpath.join("/", base, target)).lstrip("/")
