"""Mends again and again until nothing changes: one fix may open the way for the next."""

from __future__ import annotations

from dataclasses import dataclass

from okr_lint.fixes.apply import SAFE, UNSAFE, apply_fixes
from okr_lint.linter import FileResult, Linter
from okr_lint.model import Finding
from okr_lint.readers import ReadError, read_bytes

MOST_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Mended:
    """A file after its fixes.

    Attributes:
        data: its bytes.
        result: what is found in them.
        findings: what was mended, in the order in which it was.
    """

    data: bytes
    result: FileResult
    findings: tuple[Finding, ...] = ()


def mend(linter: Linter, data: bytes, path: str, format: str | None = None, *, unsafe: bool = False) -> Mended:
    """Apply the fixes of a file, in memory.

    A round after which the file could not be read, or that leads back to an earlier state, is not made.
    """
    result = linter.check_bytes(data, path, format)
    mended: list[Finding] = []
    seen = {data}
    for _ in range(MOST_ROUNDS):
        document = result.document
        if document is None or not document.source.text:
            break
        applied = apply_fixes(document.source.text, result.findings, UNSAFE if unsafe else SAFE)
        if not applied.findings or applied.text == document.source.text:
            break
        changed = document.source.encode(applied.text)
        if changed in seen or not _reads_back(changed, path, format, applied.text):
            break
        seen.add(changed)
        data, mended = changed, [*mended, *applied.findings]
        result = linter.check_bytes(data, path, format)
    return Mended(data, result, tuple(mended))


def _reads_back(data: bytes, path: str, format: str | None, text: str) -> bool:
    """Whether the bytes are read as this very text (an encoding that is guessed may be guessed otherwise)."""
    try:
        return read_bytes(data, path, format).source.text == text
    except ReadError:
        return False
