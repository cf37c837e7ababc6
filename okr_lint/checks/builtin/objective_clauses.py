"""Where a second clause with a verb and an object of its own begins: asked of the ``Doc``, behind a pre-filter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import NamedTuple

from okr_lint.checks.english_words import Word, english_words
from okr_lint.checks.openness import is_open
from okr_lint.classifier.types import Label
from okr_lint.language import Analysis, Hit
from okr_lint.language.chinese_words import ChineseWord, chinese_words
from okr_lint.language.ranges import Ranges
from okr_lint.patterns import late

# Without one of these there is nothing to coordinate, and the Doc is not built.
_JOINT = late(r"并|同时|以及|[,，;；、]|且|还要|&|\sand\s|\sas well as\s|\splus\s|\swhile also\s")
_JOINT_ZH = late(r"[,，、;；]?\s?(?:并且|并同时|同时|以及|还要|顺带|并|且)+|[,，、;；]")
_STRONG = frozenset(("并", "并且", "同时", "以及", "且", "并同时", "；", ";", "还要", "顺带"))
_WEAK = frozenset(("，", ",", "、"))
_VERBS = frozenset(("output_verb", "empty_verb", "outcome_verb", "activity_verb", "upkeep", "effect_verb"))
# What follows these is the purpose, the means or the effect of the first goal, not a second goal.
_SUBORDINATE = frozenset(("purpose", "means", "effect_verb"))
_MEANS_FIRST = ("通过", "借助", "依托", "为", "为了", "以", "by", "to", "through", "help", "let")
_TAKING = ("把", "将")  # 把合同系统定下来: the object stands before its verb
_NO_OBJECT = frozenset(
    (
        "it",
        "them",
        "their",
        "to",
        "in",
        "on",
        "for",
        "with",
        "at",
        "by",
        "from",
        "of",
        "up",
        "into",
        "as",
        "than",
        ",",
        ";",
        ".",
        "team",
    )
)
_ALSO_ADJECTIVES = frozenset(("secure", "open", "clean", "clear", "complete", "free", "live", "smart", "close"))
_REACH = 3
# A comma alone coordinates too often the parts of one goal: it needs a label that agrees.
_WEAKLY, _FAR = 0.6, 0.7
# How far behind the joint the verb may begin: an adverb may stand between.
_BEHIND_ZH, _BEHIND_EN = 3, 14
# Words between a joint and its verb, and of a clause behind it: a long line stays linear.
_MOST_BETWEEN, _LONGEST_CLAUSE = 8, 64


class SecondGoal(NamedTuple):
    """Where the first goal ends, where the joint and its verb begin, and how plain the coordination is."""

    first_end: int
    start: int
    verb: int
    strength: float


class _Word(NamedTuple):
    """A token with its folded form and its place."""

    token: ChineseWord
    form: str
    start: int
    end: int


def second_goal(analysis: Analysis, label: Label | None) -> SecondGoal | None:
    """The second of two coordinated goals, or None.

    In Chinese only tokens tell a second goal from an effect of the first; where a sure label (``compound``) says
    already that there are two, the lexicons tell where the second begins.
    """
    english = analysis.language == "en"
    if not _may_join(analysis):
        return None
    verbs = {hit.start: hit for hit in analysis.hits if hit.lexicon in _VERBS}
    subordinate = {hit.start for hit in analysis.hits if hit.lexicon in _SUBORDINATE}
    if english:
        spoken = english_words(analysis)
        benefits = {hit.end for hit in analysis.found("benefit")}
        return _english(spoken, verbs, subordinate, benefits) if spoken[0].form not in _MEANS_FIRST else None
    if not is_open(label, "yes"):
        agreed = label is not None and label.sure and label.value == "yes"
        return _placed(analysis, verbs, subordinate) if agreed else None
    words = [
        _Word(t, analysis.normal[t.idx : t.idx + len(t.text)], t.idx, t.idx + len(t.text))
        for t in chinese_words(analysis)
        if not t.is_space
    ]
    if not words or words[0].form in _MEANS_FIRST:
        return None
    return _chinese(words, verbs, subordinate)


def _may_join(analysis: Analysis) -> bool:
    """Whether a verb of our lexicons stands right behind a joint, and another before it: cheap, without the Doc."""
    verbs = [hit for hit in analysis.hits if hit.lexicon in _VERBS]
    if len(verbs) < 2:
        return False
    reach = _BEHIND_EN if analysis.language == "en" else _BEHIND_ZH
    begins = Ranges((hit.start, hit.end) for hit in verbs)
    for joint in _JOINT.finditer(analysis.normal):
        begin = joint.end()
        if verbs[0].start < joint.start() and (
            analysis.normal.startswith(_TAKING, begin) or begins.start_within(begin, begin + reach)
        ):
            return True
    return False


def _chinese(words: list[_Word], verbs: dict[int, Hit], subordinate: set[int]) -> SecondGoal | None:
    """Clauses begin at joints; two of them that hold a verb and a noun are two goals."""
    first_verb = next((i for i, word in enumerate(words) if word.start in verbs), len(words))
    first_noun = next((i for i, word in enumerate(_clause(words)) if _is_noun(word)), len(words))
    for at in range(2, len(words) - 1):
        joint = words[at]
        if joint.form not in _STRONG and joint.form not in _WEAK:
            continue
        opening, strength = at + 1, 1.0 if joint.form in _STRONG else _WEAKLY
        last = min(len(words) - 1, at + _MOST_BETWEEN)
        while opening < last and (words[opening].token.tag_ in ("d", "c") or words[opening].form in _STRONG):
            if words[opening].form in _STRONG:
                strength = 1.0
            opening += 1
        verb, rest = words[opening], words[opening + 1 : opening + 1 + _LONGEST_CLAUSE]
        taking = verb.form in _TAKING and any(word.start in verbs for word in _clause(rest))
        if not taking and (verb.start in subordinate or verb.start not in verbs):
            continue
        if first_verb < at and first_noun < at and any(map(_is_noun, _clause(rest))):
            start = joint.start if joint.form not in _WEAK and joint.form not in ";；" else words[at + 1].start
            return SecondGoal(words[at - 1].end, start, verb.start, strength)
    return None


def _placed(analysis: Analysis, verbs: dict[int, Hit], subordinate: set[int]) -> SecondGoal | None:
    """Where the first verb behind a joint begins, in a statement of which two goals are known."""
    normal = analysis.normal
    terms, first_verb = Ranges((hit.start, hit.end) for hit in verbs.values()), min(verbs)
    for joint in _JOINT_ZH.finditer(normal):
        start, verb = joint.span()
        if verb not in verbs or verb in subordinate or terms.hold_inside(start):
            continue
        if start - first_verb > 2:
            mark = normal[start] in "，,、；;"
            first_end = len(normal[:start].rstrip())
            strong = len(joint.group().strip("，,、 ")) > 0
            begin = verb if mark and not strong else start + (mark and strong)
            return SecondGoal(first_end, begin, verb, 1.0 if strong else _WEAKLY)
    return None


def _clause(words: Iterable[_Word]) -> Iterator[_Word]:
    """The words before the clause ends."""
    return takewhile(lambda word: word.form not in ",，;；。", words)


def _is_noun(word: _Word) -> bool:
    """Whether it is a noun (jieba tags our trade's verbs as nouns: verbs come from lexicons)."""
    return len(word.form) > 1 and (
        word.token.tag_.startswith(("n", "vn", "eng", "j", "l"))
        or "outcome_noun" in word.token.lexicons
        or "deliverable_noun" in word.token.lexicons
    )


def _english(words: list[Word], verbs: dict[int, Hit], subordinate: set[int], benefits: set[int]) -> SecondGoal | None:
    """A verb of our lexicons in its base form right after the joint, with an object of its own."""
    if words[0].start not in verbs:
        return None
    first_other = next((i for i, w in enumerate(words) if i and w.is_alpha and w.start not in verbs), len(words))
    headline: bool | None = None  # whether all long words begin with a capital
    for at in range(2, len(words) - 2):
        joint = words[at].form
        if joint not in ("and", "&", "plus", ";", "while", "as"):
            continue
        opening = at + 1
        while opening < min(len(words) - 2, at + _MOST_BETWEEN) and (
            words[opening].form.endswith("ly") or words[opening].form in ("well", "as", "also", "to")
        ):
            opening += 1
        verb, following = words[opening], words[opening + 1].form
        hit = verbs.get(verb.start)
        if hit is None or verb.start in subordinate or following in _NO_OBJECT or hit.term.split()[0] != verb.form:
            continue
        if verb.is_title:
            if headline is None:
                headline = all(word.is_title for word in words if word.is_alpha and len(word.form) > 3)
            if not headline:
                continue  # a name in the middle of a sentence
        if verb.form in _ALSO_ADJECTIVES and words[at - 1].end in benefits:
            continue
        # "attract and retain engineers", "design, build and test the press": one object for all verbs is one goal
        one_object = first_other >= at
        in_list = words[at - 1].start in verbs and words[at - 2].form in (",", "to")
        if not one_object and not in_list:
            last = words[at - 1] if words[at - 1].form not in ",;" else words[at - 2]
            start = verb.start if joint == ";" else words[at].start
            return SecondGoal(last.end, start, verb.start, 1.0 if opening - at <= _REACH else _FAR)
    return None
