"""Fold a text for matching, one character for one character, so that offsets stay what they are."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SPACES = {0x00A0, 0x1680, 0x202F, 0x205F, 0x3000, 0x0009, *range(0x2000, 0x200B)}
_SINGLE = str.maketrans("“”„‟‘’‛′‐‑‒−﹣～〜∼≧≦⩾⩽﹪٪", "\"\"\"\"''''-----~~~≥≤≥≤%%")


class Folding(dict[int, str | int]):
    """A table for ``str.translate`` that works out a character once and remembers it.

    Half width, Simplified, lower case, plain quotes, hyphens and spaces; whatever would become two
    characters stays as it is.
    """

    def __init__(self, traditional: str = "", simplified: str = "") -> None:
        super().__init__()
        self._simplified = dict(zip(traditional, simplified, strict=True))

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if code in _SPACES:
            folded = " "
        elif code in _SINGLE:
            folded = chr(_SINGLE[code])
        else:
            if 0xFF00 <= code <= 0xFFEF or 0xF900 <= code <= 0xFAFF:
                wide = unicodedata.normalize("NFKC", char)
                char = wide if len(wide) == 1 else char
            lower = self._simplified.get(char, char).lower()
            folded = lower if len(lower) == 1 else char
        self[code] = folded
        return folded

    def fold(self, text: str) -> str:
        """The folded text; same length as ``text``."""
        return text.translate(self)


@lru_cache(maxsize=1)
def _folding() -> Folding:
    from okr_lint.paths import compiled_data

    return Folding(*compiled_data()["simplified"])


def normalise(text: str) -> str:
    """The text folded for matching: half width, Simplified, lower case; same length as ``text``."""
    if text.isascii():
        return text.lower().replace("\t", " ")
    return text.translate(_folding())
