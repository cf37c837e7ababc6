"""Labels of annotation-guidelines.md with calibrated confidence, and the quality rating."""

from okr_lint.classifier.types import Label, StatementLabels

__all__ = ["Label", "StatementLabels"]
