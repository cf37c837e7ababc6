"""What stands on either side of a joint ("and", a comma, 并): two results, or one with its parts.

A joint is told by what it joins: a verb or a number on both sides speaks for two results; a pronoun, a
purpose or a bound after it speaks for one.
"""

from __future__ import annotations

from bisect import bisect_left

from okr_lint.patterns import late

_JOINT = late(r"[,;、&+/]|\b(?:and|or|then|plus|while|with|as well as)\b|以及|并且|同时|并|且|和|与|及|或")
_BACK = late(
    r"^ ?(?:then )?[a-z]* ?(?:it|its|them|their|they|this|that|these|those|the results?|the outcome)\b"
    r"|^[^,]{0,4}[其之此]"
)
_BOUND = late(
    r"^ ?(?:at least|at most|of which|where|which|who|when|whose|including|incl|from|by|to|for|as|so|without|not|no"
    r"|each|less|more|其中|至少|均|不|每|让|使|以|从而|保证|确保|保持)"
)
MOST = 4
_MOST_CLAUSES = 9
_CLAUSE = late(r"[,.](?![0-9])|[;。]|\b(?:and|then)\b|以及|并且|同时|并|且")
_ENGLISH = late(r"[a-z]")
_SPANS = (1, 2, 4, 8)
Places = list[tuple[int, int, str]]
Mark = tuple[int, int]
VERBS = "PAREFU"


def joints_of(normal: str) -> list[Mark]:
    """Ranges of the first joints of a folded text, one more than ``joint_cues`` looks at."""
    marks = []
    for match in _JOINT.finditer(normal):
        marks.append(match.span())
        if len(marks) > MOST:
            break
    return marks


def joint_cues(normal: str, places: Places, marks: list[Mark]) -> set[str]:
    """Cues of the first joints of a folded text.

    ``places`` are the kinds of words with their ranges, in order (see ``cues.places_of``); ``marks`` the joints.
    """
    found = {f"joints {len(marks)}"}
    before = 0
    for at, (start, end) in enumerate(marks[:MOST]):
        after = marks[at + 1][0] if at + 1 < len(marks) else len(normal)
        left, right = _side(places, before, start), _side(places, end, after)
        mark = normal[start:end]
        rest = normal[end : end + 24]
        tail = "back" if _BACK.match(rest) else "bound" if _BOUND.match(rest) else ""
        found.update(
            (f"joint {left}|{right}", f"joint {mark}|{right}", f"joint {mark} {left}|{right} {tail}", f"joint {tail}")
        )
        if tail:
            found.add(f"joint {mark} {tail}")
        before = end
    found.update(_clause_cues(normal, places))
    if marks:
        start, end = marks[0]
        spans = f"{_span(normal[:start])}|{_span(normal[end : marks[1][0] if len(marks) > 1 else len(normal)])}"
        found.update((f"span {spans}", f"span {normal[start:end]} {spans}"))
        found.add(f"halves {_side(places, 0, start)}|{_side(places, end, len(normal))}")
    return found


def _clause_cues(normal: str, places: Places) -> set[str]:
    """How many clauses there are, and in how many a verb or a number stands: many speak for several results."""
    ends = [match.start() for match in _CLAUSE.finditer(normal)][:_MOST_CLAUSES]
    verbs, numbers, before = 0, 0, 0
    for end in [*ends, len(normal)]:
        side = _side(places, before, end)
        verbs += side[:1] in VERBS and side != ""
        numbers += side.endswith("Q")
        before = end
    clauses = min(len(ends) + 1, 6)
    return {f"clauses {clauses}", f"verbs {min(verbs, 5)}/{clauses}", f"figures {min(numbers, 4)}/{clauses}"}


def _span(side: str) -> int:
    """Bucket of the length of one side, in words (English) or pairs of characters (Chinese)."""
    return bisect_left(_SPANS, len(side.split()) if _ENGLISH.search(side) else (len(side.strip()) + 1) // 2)


def _side(places: Places, start: int, end: int) -> str:
    """First verb kind, whether an effect or a thing is named, and whether there is a number."""
    verb = noun = number = ""
    for begin, stop, kind in places:
        if begin < start:
            continue
        if stop > end:
            break
        if kind == "Q":
            number = "Q"
        elif kind in VERBS:
            verb = verb or kind
        elif kind in "nda":
            noun = noun or kind
    return f"{verb}{noun}{number}"
