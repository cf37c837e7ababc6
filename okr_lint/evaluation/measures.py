"""Macro-F1, Cohen's kappa, Spearman's rho and AUC, as ../shared/eval/evaluate.py counts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

Pairs = Sequence[tuple[Any, Any]]
LEAST_GOLD = 10


def counted(pairs: Pairs) -> list[Any]:
    """The values with at least ten gold statements; rarer ones are too few to score."""
    return sorted(value for value, n in Counter(gold for gold, _ in pairs).items() if n >= LEAST_GOLD)


def macro_f1(pairs: Pairs) -> float:
    """Mean F1 over the counted values of (gold, said) pairs; NaN where there is none."""
    values = counted(pairs)
    scores = []
    for value in values:
        hit = sum(gold == value == said for gold, said in pairs)
        either = sum(gold == value for gold, _ in pairs) + sum(said == value for _, said in pairs)
        scores.append(2 * hit / either if either else 0.0)
    return sum(scores) / len(scores) if scores else float("nan")


def kappa(pairs: Pairs) -> float:
    """Cohen's kappa of (gold, said) pairs."""
    n = len(pairs)
    if not n:
        return float("nan")
    observed = sum(gold == said for gold, said in pairs) / n
    left, right = Counter(gold for gold, _ in pairs), Counter(said for _, said in pairs)
    chance = sum(left[value] * right[value] for value in left) / n / n
    return 1.0 if chance == 1 else (observed - chance) / (1 - chance)


def ranks(values: Sequence[float]) -> list[float]:
    """Ranks from 0, ties at their mean."""
    order = sorted(range(len(values)), key=values.__getitem__)
    found = [0.0] * len(values)
    at = 0
    while at < len(order):
        end = at
        while end + 1 < len(order) and values[order[end + 1]] == values[order[at]]:
            end += 1
        for place in range(at, end + 1):
            found[order[place]] = (at + end) / 2
        at = end + 1
    return found


def spearman(left: Sequence[float], right: Sequence[float]) -> float:
    """Spearman's rank correlation; NaN for fewer than three pairs or a constant side."""
    if len(left) < 3:
        return float("nan")
    a, b = ranks(left), ranks(right)
    mean = (len(a) - 1) / 2
    cov = sum((x - mean) * (y - mean) for x, y in zip(a, b, strict=True))
    spread = (sum((x - mean) ** 2 for x in a) * sum((y - mean) ** 2 for y in b)) ** 0.5
    return cov / spread if spread else float("nan")


def auc(good: Sequence[float], bad: Sequence[float]) -> float:
    """How often a good one lies above a bad one, ties for half; NaN where one side is empty."""
    if not good or not bad:
        return float("nan")
    return sum((one > other) + 0.5 * (one == other) for one in good for other in bad) / len(good) / len(bad)
