"""The words of a statement for the distilled word weights, as feature names.

Chinese is not segmented: every run of one to four Han characters is offered, and the model's
vocabulary decides which of them are words.
"""

from __future__ import annotations

from operator import add

from okr_lint.patterns import late

LONGEST = 4
_WORD = late(r"[a-z][a-z'\-]*|[㐀-鿿]+")


def words(normal: str) -> set[str]:
    """English words and runs of Han characters of a folded text (``Analysis.normal``)."""
    found: set[str] = set()
    for run in runs_of(normal):
        if run[0] <= "z":
            found.add(run)
            continue
        parts = list(run)
        found.update(parts)
        for size in range(1, LONGEST):
            parts = list(map(add, parts, run[size:]))
            found.update(parts)
    return found


def runs_of(normal: str) -> list[str]:
    """The English words and unbroken lines of Han characters of a folded text, in order."""
    return _WORD.findall(normal)
