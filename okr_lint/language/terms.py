"""Where the terms of a sorted list stand in a text: by bisection at first, by Aho-Corasick once much has been read.

An automaton finds them at once, but making one of fifteen thousand terms costs more than bisection in a short document.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import Any

_FEW_CHARACTERS = 5_000  # making the automaton costs as much as bisection at so many places


class Terms:
    """Terms in order of code points.

    Args:
        terms: sorted, each once, none of them empty.
        inside: whether no term that counts can start at a place of a text, because it would start inside a word.
    """

    def __init__(self, terms: list[str], inside: Callable[[str, str], bool]) -> None:
        self.terms = terms
        self._inside = inside
        self._longest = max(map(len, terms))
        self._left = _FEW_CHARACTERS
        self._automaton: Any = None

    def found(self, text: str) -> Iterable[tuple[int, int]]:
        """The place of a term's last character and the term's number, in order of place, longer terms first.

        Terms that start inside a word may be among them or not.
        """
        if self._automaton is None:
            self._left -= len(text)
            if self._left >= 0:
                return self._by_bisection(text)
            self.fill()
        found: Iterable[tuple[int, int]] = self._automaton.iter(text)
        return found

    def fill(self) -> None:
        """Make the automaton, for a process that others are forked from."""
        from ahocorasick import Automaton

        automaton = Automaton()
        for number, term in enumerate(self.terms):
            automaton.add_word(term, number)
        automaton.make_automaton()
        self._automaton = automaton

    def _by_bisection(self, text: str) -> list[tuple[int, int]]:
        terms, found, before = self.terms, [], ""
        for start, character in enumerate(text):
            if not (before and self._inside(before, character)):
                rest, after = text[start : start + self._longest], len(terms)
                while rest and (number := bisect_right(terms, rest, 0, after) - 1) >= 0:
                    # the last term not after the text: all others that the text starts with are its beginnings
                    term, after = terms[number], number
                    size = _alike(term, rest)
                    if size == len(term):
                        found.append((start + size - 1, number))
                        size -= 1
                    rest = rest[:size]
            before = character
        found.sort(key=lambda one: one[0])  # of those that end together the longer one, which starts first, stays first
        return found


def _alike(one: str, other: str) -> int:
    """How many characters both start with."""
    size = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        size += 1
    return size
