"""One statement's analysis, computed layer by layer on first use and kept."""

from __future__ import annotations

from typing import Any

from okr_lint.language.clauses import clauses
from okr_lint.language.dates import dates
from okr_lint.language.head import head
from okr_lint.language.lazy import lazy
from okr_lint.language.lexicons import lexicon_matcher
from okr_lint.language.names import blanked, names
from okr_lint.language.normal import normalise
from okr_lint.language.numbers import numbers
from okr_lint.language.owners import owners
from okr_lint.language.quantity import quantities
from okr_lint.language.script import language_of
from okr_lint.language.types import Clause, DateMention, Head, Hit, NonTarget, OwnerMention, Quantity


class Analysis:
    """What a statement's words say, without its context. Build it with ``analyse``.

    Attributes:
        text: the statement as written.
        kept: what checks worked out of it, by their own keys; it may depend on the statement's context and labels.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.kept: dict[str, Any] = {}

    @lazy
    def language(self) -> str:
        """ "zh", "en" or "mixed"."""
        return language_of(self.text)

    @lazy
    def normal(self) -> str:
        """The text folded for matching, with names of persons and teams blanked; same length as ``text``."""
        return blanked(self.folded, self.names) if self.names else self.folded

    @lazy
    def folded(self) -> str:
        """The text in half width, Simplified, lower case; same length as ``text``."""
        return normalise(self.text)

    @lazy
    def names(self) -> tuple[tuple[int, int], ...]:
        """Ranges of the names of persons and teams, as far as the sentence shows them."""
        start, end = len(self.text) - len(self.text.lstrip()), len(self.text.rstrip())
        if end - start == len(self.text):
            return names(self.text, self.folded)
        found = names(self.text[start:end], self.folded[start:end])  # blanks around it tell nothing
        return tuple([(low + start, high + start) for low, high in found])

    @lazy
    def hits(self) -> tuple[Hit, ...]:
        """Lexicon terms in order of start; a longer one before a shorter one of the same start."""
        return lexicon_matcher().hits(self.normal)

    @lazy
    def _hits_by_lexicon(self) -> dict[str, tuple[Hit, ...]]:
        groups: dict[str, list[Hit]] = {}
        for hit in self.hits:
            groups.setdefault(hit.lexicon, []).append(hit)
        return {name: tuple(group) for name, group in groups.items()}

    @lazy
    def _amounts(self) -> tuple[tuple[Quantity, ...], tuple[NonTarget, ...]]:
        taken = [(date.start, date.end) for date in self.dates]
        found, others = numbers(self.text, self.normal, taken, bool(self.found("number_word")))
        made, more = quantities(self.text, self.normal, found, self.hits) if found else ([], [])
        return tuple(made), tuple(sorted({*others, *more})) if more else tuple(others)

    @lazy
    def quantities(self) -> tuple[Quantity, ...]:
        """Numbers that could be targets; dates, versions and names with digits are not among them."""
        return self._amounts[0]

    @lazy
    def non_targets(self) -> tuple[NonTarget, ...]:
        """Digits and numerals that are no amount: Q3 is a date, but B2B, v3.16, 第一, 一个, 30-day are here."""
        return self._amounts[1]

    @lazy
    def dates(self) -> tuple[DateMention, ...]:
        """Dates and cycles."""
        return dates(self.normal, self.text.isascii(), bool(self.found("calendar")))

    @lazy
    def owners(self) -> tuple[OwnerMention, ...]:
        """Persons or teams named as responsible."""
        return owners(self.text, self.folded)

    @lazy
    def head(self) -> Head | None:
        """The verb that carries the statement, or None for a bare noun phrase or an unknown verb."""
        return head(self.text, self.normal, self.language, self.hits, self.dates, self.quantities)

    @lazy
    def clauses(self) -> tuple[Clause, ...]:
        """The parts that have verbs of their own: "raise NPS to 50 and cut churn" has two, a list of nouns one."""
        return clauses(self.normal, self.hits, self.quantities)

    @lazy
    def doc(self) -> Any:
        """The spaCy ``Doc`` (jieba's words and tags for Chinese); heavy, built only when a rule asks."""
        from okr_lint.language.doc import build_doc

        return build_doc(self)

    def found(self, lexicon: str) -> tuple[Hit, ...]:
        """The hits of one lexicon."""
        return self._hits_by_lexicon.get(lexicon, ())


def analyse(text: str) -> Analysis:
    """The analysis of a statement's text; nothing is computed before it is asked for."""
    return Analysis(text)
