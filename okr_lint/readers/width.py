"""How many columns text and white space take in plain text."""

from __future__ import annotations


def columns(white: str) -> int:
    """The width of white space: a tab is four, a full-width space two."""
    return sum(4 if char == "\t" else 2 if char == "\u3000" else 1 for char in white if char in " \t\u3000")


def width_of(raw: str) -> int:
    """Columns that a line takes: a Chinese character takes two."""
    shown = raw.rstrip()
    return len(shown) if shown.isascii() else sum(2 if char >= "\u2e80" else 1 for char in shown)
