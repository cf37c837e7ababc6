"""Whether a verdict is still open, so that the words of the statement may tip it.

Cutting a Chinese statement into words costs many times the light layers. It is done only where the classifier
leans to the finding and is not sure: a sure label decides (with the rule's light evidence), and where the best
guess is another, light evidence keeps its lower severity.
"""

from __future__ import annotations

from okr_lint.classifier.types import Label


def is_open(label: Label | None, claim: str) -> bool:
    """Whether tokens may tip a finding that claims ``claim``; without a label always."""
    return label is None or (not label.sure and label.value == claim)
