"""Agreement of the labellers: Fleiss' kappa for labels, Krippendorff's alpha (interval) for ratings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any


def fleiss_kappa(items: Sequence[Sequence[Any]]) -> float:
    """Fleiss' kappa of items that all have the same number of votes (Fleiss 1971).

    Returns:
        1.0 for perfect agreement, 0.0 for chance; NaN for no items.
    """
    if not items:
        return float("nan")
    raters = len(items[0])
    totals: Counter[Any] = Counter()
    observed = 0.0
    for votes in items:
        counts = Counter(votes)
        totals.update(counts)
        observed += (sum(n * n for n in counts.values()) - raters) / (raters * (raters - 1))
    observed /= len(items)
    chance = sum((n / (len(items) * raters)) ** 2 for n in totals.values())
    return 1.0 if chance == 1 else (observed - chance) / (1 - chance)


def krippendorff_alpha(items: Sequence[Sequence[float]]) -> float:
    """Krippendorff's alpha with the interval metric, for complete ratings."""
    values = [v for votes in items for v in votes]
    n = len(values)
    if n < 2:
        return float("nan")
    within = 0.0
    for votes in items:
        m = len(votes)
        within += sum((a - b) ** 2 for a in votes for b in votes) / (m - 1)
    mean = sum(values) / n
    expected = 2 * n * sum((v - mean) ** 2 for v in values) / (n - 1)
    return 1.0 if expected == 0 else 1 - within / expected
