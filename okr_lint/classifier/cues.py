"""What the analysis says of a statement and of its neighbours, as feature names.

Where n-grams know words, cues know kinds: which lexicons are hit and where, the head verb's class,
numbers and their role, length, and the sequence of kinds along the sentence. A key result sees its
objective's cues, an objective those of its key results.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from okr_lint.classifier.english_joints import english_joint_cues
from okr_lint.classifier.joints import MOST, joint_cues, joints_of
from okr_lint.language import Analysis
from okr_lint.patterns import late

# lexicons that name a kind of word; the others (facets and the like) only count as hit
_SEQUENCE = {
    "output_verb": "P",
    "activity_verb": "A",
    "outcome_verb": "R",
    "empty_verb": "E",
    "effect_verb": "F",
    "upkeep": "U",
    "hedge": "H",
    "outcome_noun": "n",
    "deliverable_noun": "d",
    "activity_noun": "a",
    "abstract_noun": "x",
    "beneficiary": "b",
    "outside_party": "b",
    "benefit": "v",
    "purpose": "t",
    "means": "m",
    "cadence": "c",
    "vague_degree": "g",
    "modal": "o",
    "staffing": "s",
    "success_word": "w",
}
_KINDS = frozenset(_SEQUENCE.values())
# lexicons that only a rule needs (K214): features of them would only take a place, as the first or last word, from
# one that tells what kind of statement it is
_ONLY_FOR_RULES = frozenset(("gain", "harm"))
_MARKS = {",": ",", ";": ";", "、": ",", "。": ".", "(": "(", ":": ":", "/": "/", "+": "+"}
_MARK = late("[" + "".join(_MARKS) + "]")
_LENGTHS = (4, 8, 12, 18, 26, 40)


def own_cues(analysis: Analysis) -> set[str]:
    """Cues of one statement."""
    normal, hits = analysis.normal, [hit for hit in analysis.hits if hit.lexicon not in _ONLY_FOR_RULES]
    begin, end = _extent(analysis.text)
    found = {f"lex {name}" for name in {hit.lexicon for hit in hits}}
    if hits:
        first, last = hits[0].start, max([hit.end for hit in hits])
        if first <= begin + 2:
            found.update([f"first {hit.lexicon}" for hit in hits if hit.start == first])
        if last >= end - 1:
            found.update([f"last {hit.lexicon}" for hit in hits if hit.end == last])
    head = analysis.head
    verb_class = head.verb_class if head else None
    found.add(f"head {verb_class}")
    if head and head.start <= begin + 2:
        found.add(f"starts {verb_class}")
    if head:
        found.add(f"verb {normal[head.start : head.end]}")
    found.update(_number_cues(analysis, begin))
    length = size_of(analysis)
    found.add(f"length {bisect_left(_LENGTHS, length)}")
    found.add(f"language {'en' if analysis.language == 'en' else 'zh'}")
    places = places_of(analysis)
    letters = [kind for _, _, kind in places if kind in _KINDS]
    found.update([f"count {kind}{min(n, 3)}" for kind in set(letters) if (n := letters.count(kind)) > 1])
    kinds = sequence(places)
    marks = joints_of(normal)
    found.update(joint_cues(normal, places, marks))
    if marks and analysis.language == "en":
        found.update(english_joint_cues(normal, places, marks[:MOST], analysis.quantities))
    found.update([f"seq {kinds[i : i + n]}" for n in (2, 3) for i in range(len(kinds) - n + 1)])
    found.add(f"ends {kinds[-2:]}")
    found.add(f"commas {min(kinds.count(','), 4)}")
    return found


def _extent(text: str) -> tuple[int, int]:
    """Where a text begins and ends, blanks around it left out."""
    return len(text) - len(text.lstrip()), len(text.rstrip())


def _number_cues(analysis: Analysis, begin: int) -> set[str]:
    quantities = analysis.quantities
    found = {f"numbers {min(len(quantities), 3)}"}
    for quantity in quantities:
        found.add(f"unit {quantity.unit}" if quantity.unit else "unit none")
        found.add(f"compare {quantity.comparison}")
        if quantity.direction:
            found.add(f"direction {quantity.direction}")
        if quantity.baseline is not None:
            found.add("baseline")
        if quantity.masked:
            found.add("masked")
        if quantity.target is not None and quantity.target <= 1:
            found.add("target small")
    if quantities and quantities[0].start <= begin + 1:
        found.add("number first")
    found.update([f"date {date.kind}" for date in analysis.dates])
    found.update([f"name {other.kind}" for other in analysis.non_targets])
    return found


def places_of(analysis: Analysis) -> list[tuple[int, int, str]]:
    """The kinds of words with their ranges, in order; "Q" for a quantity, "D" for a date, marks as they are."""
    places: list[tuple[int, int, str]] = [
        (hit.start, hit.end, _SEQUENCE[hit.lexicon]) for hit in analysis.hits if hit.lexicon in _SEQUENCE
    ]
    places += [(q.start, q.end, "Q") for q in analysis.quantities]
    places += [(d.start, d.end, "D") for d in analysis.dates]
    places += [(match.start(), match.end(), _MARKS[match.group()]) for match in _MARK.finditer(analysis.normal)]
    places.sort()
    return places


def sequence(places: list[tuple[int, int, str]]) -> str:
    """The kinds of words in order, one letter each."""
    kinds, end, start = ["^"], 0, -1
    for begin, stop, kind in places:
        if begin >= end or begin == start:
            kinds.append(kind)
            start, end = begin, max(end, stop)
    kinds.append("$")
    return "".join(kinds)


def size_of(analysis: Analysis) -> int:
    """Length in words (English) or in pairs of characters (Chinese); a name counts as one word."""
    normal = analysis.normal
    if analysis.language == "en":
        return len(normal.split())
    start, stop = _extent(analysis.text)
    return (stop - start - sum(high - low - 2 for low, high in analysis.names) + 1) // 2


_FOR_NEIGHBOURS = ("head ", "numbers ", "length ", "first ")


def cues_for_key_result(objective: set[str], siblings: Sequence[Analysis]) -> set[str]:
    """What a key result's surroundings tell of it; the same for all key results of an objective.

    ``objective`` are the objective's own cues.
    """
    found = {f"o {cue}" for cue in objective if cue.startswith(_FOR_NEIGHBOURS)}
    return found | {f"s {cue}" for cue in _shares(siblings)}


def cues_for_objective(key_results: Sequence[Analysis]) -> set[str]:
    """What its key results tell of an objective."""
    return {f"k {cue}" for cue in _shares(key_results)}


def _shares(analyses: Sequence[Analysis]) -> set[str]:
    """Buckets of how many of some statements have a number, and of their head verbs' classes."""
    count = len(analyses)
    found = {f"size {min(count, 7)}"}
    if not count:
        return found
    heads = Counter(a.head.verb_class if a.head else None for a in analyses)
    found.update([f"heads {kind} {2 * n // count}" for kind, n in heads.items()])
    found.add(f"numbered {3 * sum(bool(a.quantities) for a in analyses) // count}")
    return found
