"""What a check says: a finding, its suggestions, and the edits that mend it."""

from __future__ import annotations

from collections.abc import Sequence

from okr_lint.lean_dataclasses import dataclass
from okr_lint.model.source import Span

SEVERITIES = ("off", "info", "warning", "error")


def worst(severities: list[str]) -> str:
    """The gravest of some severities; "off" where there is none."""
    return max(severities, key=SEVERITIES.index, default="off")


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace a source range by a text (already escaped for the format)."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A way to mend a finding.

    ``applicability`` is "safe" (form only), "unsafe" (a person should look) or "display" (a
    scaffold with blanks to fill in; ``text`` holds it).
    """

    title: str
    applicability: str
    edits: tuple[Edit, ...] = ()
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach of the guide at one place.

    Attributes:
        statement: id of the statement, or None for a whole file.
        span: source range; None for a whole file and in DOCX and XLSX (then ``place`` tells).
        source: "rule", "classifier" or "both".
        confidence: 0–1.
        fingerprint: hash of what it is about (``okr_lint.fingerprint``); "" until the linter sets it.
        why: short reasons in the message's language: word found, label and its drivers; a tuple, or
            ``Reasons``, which are put into words when read.
    """

    code: str
    name: str
    severity: str
    message: str
    statement: str | None
    span: Span | None
    place: str | None = None
    source: str = "rule"
    confidence: float = 1.0
    why: Sequence[str] = ()
    suggestions: tuple[Suggestion, ...] = ()
    related: tuple[str, ...] = ()
    language: str = "en"
    fingerprint: str = ""

    @property
    def order(self) -> tuple[int, str, str]:
        """Sort key: span, then code, then statement."""
        return (self.span.start if self.span else -1, self.code, self.statement or "")
