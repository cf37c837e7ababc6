"""What the analysis finds in a statement. All offsets are code points in the statement's text."""

from __future__ import annotations

from typing import NamedTuple


class Hit(NamedTuple):
    """A term of a lexicon: lexicon name, range, and the lexicon's own form of the term."""

    lexicon: str
    start: int
    end: int
    term: str


class Quantity(NamedTuple):
    """A number that is a level to reach, a change, a rate or a count.

    Attributes:
        metric: the words that say what is counted, as written, or None.
        baseline: starting value, or None.
        target: value to reach (for a change: its size), or None when masked.
        unit: "%", "pp", "ms", "人", "USD", … as written, or None.
        comparison: "=", ">=", "<=", ">", "<", "~" or "+" (a change by that much).
        direction: "up", "down", "keep" or None.
        masked: the author hides or has not filled in the number (XX%, N₁, [X]).
        upper: the upper end of a range (10–15 %), whose lower end is ``target``; else None.
    """

    start: int
    end: int
    metric: str | None = None
    baseline: float | None = None
    target: float | None = None
    unit: str | None = None
    comparison: str = "="
    direction: str | None = None
    masked: bool = False
    upper: float | None = None


class DateMention(NamedTuple):
    """A date, month, quarter, half-year or year.

    ``kind`` is "deadline" (by, before, 前, 底), "cycle" (Q3, 上半年) or "date".
    ``year`` is the latest calendar year that it names, or None.
    """

    start: int
    end: int
    kind: str
    year: int | None = None


class OwnerMention(NamedTuple):
    """Somebody named as responsible: @name, （张三）, owner: name, 负责人：name."""

    start: int
    end: int
    name: str


class Head(NamedTuple):
    """The verb that carries the statement and its class.

    ``verb_class`` is "outcome", "output", "activity", "upkeep", "hedge", "empty" (improve, 提升 …)
    or None for an unknown verb.
    """

    start: int
    end: int
    word: str
    verb_class: str | None


class NonTarget(NamedTuple):
    """Digits or numerals that are no amount: a name, a version, an ordinal, a window of time.

    ``kind`` is "name" (B2B, 24/7, ISO 27001), "version", "label" (phase 2, #12), "ordinal" (第一, 1st),
    "article" (一个, one), "window" (30-day retention, 近 7 天), "size" (a team of 5), "time" (10:30),
    or "rank" (No.1, top 10 as a name).
    """

    start: int
    end: int
    kind: str


class Clause(NamedTuple):
    """A part of a statement with a verb of its own; the parts that a list of nouns joins stay together.

    ``verb_class`` is that of the part's first verb, as in ``Head``; None where it has none.
    """

    start: int
    end: int
    verb: str | None
    verb_class: str | None
