"""Takes a weak verb from the front of a result; whoever it helps stays and becomes who reaches the result."""

from __future__ import annotations

from okr_lint.language import Analysis
from okr_lint.patterns import late
from okr_lint.suggestions.fixes import Change, drop

_CLAUSE = late("将|把|使得?|让")
_FARTHEST = 14  # characters between a Chinese weak verb and 将: farther away it belongs to something else
_NO_SUBJECT = late(r"(?:us|them|him|her|me|you|each|one|others?)$")
_PLURAL = ("people", "staff", "men", "women", "children", "police", "crew")
_WORDS = late(r"[a-z'’& -]+")
_AFTER_NOUN = late(r" (?:of|in|for|from|by|to)\b|$")  # "a cut of 20%", "revenue growth from …"
_MOST_WORDS = 4
_CHANGES = ("outcome_verb", "direction_down", "direction_up")


def result_alone(analysis: Analysis, start: int, end: int) -> tuple[Change, ...]:
    """The text without the weak verb at ``start`` to ``end``.

    Nothing but the verb goes, so that no part of the result is lost. None where what is left may be no sentence:
    English "help SOMEBODY (to) DO" needs a short name for somebody and what cannot but be a verb right behind.
    """
    if analysis.language != "en":
        found = _CLAUSE.search(analysis.normal, end)
        return drop(analysis.text, start, end) if found and 0 < found.start() - end <= _FARTHEST else ()
    return _english(analysis, start, end)


def _english(analysis: Analysis, start: int, end: int) -> tuple[Change, ...]:
    """ "help the desk (to) cut X" as "the desk cuts X"."""
    normal = analysis.normal
    verbs = sorted({hit.start: hit for name in _CHANGES for hit in analysis.found(name) if hit.start > end}.items())
    for at, verb in verbs:
        who = normal[end:at].strip()
        to = who.endswith(" to")
        who = who.removesuffix(" to")
        noun = _AFTER_NOUN.match(normal, verb.end)
        if noun or verb.term != normal[verb.start : verb.end] or not _can_do(analysis, who, end, certain=to):
            continue
        changes = [*drop(analysis.text, start, end)]
        if to:
            changes.append(Change(at - 3, at, ""))
        if not (who.endswith("s") or who.rpartition(" ")[2] in _PLURAL):
            changes.append(Change(verb.end, verb.end, _third_person(verb.term)))
        return tuple(changes)
    return ()


def _can_do(analysis: Analysis, who: str, at: int, *, certain: bool) -> bool:
    """Whether ``who`` is somebody and what follows is what they do."""
    if not who or len(who.split()) > _MOST_WORDS or not _WORDS.fullmatch(who) or _NO_SUBJECT.search(who):
        return False
    begin = analysis.normal.index(who, at)
    known = any(hit.end == begin + len(who) for hit in analysis.found("beneficiary"))
    verb_begins = begin + len(who) + 1
    ambiguous = any(hit.start == verb_begins for hit in analysis.found("noun_or_verb"))
    return known or certain or not ambiguous


def _third_person(verb: str) -> str:
    """What "cut", "reach" end in after one who does it."""
    return "es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"
