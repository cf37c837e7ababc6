"""The objects that travel from reader to report: documents, statements, findings."""

from okr_lint.model.document import (
    Comment,
    Context,
    Document,
    KeyResult,
    Leftover,
    Objective,
    Statement,
)
from okr_lint.model.finding import SEVERITIES, Edit, Finding, Suggestion, worst
from okr_lint.model.source import Piece, Position, Source, Span, TextMap

__all__ = [
    "SEVERITIES",
    "Comment",
    "Context",
    "Document",
    "Edit",
    "Finding",
    "KeyResult",
    "Leftover",
    "Objective",
    "Piece",
    "Position",
    "Source",
    "Span",
    "Statement",
    "Suggestion",
    "TextMap",
    "worst",
]
