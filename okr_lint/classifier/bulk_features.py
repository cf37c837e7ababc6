"""The n-grams and words of many statements at once, as numbers (``rolling``) where ``ngrams`` and ``words`` name them.

Words and signs are met again and again, so that each is numbered once, with the pieces of its letters; the rest is
put together from them in operations on all statements together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from okr_lint.classifier.ngrams import LONGEST_PIECE, tokens
from okr_lint.classifier.rolling import BASE, Numbers, Places, each_once, lines, numbers_of, powers
from okr_lint.classifier.words import LONGEST, runs_of

_BLANK, _EQUALS = (np.array([ord(sign)], dtype=np.uint64) for sign in " =")
_NONE = np.zeros(0, dtype=np.uint64)


class Found(NamedTuple):
    """Features of many statements: the statement's index and the feature's number, in any order, doubles included."""

    owners: Places
    numbers: Numbers


class Vocabulary:
    """The words and signs met so far: their numbers, lengths, and the numbers of their pieces. For one thread."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self.numbers = _NONE
        self.lengths = np.zeros(0, dtype=np.int64)  # in bytes
        self.single = np.zeros(0, dtype=bool)  # one character
        self._pieces = _NONE
        self._piece_ends = np.zeros(1, dtype=np.int64)

    def ids(self, words: Sequence[str]) -> Places:
        """One whole number for each word; words must not be empty."""
        if new := [word for word in dict.fromkeys(words) if word not in self._ids]:
            self._enter(new)
        return np.fromiter(map(self._ids.__getitem__, words), dtype=np.int64, count=len(words))

    def _enter(self, new: list[str]) -> None:
        self._ids.update(zip(new, range(len(self._ids), len(self._ids) + len(new)), strict=True))
        numbers, lengths = numbers_of(lines(new))
        self.numbers = np.append(self.numbers, numbers)
        self.lengths = np.append(self.lengths, lengths)
        self.single = np.append(self.single, [len(word) == 1 for word in new])
        marked = [f"<{word[:LONGEST_PIECE]}>" if len(word) > 3 else "" for word in new]
        pieces = [word[i : i + n] for word in marked if word for n in (3, 4, 5) for i in range(len(word) - n + 1)]
        counts = [3 * len(word) - 9 if word else 0 for word in marked]
        if pieces:
            self._pieces = np.append(self._pieces, numbers_of(lines(pieces))[0])
        self._piece_ends = np.append(self._piece_ends, self._piece_ends[-1] + np.cumsum(counts))

    def pieces(self, owners: Places, ids: Places) -> Found:
        """The pieces of the letters of words, for the statements in which the words stand."""
        starts = self._piece_ends[ids]
        counts = self._piece_ends[ids + 1] - starts
        before = np.cumsum(counts) - counts
        at = np.repeat(starts - before, counts) + np.arange(int(counts.sum()))
        return Found(np.repeat(owners, counts), self._pieces[at])


def ngrams_of(texts: Sequence[str], known: Vocabulary) -> Found:
    """What ``ngrams.ngrams`` finds in each of some folded texts."""
    each = [["^", *tokens(text), "$"] for text in texts]
    counts = np.array([len(one) for one in each], dtype=np.int64)
    ids = known.ids(list(chain.from_iterable(each)))
    owner = np.repeat(np.arange(len(each)), counts)
    first, length, single = known.numbers[ids], known.lengths[ids], known.single[ids]
    raised = powers(length)
    parts = [Found(owner, first)]
    # two tokens with a blank between them, then three; not those that begin in one statement and end in the next
    behind = _BLANK + BASE * first
    pair, pair_length = first[:-1] + raised[:-1] * behind[1:], length[:-1] + 1 + length[1:]
    three = pair[:-1] + powers(pair_length[:-1]) * behind[2:]
    for size, numbers in ((2, pair), (3, three)):
        whole = owner[: 1 - size] == owner[size - 1 :]
        parts.append(Found(owner[: 1 - size][whole], numbers[whole]))
    if len(ids) > 3:
        alone = single[:-3] & single[1:-2] & single[2:-1] & single[3:] & (owner[:-3] == owner[3:])
        at = np.flatnonzero(alone)
        four = first[at + 3]
        for step in (2, 1, 0):
            four = first[at + step] + raised[at + step] * four
        parts.append(Found(owner[at], _EQUALS + BASE * four))
    # every word's pieces once a statement: most doubles fall away here
    places = each_once(owner * len(known.lengths) + ids)
    parts.append(known.pieces(places // len(known.lengths), places % len(known.lengths)))
    return _together(parts)


def words_of(texts: Sequence[str], known: Vocabulary) -> Found:
    """What ``words.words`` finds in each of some folded texts."""
    each = [runs_of(text) for text in texts]
    owner = np.repeat(np.arange(len(each)), [len(runs) for runs in each])
    runs = list(chain.from_iterable(each))
    latin = np.array([run[0] <= "z" for run in runs], dtype=bool)
    ids = known.ids([run for run in runs if run[0] <= "z"])
    parts = [Found(owner[latin], known.numbers[ids])]
    han = [run for run in runs if run[0] > "z"]
    lengths = np.array([len(run) for run in han], dtype=np.int64)
    # a Han character has three bytes
    signs = np.frombuffer("".join(han).encode(), dtype=np.uint8).reshape(-1, 3).astype(np.uint64)
    sign = signs[:, 0] + BASE * (signs[:, 1] + BASE * signs[:, 2])
    owners, run = np.repeat(owner[~latin], lengths), np.repeat(np.arange(len(han)), lengths)
    numbers = sign
    for size in range(1, LONGEST + 1):
        whole = run[: len(run) + 1 - size] == run[size - 1 :]
        parts.append(Found(owners[: len(whole)][whole], numbers[whole]))
        further = sign[size:]
        if not len(further):
            break
        numbers = numbers[: len(further)] + powers(np.full(1, 3 * size)) * further
    return _together(parts)


def _together(parts: Iterable[Found]) -> Found:
    owners, numbers = zip(*parts, strict=True)
    return Found(np.concatenate(owners), np.concatenate(numbers))
