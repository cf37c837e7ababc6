"""Mends again and again until nothing changes: one fix may open the way for the next."""

from __future__ import annotations

from okr_lint.fixes.apply import SAFE, UNSAFE, choose
from okr_lint.fixes.verify import Reread, sound
from okr_lint.lean_dataclasses import dataclass
from okr_lint.linter import FileResult, Linter
from okr_lint.model import Document, Finding
from okr_lint.readers import ReadError, read_bytes

MOST_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Mended:
    """A file after its fixes.

    Attributes:
        data: its bytes.
        result: what is found in them.
        findings: what was mended, in the order in which it was.
        refused: findings whose fix would have changed more than what it is about; they are left to a person.
    """

    data: bytes
    result: FileResult
    findings: tuple[Finding, ...] = ()
    refused: tuple[Finding, ...] = ()


def mend(linter: Linter, data: bytes, path: str, format: str | None = None, *, unsafe: bool = False) -> Mended:
    """Apply the fixes of a file, in memory.

    Every round is read again: a fix after which anything but its own statement, label or comment reads otherwise is
    not made, nor is a round that leads back to an earlier state.
    """
    result = linter.check_bytes(data, path, format)
    mended: list[Finding] = []
    refused: list[Finding] = []
    seen = {data}
    for _ in range(MOST_ROUNDS):
        document = result.document
        if document is None or not document.source.text:
            break
        chosen = choose(result.findings, UNSAFE if unsafe else SAFE)
        kept, after = sound(document, chosen, _rereader(document, path, format))
        refused = [finding for finding, fix in chosen if (finding, fix) not in kept]
        if after is None or (changed := after.source.encode(after.source.text)) in seen:
            break
        seen.add(changed)
        data, mended = changed, [*mended, *(finding for finding, _ in kept)]
        result = linter.check_document(after)
    return Mended(data, result, tuple(mended), tuple(refused))


def _rereader(document: Document, path: str, format: str | None) -> Reread:
    """Reads a changed text as the file would be read: its encoding may be guessed otherwise, then the text differs."""

    def reread(text: str) -> Document | None:
        try:
            after = read_bytes(document.source.encode(text), path, format)
        except (ReadError, UnicodeEncodeError):
            return None
        return after if after.source.text == text else None

    return reread
