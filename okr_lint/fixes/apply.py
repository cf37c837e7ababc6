"""Which suggestions can be applied together, and a text with their edits made."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from okr_lint.model import Edit, Finding, Suggestion

SAFE = ("safe",)
UNSAFE = ("safe", "unsafe")


def first_fix(finding: Finding, levels: tuple[str, ...]) -> Suggestion | None:
    """The first suggestion of a finding that can be applied as it is; none whose own edits overlap."""
    offered = (one for one in finding.suggestions if one.edits and one.applicability in levels)
    return next((one for one in offered if not _overlapping(one.edits)), None)


def choose(findings: Iterable[Finding], levels: tuple[str, ...] = SAFE) -> list[tuple[Finding, Suggestion]]:
    """The fixes that do not touch each other: the first in order of the source wins, a fix is taken whole.

    Findings that propose the very same edits are mended together.
    """
    offered = [(f, fix) for f in findings if (fix := first_fix(f, levels)) is not None]
    offered.sort(key=lambda one: min(edit.span for edit in one[1].edits))
    chosen: list[tuple[Finding, Suggestion]] = []
    taken: list[Edit] = []
    for finding, fix in offered:
        if any(fix.edits == other.edits for _, other in chosen):
            chosen.append((finding, fix))
        elif not _touching(fix.edits, taken):
            chosen.append((finding, fix))
            taken += fix.edits
    return chosen


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits made; equal ones count once.

    Line breaks in an edit become those of the text.

    Raises:
        ValueError: edits that touch each other.
    """
    ordered = sorted(set(edits), key=lambda edit: edit.span)
    if _overlapping(ordered):
        raise ValueError("edits that touch each other cannot be made together")
    newline = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    parts, at = [], 0
    for edit in ordered:
        parts += [text[at : edit.span.start], edit.text.replace("\r\n", "\n").replace("\n", newline)]
        at = edit.span.end
    return "".join([*parts, text[at:]])


def _overlapping(edits: Iterable[Edit]) -> bool:
    ordered = sorted(set(edits), key=lambda edit: edit.span)
    return any(one.span.end > other.span.start for one, other in pairwise(ordered))


def _touching(edits: Iterable[Edit], taken: list[Edit]) -> bool:
    return any(
        one.span.start <= other.span.end and other.span.start <= one.span.end for one in edits for other in taken
    )
