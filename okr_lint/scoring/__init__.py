"""0-100 for statements, sets and files, always with its parts."""

from okr_lint.scoring.score import Score, score_document

__all__ = ["Score", "score_document"]
