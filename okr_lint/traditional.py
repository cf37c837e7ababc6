"""What the tool says in Traditional characters, to a text that is written in them.

The tables are made from OpenCC when data is built (tools/traditional.py): characters, and pairs of characters in
which one has another form.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from okr_lint.paths import data_folder


@lru_cache(maxsize=1)
def _stored() -> dict[str, Any]:
    """Read where Chinese is spoken of only."""
    stored: dict[str, Any] = json.loads((data_folder("rules") / "traditional.json").read_text(encoding="utf-8"))
    return stored


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    stored = _stored()
    return dict(zip(*stored["characters"], strict=True)), stored["pairs"]


@lru_cache(maxsize=1)
def _telling() -> tuple[frozenset[str], frozenset[str]]:
    """Characters of the one script that the other does not know, Traditional first."""
    traditional, simplified = _stored()["telling"]
    return frozenset(traditional), frozenset(simplified)


def is_traditional(text: str) -> bool | None:
    """Whether a text is written in Traditional characters; None where it has none that tell."""
    if text.isascii():
        return None
    traditional, simplified = _telling()
    if traditional.isdisjoint(text):
        return None if simplified.isdisjoint(text) else False
    return sum((char in traditional) - (char in simplified) for char in text) > 0


def traditional(text: str, quoted: str = "") -> str:
    """A text of ours in Traditional characters; what it quotes stays as it is.

    Args:
        text: in Simplified characters.
        quoted: the author's words; a character of the text with its neighbour that stands in them is a quotation.
    """
    characters, pairs = _tables()
    made = [characters.get(char, char) for char in text]
    for i in range(len(text) - 1):
        if (pair := pairs.get(text[i : i + 2])) is not None:
            made[i : i + 2] = pair
    for i, char in enumerate(text):
        if made[i] != char and char in quoted and _is_quoted(text, i, quoted):
            made[i] = char
    return "".join(made)


def _is_quoted(text: str, at: int, quoted: str) -> bool:
    before, after = text[max(0, at - 1) : at + 1], text[at : at + 2]
    return (len(before) > 1 and before in quoted) or (len(after) > 1 and after in quoted)
