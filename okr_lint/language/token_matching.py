"""Token patterns matched in linear time.

spaCy's ``Matcher`` lists every match before it drops those inside longer ones: a repeated token on a text that
repeats it takes time with the cube of its length. So the ``Matcher`` is asked about single tokens only, and what
follows what is worked out here, in time that grows with tokens times units of the pattern.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple

MAX_UNITS = 200
_ONCE, _MAYBE, _ANY = "once", "maybe", "any"


class Unit(NamedTuple):
    """A token description, how often it may stand (``_ONCE``, ``_MAYBE``, ``_ANY``), whether it is negated."""

    key: str
    times: str
    negated: bool = False


class TokenProgram:
    """Alternatives of a token pattern, ready to run over a ``Doc``.

    Raises:
        ValueError: repeats that come to more than ``MAX_UNITS`` units, or a description that spaCy refuses.
    """

    def __init__(self, alternatives: list[list[dict[str, Any]]]) -> None:
        self._descriptions: dict[str, dict[str, Any]] = {}
        self._alternatives = [self._units(pattern) for pattern in alternatives]
        self._matchers: dict[str, Callable[[Any], Any]] = {}

    def _units(self, pattern: list[dict[str, Any]]) -> list[Unit]:
        made: list[Unit] = []
        for token in pattern:
            description = {name: value for name, value in token.items() if name != "OP"}
            key = json.dumps(description, sort_keys=True, ensure_ascii=False)
            self._descriptions[key] = description
            least, most = repeats(token.get("OP"))
            negated = token.get("OP") == "!"
            if least + (most or 0) > MAX_UNITS:
                raise ValueError(f"OP {token['OP']!r} repeats a token more than {MAX_UNITS} times")
            made += [Unit(key, _ONCE, negated)] * least
            made += [Unit(key, _ANY)] if most is None else [Unit(key, _MAYBE)] * (most - least)
        if len(made) > MAX_UNITS:
            raise ValueError(f"its repeats come to {len(made)} tokens (limit {MAX_UNITS})")
        return made

    def compile(self, vocab: Any) -> None:
        """Prepare for documents of a vocabulary, once."""
        from spacy.matcher import Matcher

        for key, description in self._descriptions.items():
            matcher = Matcher(vocab, validate=True)
            matcher.add("token", [[description]])
            self._matchers[key] = matcher

    def ranges(self, doc: Any) -> list[tuple[int, int]]:
        """Token ranges that match: from the left the longest one at each place, without overlap."""
        if not self._matchers:
            self.compile(doc.vocab)
        size = len(doc)
        fits = {key: bytearray(size) for key in self._descriptions}
        for key, matcher in self._matchers.items():
            fitting = fits[key]
            for _, start, _ in matcher(doc):
                fitting[start] = 1
        longest = [0] * size
        for units in self._alternatives:
            for place, end in enumerate(_ends(units, fits, size)):
                longest[place] = max(longest[place], end)
        found, place = [], 0
        while place < size:
            if longest[place] > place:
                found.append((place, longest[place]))
                place = longest[place]
            else:
                place += 1
        return found


def repeats(operator: str | None) -> tuple[int, int | None]:
    """Least and most times (None: no limit) that a token with this ``OP`` may stand."""
    fixed: dict[str | None, tuple[int, int | None]] = {
        None: (1, 1), "!": (1, 1), "?": (0, 1), "*": (0, None), "+": (1, None),
    }  # fmt: skip
    if operator in fixed:
        return fixed[operator]
    assert operator is not None
    least, comma, most = operator.strip("{} ").partition(",")
    if not comma:
        return int(least), int(least)
    return int(least or 0), int(most) if most.strip() else None


def _ends(units: list[Unit], fits: dict[str, bytearray], size: int) -> list[int]:
    """For every place the furthest end of a match that begins there, -1 for none.

    Worked out from the right: ``after[k]`` is the furthest end that units k and later reach from the next place.
    """
    count = len(units)
    after = [-1] * count + [size]
    for k in range(count - 1, -1, -1):
        after[k] = -1 if units[k].times == _ONCE else after[k + 1]
    ends = [-1] * size
    for place in range(size - 1, -1, -1):
        here = [-1] * count + [place]
        for k in range(count - 1, -1, -1):
            key, times, negated = units[k]
            best = -1 if times == _ONCE else here[k + 1]
            if fits[key][place] != negated:
                best = max(best, after[k] if times == _ANY else after[k + 1])
            here[k] = best
        ends[place] = here[0]
        after = here
    return ends
