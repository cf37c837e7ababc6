"""Names of persons and teams in an English statement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from okr_lint.given_names import GIVEN_NAMES
from okr_lint.language.lexicons import lexicon_matcher
from okr_lint.language.patterns import late

_CAP = r"[A-ZÀ-Þ][a-zß-ɏḁ-ỹ]+(?:['’][A-ZÀ-Þ][a-zß-ɏḁ-ỹ]+|-[A-Za-zÀ-ɏ][a-zß-ɏḁ-ỹ]+)?"
_CAPS = rf"{_CAP}(?: {_CAP}){{0,2}}"
_GROUP = r"(?:[Tt]eam|[Ss]quad|[Cc]rew|[Gg]roup|[Tt]ribe|[Gg]uild|[Cc]hapter|[Cc]ircle)"
_THIS = r"(?:the|every|each|all|our|its|their|his|her|any|both)\b"
_MANY = r"(?:two|three|four|five|six|[0-9][0-9.,]*) [a-z]|(?:an?|in|up|over|out)\b"

_TITLED = late(rf"\b(?:(?:Mr|Mrs|Ms|Dr|Prof)\b\.?|Nurse|Sister|Professor) (?P<name>{_CAPS})")
_TEAM = late(rf"\b[Tt]eam (?P<name>{_CAP}(?: {_CAP})?)")
_THE_TEAM = late(rf"\b[Tt]he (?P<name>{_CAP}(?: {_CAP})?) {_GROUP}\b")
_OF = late(rf"(?<=[a-z,] )(?P<name>{_CAPS})(?=['’]s? )")
_HELPED = late(rf"^(?:Help|Give|Let|Ask|Coach|Show|Work with|Pair with|Team up with) (?P<name>{_CAPS})(?= [a-z])")
_FIRM = late(rf"(?<=[a-z] )(?P<name>{_CAPS})(?= (?:Ltd|Inc|GmbH|LLC|Corp|Partners)\b| & (?:Sons|Co|Partners)\b)")
_SUBJECT = late(
    rf"^(?P<name>{_CAP}(?: (?!(?:{_GROUP})\b){_CAP}){{0,2}})(?P<group> {_GROUP})? (?P<verb>[a-z]+[a-rt-z]s)\b"
    rf"(?: (?:(?P<this>{_THIS})|(?P<many>{_MANY})|(?:to|on|with|new|open|at)\b))?"
)
_COUPLE = late(rf"^(?P<name>{_CAP}(?: {_CAP})?(?:,? (?:and|&) {_CAP}(?: {_CAP})?)) (?P<verb>[a-z]+)")
_WITH_TEAM = late(rf"^(?P<name>{_CAP})(?= and (?:the|her|his) team\b)")
_LATER = late(rf"(?<=[a-z,] )(?P<name>{_CAPS})")
_CAP_WITHIN = late(r"[A-ZÀ-Þ][a-zß-ɏḁ-ỹ]")
_WORD = late(r"[A-Za-zÀ-ɏḀ-ỹ]{4,}")
# both a name and a verb that may open a statement: a name only before a verb with its object
_VERBS = frozenset("bill chase mark grant skip lance win will drew art ward wade storm pat may guy rich".split())
_ACTS = frozenset({"output_verb", "activity_verb", "upkeep", "open_work", "own_verb", "outcome_verb", "effect_verb"})
_NEVER_LATER = frozenset("may april june august will jan ward river storm".split())  # months and things, in the middle
_NOT_NAMES = frozenset(
    "no every each all late the it this that these those we they our who what nobody everyone one most many some "
    "only any monday tuesday wednesday thursday friday saturday sunday january february march june july september "
    "october november december english chinese german french spanish japanese european american okr okrs python "
    "java android google ".split()
)


def english_names(text: str, folded: str) -> Iterator[tuple[int, int]]:
    """Ranges of names, in any order; they may overlap."""
    if not _CAP_WITHIN.search(text, 1):  # most sentences: nothing but their beginning can be a name
        yield from _subject(text, folded)
        yield from _known_by(text, (_WITH_TEAM,))
        return
    yield from (match.span("name") for match in _TITLED.finditer(text))
    if _is_title_case(text):
        return
    yield from _subject(text, folded)
    yield from _known_by(text, (_TEAM, _THE_TEAM, _OF, _HELPED, _FIRM, _WITH_TEAM))
    for match in _LATER.finditer(text):
        first = match["name"].partition(" ")[0].lower()
        if first in GIVEN_NAMES and first not in _NEVER_LATER:
            yield match.span("name")


def _known_by(text: str, patterns: Iterable[re.Pattern[str]]) -> Iterator[tuple[int, int]]:
    """The names that stand as one of some patterns says."""
    for pattern in patterns:
        for match in pattern.finditer(text):
            if match["name"].lower() not in _NOT_NAMES:
                yield match.span("name")


def _is_title_case(text: str) -> bool:
    """Whether most words begin with a capital, so that a capital tells nothing."""
    words = _WORD.findall(text)
    return len(words) > 2 and 2 * sum(word[0].isupper() for word in words) > len(words) + 2


def _subject(text: str, folded: str) -> Iterator[tuple[int, int]]:
    """The name that a statement begins with, where somebody does something."""
    match = _COUPLE.match(text) or _SUBJECT.match(text)
    if match is None:
        return
    start, end = match.span("name")
    words = match["name"].lower().split(" ")
    if words[0] in _NOT_NAMES:
        return
    hits = lexicon_matcher().hits(folded[: match.end() + 24])
    acts = any(hit.lexicon in _ACTS and hit.start == match.start("verb") for hit in hits)
    known = any(hit.start < end for hit in hits)
    if match.re.groupindex.get("group") is None:  # "Sue and Frank agree", not "Design and Build"
        sure = acts and not any(hit.lexicon in _ACTS and hit.start == 0 for hit in hits)
    elif words[0] in GIVEN_NAMES:
        sure = words[0] not in _VERBS or len(words) > 1 or match.end() > match.end("verb")
    elif match["group"]:  # "Explore squad raises", not "Improve team plans"
        sure = acts and (match["group"].lower() != " team" or len(words) > 1)
    else:  # a word that nobody knows does something
        sure = not known and bool(match["this"] or (acts and match["many"]))
    if sure:
        yield start, end
