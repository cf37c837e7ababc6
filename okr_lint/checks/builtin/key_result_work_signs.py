"""What the Chinese and the English search for signs of work share."""

from __future__ import annotations

from typing import NamedTuple

from okr_lint.language import Analysis

OWN_VERBS = frozenset({"activity_verb", "weak_verb", "own_verb", "upkeep", "hedge"})


class Work(NamedTuple):
    """A sign of work: its range, which message says it best, and whether it is plain enough for a warning."""

    start: int
    end: int
    message: str
    plain: bool


def speaks_of_work(analysis: Analysis, start: int) -> bool:
    """False for verbs of a product or a page: a client "supports" a format, a page is "updated"."""
    return not any(hit.start == start for hit in analysis.found("not_work"))
