"""Two versions or cycles of the same OKRs: what became of each statement (D501–D504)."""

from okr_lint.history.changes import Change, compare
from okr_lint.history.results import results
from okr_lint.history.sides import SideError, Version, paired, read_side

__all__ = ["Change", "SideError", "Version", "compare", "paired", "read_side", "results"]
