"""Names of persons and teams, so that nobody is judged by what a name means elsewhere.

A name is told by how it stands in the sentence (a title before it, a verb of the third person after it, 负责的,
小队) and by common given names; it is blanked before anything else reads the statement, with letters that no
lexicon knows. What is no name for sure stays.
"""

from __future__ import annotations

from okr_lint.language.names_chinese import chinese_names
from okr_lint.language.names_english import english_names
from okr_lint.language.patterns import late

# what stands for a name in a folded text: as long as the name, one word or one run for all that follows
LATIN, HAN = "q", "亼"
BLANK = late(f"{LATIN}{{3,}}|{HAN}+")
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0x00A0: " "}
_HAS_HAN = late("[㐀-鿿]")


def names(text: str, folded: str) -> tuple[tuple[int, int], ...]:
    """Ranges of the names in a statement, in order, without overlap; ``folded`` is the text folded for matching."""
    if not text.isascii():
        text = text.translate(_HALF_WIDTH)  # names are told by capitals, which folding takes away
    find = chinese_names if _HAS_HAN.search(text) else english_names
    kept: list[tuple[int, int]] = []
    for start, end in sorted(find(text, folded), key=lambda one: (one[0], -one[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


def blanked(folded: str, found: tuple[tuple[int, int], ...]) -> str:
    """The folded text with names made unreadable; same length."""
    for start, end in found:
        sign = HAN if _HAS_HAN.search(folded, start, end) else LATIN
        folded = f"{folded[:start]}{sign * (end - start)}{folded[end:]}"
    return folded
