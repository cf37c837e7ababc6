"""Fixes, one or many at once: only those that change nothing but what they are about, as on the command line.

Runs in the working thread.
"""

from __future__ import annotations

from collections.abc import Iterable

from okr_lint.fixes.apply import choose
from okr_lint.fixes.verify import Fix, sound
from okr_lint.lsp.checking import Checked
from okr_lint.model import Document, Edit, Finding, Suggestion
from okr_lint.readers import ReadError


def edits_together(checked: Checked, findings: Iterable[Finding], levels: tuple[str, ...]) -> list[Edit]:
    """The edits of all fixes that can be made at once, in order of place.

    A text with them made is read again; a fix after which anything else reads otherwise is left out.
    """
    kept = _sound(checked, choose(findings, levels))
    return sorted({edit for _, fix in kept for edit in fix.edits}, key=lambda edit: edit.span)


def is_sound(checked: Checked, finding: Finding, fix: Suggestion) -> bool:
    """Whether a fix changes nothing but what it is about."""
    return bool(_sound(checked, [(finding, fix)]))


def _sound(checked: Checked, fixes: list[Fix]) -> list[Fix]:
    if not fixes or checked.document is None:
        return []
    return sound(checked.document, fixes, lambda text: _reread(checked, text))[0]


def _reread(checked: Checked, text: str) -> Document | None:
    try:
        return checked.linter.read_text(text, checked.path, checked.format)
    except ReadError:
        return None
