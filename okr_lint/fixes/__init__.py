"""Edits applied to a source: whole suggestions or none of them, byte for byte the same around them."""

from okr_lint.fixes.apply import apply_edits, choose
from okr_lint.fixes.rounds import Mended, mend

__all__ = ["Mended", "apply_edits", "choose", "mend"]
