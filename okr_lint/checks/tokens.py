"""What rules ask of words and their tags (Chinese, from jieba), and of what lies between two places.

For Chinese everything here loads jieba's dictionary; callers come only when cheaper evidence leaves the matter
open.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from okr_lint.checks.english_words import english_words, scan
from okr_lint.checks.remainder import is_function_word
from okr_lint.language import Analysis
from okr_lint.language.chinese_words import ChineseWord, chinese_words
from okr_lint.language.verb_class import CLASSES

_SURELY_NEAR = 4
_CLAUSE_END = frozenset(",，;；、。.!！?？:：")
# characters that no pair of content begins or ends with
_EMPTY = frozenset("的地得了着过在和与及并且或对向从由到至为以于将把被是有更最也都就才再又很这那其该本各第一个")
# jieba's tags of words that name something: nouns, names, foreign words, abbreviations, kinds.
_NAMING = ("n", "vn", "b", "nr", "ns", "nt", "nz", "ng", "eng", "j", "l", "i")


def tokens_between(analysis: Analysis, start: int, end: int) -> int | None:
    """How many words stand between two places; None where a clause ends between them."""
    if analysis.language == "en":
        apart = [word.form for word in english_words(analysis) if start <= word.start and word.end <= end]
        return None if any(form in _CLAUSE_END for form in apart) else len(apart)
    if end - start <= _SURELY_NEAR and not any(char in _CLAUSE_END for char in analysis.text[start:end]):
        return end - start  # no more words than characters
    between = [t for t in chinese_words(analysis) if t.idx >= start and t.idx + len(t.text) <= end]
    if any(token.text in _CLAUSE_END for token in between):
        return None
    return sum(not token.is_space for token in between)


def names_a_thing(analysis: Analysis, wide: Iterable[str]) -> bool:
    """Whether a Chinese word outside the ``wide`` lexicons names something specific: a noun, a name, a foreign word."""
    names = frozenset(wide)
    covered = bytearray(len(analysis.normal))
    for hit in analysis.hits:
        if hit.lexicon in names:
            covered[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
    return any(
        _names(token) and not all(covered[token.idx : token.idx + len(token.text)]) for token in chinese_words(analysis)
    )


def _names(token: ChineseWord) -> bool:
    if token.is_punct or token.is_space or is_function_word(token.text.lower()):
        return False
    return len(token.text) > 1 and (token.tag_ in _NAMING or "deliverable_noun" in token.lexicons)


def content_words(analysis: Analysis) -> set[str]:
    """What a statement speaks of: all but function words, verbs of change and work, numbers and dates.

    English words, and pairs of Chinese characters: two statements with a word in common share a pair.
    """
    normal = list(analysis.normal)
    taken = [(q.start, q.end) for q in analysis.quantities] + [(d.start, d.end) for d in analysis.dates]
    taken += [(h.start, h.end) for h in analysis.hits if h.lexicon in CLASSES or h.lexicon == "cadence"]
    for start, end in taken:
        normal[start:end] = " " * (end - start)
    left = "".join(normal)
    words = {word.form for word in scan(left) if word.is_content}
    found = {word[:-1] if len(word) > 4 and word.endswith("s") else word for word in words}
    if analysis.language != "en":
        pairs = map("".join, pairwise(left))
        found.update(pair for pair in pairs if all("㐀" <= char <= "鿿" and char not in _EMPTY for char in pair))
    return found
