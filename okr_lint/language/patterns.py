"""The analysis' regular expressions: see ``okr_lint.patterns``."""

from okr_lint.patterns import late

__all__ = ["late"]
