"""Misspelt "objective" and "key result"."""

from __future__ import annotations

_TARGETS = {"objective": "objective", "objectives": "objective", "keyresult": "key_result", "keyresults": "key_result"}


def near_word(word: str) -> str | None:
    """The role of a misspelt "objective" or "key result" (at most two letters off), or None."""
    letters = "".join(c for c in word if c.isalpha())
    if not 7 <= len(letters) <= 12 or not letters.isascii():
        return None
    for target, role in _TARGETS.items():
        if (
            abs(len(target) - len(letters)) <= 2
            and letters not in ("objection", "objections")
            and _distance(letters, target) <= 2
        ):
            return role
    return None


def _distance(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]
