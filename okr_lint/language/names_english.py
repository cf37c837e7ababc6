"""Names of persons and teams in an English statement."""

from __future__ import annotations

from collections.abc import Iterator

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
_WORD = late(r"[A-Za-zÀ-ɏḀ-ỹ]{4,}")
# given names in use around the world; those that are words of English matter most
_GIVEN = frozenset(
    "aaron abdul abigail adam adrian ahmed aisha alan albert alex alexander alice ali amanda amber amina amy ana "
    "andrea andrew angel angela anita anna anne anthony april arjun art arthur arturo august aurora autumn ayesha "
    "barbara ben benjamin beth bill billy bjorn bob bonnie brandon brian brook bruce carla carlos carmen carol "
    "caroline catherine chance charity charles charlie charlotte chase chen chiara chloe chris christian "
    "christina christine christopher clara claire clay cliff colin constance craig crystal cynthia daisy daniel "
    "darius david dawn dean deborah denis dennis derek destiny diana diego dmitri dolores don donald donna dora "
    "dorothy drew dylan earnest eddie edith edward elena eli elif elizabeth ella ellen emil emily emma eric erik "
    "ernest esther eva eve evelyn faith farid fatima felix fernando florence flora frances francis frank fred "
    "gabriel gail gary gene george georgia ginger giulia glen gloria goran grace grant greg guy hannah hans "
    "harmony harold harriet harry hassan hazel heather heidi helen henry herb hiroshi holly honor hope hugo ian "
    "ibrahim ida ingrid irene iris isaac isabel ivan ivy jack jackson jacob jade jake james jamie jan jane janet "
    "jasmine jason javier jay jean jeff jennifer jenny jeremy jerry jesse jessica jesus jill jim jimmy joan joe "
    "joel johan john jonathan jordan jorge jose joseph josh joshua joy joyce juan judith judy julia julian julie "
    "juliet june justice justin karen karl kate katherine kathy keith kelly ken kenji kenneth kevin kim kumar "
    "lance lars latoya laura lauren laurel leah lee leila leo leon lena lily linda lisa liz louis lucas lucy luis "
    "luke mabel marco margaret maria marie marina mario mark marta martha martin mary mason matt matthew max may "
    "megan mei melissa melody mercy merit mia michael michelle miguel mike miles milo ming miranda mohamed molly "
    "monica muhammad nadia nancy naomi natalie natasha nathan neil nelson nicholas nick nicole nina noah noor "
    "norma nour olga olive oliver olivia omar oscar otto owen pamela pat patience patricia patrick paul paula "
    "pearl pedro penny peter phil philip pierce piotr poppy precious priya prudence rachel rafael raj ralph ramon "
    "randy raul ravi ray raymond rebecca rich richard rick river rob robert robin rocky roger roman ron rosa "
    "rosario rose rosemary rowan roy ruby russell ruth ryan sabrina sage salma sally sam samantha samuel sandra "
    "sandy sanjay sara sarah sasha scott sean serena sergei shirley sierra simon skip skye sofia sonia sophia "
    "sophie stacy stan stella stephanie stephen sterling steve steven storm sue summer sunny susan sven sylvia "
    "tanya tara tariq ted teresa terry theo theresa thomas tiffany tim tina toby tom tony tracy trinity tyler uma "
    "valentina vera veronica victor victoria vince violet virginia wade walter wanda ward wayne wendy will "
    "william willow win winston xavier yasmin yuki yusuf yvonne zach zara zeynep zoe ".split()
)
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
    yield from (match.span("name") for match in _TITLED.finditer(text))
    if _is_title_case(text):
        return
    yield from _subject(text, folded)
    for pattern in (_TEAM, _THE_TEAM, _OF, _HELPED, _FIRM, _WITH_TEAM):
        for match in pattern.finditer(text):
            if match["name"].lower() not in _NOT_NAMES:
                yield match.span("name")
    for match in _LATER.finditer(text):
        first = match["name"].partition(" ")[0].lower()
        if first in _GIVEN and first not in _NEVER_LATER:
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
    elif words[0] in _GIVEN:
        sure = words[0] not in _VERBS or len(words) > 1 or match.end() > match.end("verb")
    elif match["group"]:  # "Explore squad raises", not "Improve team plans"
        sure = acts and (match["group"].lower() != " team" or len(words) > 1)
    else:  # a word that nobody knows does something
        sure = not known and bool(match["this"] or (acts and match["many"]))
    if sure:
        yield start, end
