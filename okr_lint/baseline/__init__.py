"""Findings that are known and tolerated for now; a list that may only shrink."""

from okr_lint.baseline.baseline import Baseline, BaselineError, is_baseline

__all__ = ["Baseline", "BaselineError", "is_baseline"]
