"""The head verb of an English statement."""

from __future__ import annotations

from okr_lint.language.patterns import late
from okr_lint.language.types import DateMention, Head, Hit, Quantity
from okr_lint.language.verb_class import Verb, class_of, verbs

_STOP = late(r"[,;.!?]\s")
_AFTER_DATE = late(r"\s?[,:]?\s")
_JOINED = late(r"(?<![a-z])(?:and|to|by|that|who|which)(?![a-z])")
_TOWARDS = late(r"\s(?:by|to|from|under|below|above|at least|within|more|less|fewer)\s")
_PREPOSITION = late(
    r"(?:by|in|within|during|for|from|through|with|on|at|after|before|until|throughout|as|using|over|across"
    r"|to|when|where|if|once)\s"
)
_SUBJECT = late(
    r"(?:(?:we|i|you|they|our team|the team|team|together|everyone|as a team)(?:'ll)?\s(?=[a-z])|(?:will"
    r"|can|must|should|shall|would|could|have to|has to|need to|needs to|are going to|is going to|am going to"
    r"|to|and|also|first|then|please|not|now|finally|fully|successfully|"
    r"significantly|dramatically|continuously|consistently|proactively|further|quickly|[a-z]{2,12}ly)\s)"
)
_LABEL = late(r"[\s\W\d_]+")
_WORD = late(r"[a-z][a-z'-]*")
_MODAL = late(
    r"(?<![a-z])(?:can|will|must|should|could|shall|may|cannot|can't|won't|are able to|is able to|no longer"
    r"|do not|don't|does not|doesn't|never) (?:always |also |never |easily |fully |not |only |reliably "
    r"|[a-z]{3,10}ly )?(?P<verb>[a-z][a-z-]+)"
)
_PASSIVE = late(r"(?<![a-z])(?:is|are|was|were|be|been|being|gets?|got) (?:all |fully |now |also |[a-z]{3,10}ly )?$")
_RELATIVE = late(r"(?<![a-z])(?:who|that|which|whose|to)\s(?:[a-z]+\s){0,2}$")
_NOUN_BEFORE = late(
    r"(?:^|(?<![a-z]))(?:the|a|an|our|their|its|my|your|of|in|on|for|with|by|from|at|per|no|every|each"
    r"|all|new|any|this|that|these|more|first)\s$"
)


def english_head(
    text: str, normal: str, hits: tuple[Hit, ...], dates: tuple[DateMention, ...], quantities: tuple[Quantity, ...]
) -> Head | None:
    """An imperative, gerund or past at the start, else the first finite verb; None for a bare noun phrase."""
    found = verbs(hits)
    start = _after_frame(normal, dates)
    first = next((v for v in found if v.start == start), None)
    if first is not None and _carries(normal, first, found):
        return _head(text, normal, first, hits, quantities, subject=False)
    modal = _MODAL.search(normal, start)
    finite = next((v for v in found if v.start > start and _finite(normal, v)), None)
    if modal and (finite is None or modal.start() < finite.start) and not _RELATIVE.search(normal[: modal.start()]):
        verb = next((v for v in found if v.start == modal.start("verb")), None)
        if verb is not None:
            return _head(text, normal, verb, hits, quantities, subject=True)
        return Head(modal.start("verb"), modal.end("verb"), text[modal.start("verb") : modal.end("verb")], None)
    if finite is not None:
        return _head(text, normal, finite, hits, quantities, subject=not _PASSIVE.search(normal[: finite.start]))
    return None


def _head(
    text: str, normal: str, verb: Verb, hits: tuple[Hit, ...], quantities: tuple[Quantity, ...], *, subject: bool
) -> Head:
    stop = _STOP.search(normal, verb.end)
    verb_class = class_of(verb, hits, quantities, subject, stop.start() if stop else len(normal))
    return Head(verb.start, verb.end, text[verb.start : verb.end], verb_class)


def _after_frame(normal: str, dates: tuple[DateMention, ...]) -> int:
    label = _LABEL.match(normal)
    place = label.end() if label else 0
    for _ in range(5):
        date = next(
            (
                d
                for d in dates
                if place <= d.start <= place + 4
                and d.start - place in (0, 3, 4)
                and normal[place : d.start] in ("", "in ", "for ")
            ),
            None,
        )
        if date is not None and (comma := _AFTER_DATE.match(normal, date.end)):
            place = comma.end()
            continue
        if _PREPOSITION.match(normal, place):
            comma_at = normal.find(", ", place, place + 80)
            if comma_at > 0:
                place = comma_at + 2
                continue
        match = _SUBJECT.match(normal, place)
        if match is None:
            break
        place = match.end()
    return place


def _carries(normal: str, verb: Verb, found: list[Verb]) -> bool:
    """Whether a verb form at the start is no noun ("Support chats … fall") and no third person."""
    word = normal[verb.start : verb.end]
    if word != verb.lemma and word.endswith("s") and not word.endswith("ss"):
        return False
    following = _WORD.match(normal, verb.end + 1)
    if following is None:
        return True
    later = next((v for v in found if v.start > verb.end and _finite(normal, v)), None)
    bare = word == verb.lemma and " " not in word
    noun = (
        bare
        and normal.startswith(("s ", "s,"), following.end() - 1)
        and following.group() not in ("us", "this", "its", "is")
    )
    return not (
        noun
        and later is not None
        and later.start - verb.end < 40
        and "outcome" in later.classes
        and normal[following.end() : later.start].count(",") == 0
        and not _JOINED.search(normal, verb.end, later.start)
    )


def _finite(normal: str, verb: Verb) -> bool:
    """Whether the form is inflected and stands where a predicate can stand."""
    word = normal[verb.start : verb.end]
    before = normal[max(0, verb.start - 24) : verb.start]
    if word.split(" ")[0].endswith("ing") or _NOUN_BEFORE.search(before) or _RELATIVE.search(before):
        return False
    if verb.classes <= {"hedge"}:
        return False
    if word == verb.lemma:
        return "outcome" in verb.classes and bool(_TOWARDS.match(normal, verb.end))
    return True
