"""Zip containers (DOCX, XLSX, ODS): bounded unpacking, no entities, before any library touches them."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

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
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, KeyError) as error:
        raise ReadError(f"not a readable {what}: {error}") from error
    except RuntimeError as error:  # zipfile's word for a password
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
