"""Chinese words and their parts of speech by jieba's dictionary and algorithm (rjieba, in Rust).

rjieba is jieba itself, ready in a tenth of the time; tests/language/test_segment.py holds that it
cuts the whole corpus as jieba does. It writes no cache file and prints nothing.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

# concepts whose terms are words of our field that jieba's dictionary cuts apart or does not know
_NOUN_LEXICONS = ("outcome_noun", "deliverable_noun", "beneficiary", "vanity", "staffing")
FREQUENCY = 3000
POS = {
    "n": "NOUN", "v": "VERB", "a": "ADJ", "d": "ADV", "m": "NUM", "p": "ADP", "c": "CCONJ", "u": "PART",
    "r": "PRON", "q": "NOUN", "t": "NOUN", "f": "ADP", "s": "NOUN", "b": "ADJ", "z": "ADJ", "i": "X", "l": "X",
    "j": "NOUN", "y": "PART", "e": "INTJ", "o": "INTJ", "x": "X", "w": "PUNCT", "k": "PART", "h": "PART", "g": "NOUN",
}  # fmt: skip
_PUNCTUATION = frozenset(",.;:!?()[]{}<>|/\\\"'`~@#$%^&*-_=+，。；：！？、（）《》【】「」『』“”‘’…—·→≥≤±×")


class Word(NamedTuple):
    """A word with jieba's tag ("vn") and the universal part of speech ("VERB")."""

    start: int
    end: int
    tag: str
    pos: str


def user_words() -> list[str]:
    """The words that we add to jieba's dictionary, all as nouns."""
    from okr_lint.language.packing import members
    from okr_lint.paths import compiled_data

    lexicons = compiled_data()["lexicons"]
    wanted = {lexicons["names"].index(name) for name in _NOUN_LEXICONS}
    return [
        form
        for form, entry in zip(lexicons["forms"].split("\n"), lexicons["entries"].split("\n"), strict=True)
        if 2 <= len(form) <= 6
        and all("㐀" <= char <= "鿿" for char in form)
        and any(index in wanted for index, *_ in members(form, entry))
    ]


@lru_cache(maxsize=1)
def _engine() -> Any:
    import rjieba  # loads its dictionary for the instance behind its functions: another one would load it again

    for word in user_words():
        rjieba.add_word(word, FREQUENCY, "n")
    return rjieba


def words(normal: str) -> list[Word]:
    """The words of a folded text; together they cover it without gap or overlap."""
    made: list[Word] = []
    place = 0
    for word, tag in _engine().tag(normal):
        end = place + len(word)
        made.append(Word(place, end, *_tagged(word, tag)))
        place = end
    return made


def _tagged(word: str, tag: str) -> tuple[str, str]:
    if word in _PUNCTUATION:
        return "w", "PUNCT"
    if word.isspace():
        return "x", "SPACE"
    if word[0].isdigit():
        return "m", "NUM"
    if tag == "zg":  # jieba's tag for single characters of unknown use
        return tag, "X"
    return tag, POS.get(tag[:1], "X")
