"""What a goal speaks of: its content words, and those of them that narrow it down."""

from __future__ import annotations

import re
from functools import lru_cache

from okr_lint.alignment.general_words import general_words
from okr_lint.checks.remainder import is_function_word
from okr_lint.language import Analysis

# Lexicons whose words say that something is to get better, be done or matter, but not what it is.
_GENERAL = frozenset(
    "abstract_noun empty_verb cliche vague_degree hedge slogan upkeep manner outcome_verb direction_up direction_down "
    "weak_verb benefit success_word success_claim modal open_work activity_verb effect_verb own_verb means purpose "
    "number_word takes_place calendar long_horizon duty_phrase absolute absolute_weak pivot_verb".split()
)
_WORD = re.compile(r"[a-z][a-z0-9+#'’-]*")
_NAMING = ("n", "v", "a", "b", "e", "j", "l", "i", "s", "z")  # first letters of jieba's tags of content words
_HAN = re.compile(r"[㐀-鿿]")


def content(analysis: Analysis) -> dict[str, bool]:
    """The content words of a statement, English ones as stems; True where one narrows the statement down."""
    cached = analysis.__dict__.get("_alignment_words")
    if cached is None:
        cached = analysis.__dict__["_alignment_words"] = _content(analysis)
    found: dict[str, bool] = cached
    return found


def _content(analysis: Analysis) -> dict[str, bool]:
    normal = analysis.normal
    general, taken = bytearray(len(normal)), bytearray(len(normal))
    for hit in analysis.hits:
        if hit.lexicon in _GENERAL or hit.lexicon.startswith("facet_"):
            general[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
    for date in analysis.dates:
        taken[date.start : date.end] = b"\1" * (date.end - date.start)
    for quantity in analysis.quantities:
        for at in range(quantity.start, quantity.end):
            taken[at] = taken[at] or normal[at].isdigit() or normal[at] in "%.,"
    found: dict[str, bool] = {}
    for word, start, end in _words(analysis):
        if any(taken[start:end]) or is_function_word(word):
            continue
        key = _stem(word) if word.isascii() else word
        narrow = not all(general[start:end]) and key not in _general()
        found[key] = found.get(key, False) or narrow
    return found


@lru_cache(maxsize=1)
def _general() -> frozenset[str]:
    chinese, english = general_words()
    return chinese | {_stem(word) for word in english}


def _words(analysis: Analysis) -> list[tuple[str, int, int]]:
    normal = analysis.normal
    made = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(normal) if len(m.group()) > 1]
    if analysis.language != "en" and _HAN.search(normal):
        from okr_lint.language.segment import words

        made += [
            (normal[w.start : w.end], w.start, w.end)
            for w in words(normal)
            if w.tag[:1] in _NAMING
            and _HAN.match(normal, w.start)
            and (w.end - w.start > 1 or (w.tag[:1] == "n" and not normal[: w.start].rstrip()[-1:].isdigit()))
        ]
    return made


def _stem(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("’s").rstrip("'’")
    for ending in ("ations", "ation", "ings", "ing", "ments", "ment", "ies", "ied", "ers", "er", "ed", "es", "ly", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)].rstrip("ey")
    return word.rstrip("ey") if len(word) > 4 else word


def own_part(word: str, other: str) -> int:
    """How many characters of a Chinese word are its own: neither in ``other`` nor a general word (数据服务, 透明度)."""
    general = _general()
    taken = bytearray(char in other for char in word)
    for start in range(len(word) - 1):
        for end in range(start + 2, len(word) + 1):
            if word[start:end] in general:
                taken[start:end] = b"\1" * (end - start)
    left = taken.count(0)
    return 2 if left == len(word) else left
