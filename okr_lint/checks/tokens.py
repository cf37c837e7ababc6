"""What rules ask of the spaCy ``Doc``: words, their tags (Chinese, from jieba), and what lies between two places.

Everything here builds the Doc; callers come here only when cheaper evidence leaves the matter open.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from okr_lint.checks.remainder import is_function_word
from okr_lint.language import Analysis

_CLAUSE_END = frozenset(",，;；、。.!！?？:：")
# jieba's tags of words that name something: nouns, names, foreign words, abbreviations, kinds.
_NAMING = ("n", "vn", "b", "nr", "ns", "nt", "nz", "ng", "eng", "j", "l", "i")


def tokens_between(analysis: Analysis, start: int, end: int) -> int | None:
    """How many words stand between two places; None where a clause ends between them."""
    between = [t for t in analysis.doc if t.idx >= start and t.idx + len(t.text) <= end]
    if any(token.text in _CLAUSE_END for token in between):
        return None
    return sum(not token.is_space for token in between)


def names_a_thing(analysis: Analysis, wide: Iterable[str]) -> bool:
    """Whether a word outside the ``wide`` lexicons names something specific.

    In Chinese a word that jieba tags as a noun, name or foreign word; in English any content word.
    """
    names = frozenset(wide)
    covered = bytearray(len(analysis.normal))
    for hit in analysis.hits:
        if hit.lexicon in names:
            covered[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
    return any(
        _names(token, analysis.language) and not all(covered[token.idx : token.idx + len(token.text)])
        for token in analysis.doc
    )


def _names(token: Any, language: str) -> bool:
    if token.is_punct or token.is_space or is_function_word(token.text.lower()):
        return False
    if language == "en":
        return bool(token.is_alpha) and not token.text.lower().endswith("ly")
    return len(token.text) > 1 and (token.tag_ in _NAMING or "deliverable_noun" in token._.lexicons)


def content_words(analysis: Analysis) -> set[str]:
    """Words that carry content: all but function words, verbs of change and work, numbers and dates."""
    words = set()
    for token in analysis.doc:
        word = token.text.lower()
        if token.is_punct or token.is_space or token.like_num or is_function_word(word):
            continue
        if token._.quantity or token._.date or token._.verb_class or "cadence" in token._.lexicons:
            continue
        if analysis.language == "en" or len(word) > 1:
            words.add(word[:-1] if len(word) > 4 and word.endswith("s") and word.isascii() else word)
    return words
