"""The parts of a statement that have verbs of their own, for rules about compound statements."""

from __future__ import annotations

from bisect import bisect_left

from okr_lint.language.patterns import late
from okr_lint.language.types import Clause, Hit, Quantity
from okr_lint.language.verb_class import Verb, class_of, verbs

# a full stop or a semicolon always parts; the others only where a verb follows
_JOINT = late(
    r"(?P<strong>[;。!?]\s*|\.\s+)|,\s*(?:and |then |but |while |并且?|同时|且)?|、"
    r"|\s(?:and then|and also|as well as|and|then|plus|&|\+)\s"
    r"|\s?(?:并且|并|且|同时|以及|和|及|与|还要|还|再)\s?"
)
_ADVERB = late(
    r"(?:(?:also|then|to|successfully|fully|finally|[a-z]{3,10}ly)\s|同时|并且?|进一步|持续|全面|不断|再|还|也|将|把|能|要|就)*\s?"
)


def clauses(normal: str, hits: tuple[Hit, ...], quantities: tuple[Quantity, ...]) -> tuple[Clause, ...]:
    """The clauses in order; they cover the statement without its joints."""
    found = [verb for verb in verbs(hits) if verb.classes != {"hedge"}]
    starts = [verb.start for verb in found]
    known = set(starts)
    unbroken = bytearray(len(normal) + 1)  # places inside a term or a quantity, where nothing parts
    for start, end in [(h.start + 1, h.end) for h in hits] + [(q.start, q.end) for q in quantities]:
        unbroken[start:end] = b"\1" * (end - start)
    parts: list[tuple[int, int]] = []
    begin = 0
    for joint in _JOINT.finditer(normal):
        left, right = joint.span()
        if right >= len(normal) or left <= begin or unbroken[left]:
            continue
        after = _ADVERB.match(normal, right)
        follows = right in known or (after is not None and after.end() in known)
        if joint["strong"] or (follows and bisect_left(starts, left) > bisect_left(starts, begin)):
            parts.append((begin, left))
            begin = right
    if begin < len(normal):
        parts.append((begin, len(normal)))
    return tuple(_clause(start, end, found, starts, hits, quantities) for start, end in parts)


def _clause(
    start: int,
    end: int,
    found: list[Verb],
    starts: list[int],
    hits: tuple[Hit, ...],
    quantities: tuple[Quantity, ...],
) -> Clause:
    place = bisect_left(starts, start)
    if place == len(starts) or starts[place] >= end:
        return Clause(start, end, None, None)
    verb = found[place]
    near = hits[bisect_left(hits, (verb.end,), key=_place) : bisect_left(hits, (end,), key=_place)]
    own = quantities[bisect_left(quantities, (start,), key=_place) : bisect_left(quantities, (end,), key=_place)]
    return Clause(start, end, verb.lemma, class_of(verb, near, own, False, end))


def _place(found: Hit | Quantity) -> tuple[int]:
    return (found.start,)
