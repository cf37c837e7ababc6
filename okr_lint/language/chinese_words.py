"""Chinese words with their tags and lexicons, without spaCy: what the checks of ours ask of a Chinese ``Doc``.

The words, tags and hits are those of the ``Doc`` (tests/language/test_chinese_words.py holds them equal), at a
fifth of its start-up. The ``Doc`` itself is for token patterns, the users' above all.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from okr_lint.language.analysis import Analysis
from okr_lint.language.segment import words
from okr_lint.language.verb_class import CLASSES
from okr_lint.lean_dataclasses import dataclass, field


@dataclass(slots=True)
class ChineseWord:
    """A word of a Chinese statement, its attributes named as those of a spaCy token.

    Attributes:
        text: as written.
        idx, end: range in the statement's text.
        i: place among the words.
        tag_: jieba's tag.
        lexicons: the lexicons with a hit on the word.
        verb_class: the class of the verb that the word is or belongs to; "" for none.
    """

    text: str
    idx: int
    end: int
    i: int
    tag_: str
    lexicons: list[str] = field(default_factory=list)
    verb_class: str = ""

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return self.text.isspace()

    @property
    def is_punct(self) -> bool:
        """Whether it is punctuation."""
        return all(unicodedata.category(char)[0] == "P" for char in self.text)


def chinese_words(analysis: Analysis) -> list[ChineseWord]:
    """The words of a statement that is not English; worked out once."""
    found: list[ChineseWord] | None = analysis.kept.get("chinese_words")
    if found is None:
        found = analysis.kept["chinese_words"] = _marked(analysis)
    return found


def _marked(analysis: Analysis) -> list[ChineseWord]:
    found = _cut(analysis)
    ends = [word.end for word in found]
    for hit in analysis.hits:
        for word in _over(found, ends, hit.start, hit.end):
            word.lexicons.append(hit.lexicon)
            if hit.lexicon in CLASSES and not word.verb_class:
                word.verb_class = CLASSES[hit.lexicon]
    if analysis.head is not None:
        for word in _over(found, ends, analysis.head.start, analysis.head.end):
            word.verb_class = analysis.head.verb_class or ""
    return found


def _cut(analysis: Analysis) -> list[ChineseWord]:
    """The words; a single blank behind a word is no word of its own."""
    text = analysis.text
    found: list[ChineseWord] = []
    blank_taken = True
    for word in words(analysis.normal):
        form = text[word.start : word.end]
        if form == " " and found and not blank_taken and not found[-1].is_space:
            blank_taken = True
            continue
        found.append(ChineseWord(form, word.start, word.end, len(found), word.tag))
        blank_taken = False
    return found


def _over(found: list[ChineseWord], ends: list[int], start: int, end: int) -> Iterator[ChineseWord]:
    """The words that a range touches; ``ends`` are the ends of all of them."""
    for at in range(bisect_right(ends, start), len(found)):
        if found[at].idx >= end:
            return
        yield found[at]
