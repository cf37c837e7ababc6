"""The parts of a statement that have verbs of their own, for rules about compound statements."""

from __future__ import annotations

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
    starts = {verb.start for verb in found}
    inside = [(q.start, q.end) for q in quantities]
    parts: list[tuple[int, int]] = []
    begin = 0
    for joint in _JOINT.finditer(normal):
        left, right = joint.span()
        if right >= len(normal) or left <= begin or any(s < right and left < e for s, e in inside):
            continue
        if any(h.start < left < h.end for h in hits):
            continue
        after = _ADVERB.match(normal, right)
        follows = right in starts or (after is not None and after.end() in starts)
        if joint["strong"] or (follows and any(begin <= verb.start < left for verb in found)):
            parts.append((begin, left))
            begin = right
    if begin < len(normal):
        parts.append((begin, len(normal)))
    return tuple(_clause(start, end, found, hits, quantities) for start, end in parts)


def _clause(start: int, end: int, found: list[Verb], hits: tuple[Hit, ...], quantities: tuple[Quantity, ...]) -> Clause:
    verb = next((verb for verb in found if start <= verb.start < end), None)
    if verb is None:
        return Clause(start, end, None, None)
    own = tuple(quantity for quantity in quantities if start <= quantity.start < end)
    return Clause(start, end, verb.lemma, class_of(verb, hits, own, False, end))
