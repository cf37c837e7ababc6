"""English words with their places, without the ``Doc``: a blank spaCy pipeline would tell no more of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from okr_lint.checks.remainder import is_function_word
from okr_lint.language import Analysis
from okr_lint.patterns import late

_WORD = late(r"[A-Za-z]+(?:['’][A-Za-z]+)?|[0-9]+(?:[.,][0-9]+)*|[^\sA-Za-z0-9]")


class Word(NamedTuple):
    """A word, a number or a mark: as written, folded, and its place."""

    text: str
    form: str
    start: int
    end: int

    @property
    def is_alpha(self) -> bool:
        """Whether it is made of letters."""
        return self.text[0].isalpha()

    @property
    def is_title(self) -> bool:
        """Whether it is written as a name is ("Efficient", not "NPS")."""
        return self.text.istitle()

    @property
    def is_content(self) -> bool:
        """Whether it carries content of its own."""
        return self.is_alpha and not is_function_word(self.form)


def english_words(analysis: Analysis) -> list[Word]:
    """All words and marks of a statement in order."""
    normal = analysis.normal
    return [Word(text, normal[start:end], start, end) for text, _, start, end in scan(analysis.text)]


def scan(text: str) -> Iterator[Word]:
    """The words and marks of a text in order."""
    for found in _WORD.finditer(text):
        yield Word(found.group(), found.group().lower(), *found.span())
