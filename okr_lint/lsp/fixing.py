"""Which edits can be made together."""

from __future__ import annotations

from collections.abc import Iterable

from okr_lint.lsp.checking import Checked
from okr_lint.model import Edit, Finding, Suggestion


def first_fix(finding: Finding, levels: tuple[str, ...] = ("safe", "unsafe")) -> Suggestion | None:
    """The first suggestion that can be applied as it is."""
    return next((one for one in finding.suggestions if one.edits and one.applicability in levels), None)


def compatible(checked: Checked, findings: Iterable[Finding], levels: tuple[str, ...]) -> list[Edit]:
    """The edits of the first fixes that do not touch each other, in order; a fix is taken whole or not at all."""
    taken: list[Edit] = []
    for finding in findings:
        fix = first_fix(finding, levels)
        if fix is not None and not any(_touch(edit, other) for edit in fix.edits for other in taken):
            taken += fix.edits
    return sorted(taken, key=lambda edit: edit.span)


def _touch(one: Edit, other: Edit) -> bool:
    return one.span.start <= other.span.end and other.span.start <= one.span.end
