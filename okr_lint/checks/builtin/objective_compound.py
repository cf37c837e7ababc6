"""O105: two goals in one line, each of which could succeed while the other fails."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import re2

from okr_lint.checks.match import Match, Subject, TextEdit, check
from okr_lint.checks.verdict import combine
from okr_lint.language import Analysis

# Without one of these there is nothing to coordinate, and the Doc is not built.
_JOINT = re2.compile(r"并|同时|以及|[,，;；、]|且|还要|&|\sand\s|\sas well as\s|\splus\s|\swhile also\s")
_STRONG = frozenset(("并", "并且", "同时", "以及", "且", "并同时", "；", ";"))
_WEAK = frozenset(("，", ",", "、"))
_VERBS = frozenset(("output_verb", "empty_verb", "outcome_verb", "activity_verb", "upkeep", "effect_verb"))
# What follows these is the purpose, the means or the effect of the first goal, not a second goal.
_SUBORDINATE = frozenset(("purpose", "means", "effect_verb"))
_NO_OBJECT = frozenset(
    ("to", "in", "on", "for", "with", "at", "by", "from", "of", "up", "into", "as", "than", ",", ";", ".", "team")
)
_REACH = 3
# A comma alone coordinates too often the parts of one goal: it needs a label that agrees.
_WEAKLY = 0.6
# How far behind the joint the verb may begin: an adverb may stand between.
_BEHIND_ZH, _BEHIND_EN = 3, 14


class _Second(NamedTuple):
    """A second goal: where the first ends, where the joint and its verb begin, and how plain the coordination is."""

    first_end: int
    start: int
    verb: int
    strength: float


@check("compound-objective")
def compound_objective(subject: Subject) -> Iterator[Match]:
    """A joint, a verb after it that has an object of its own, and a verb with an object before it."""
    judged = subject.judged
    analysis = judged.analysis
    second = _second_goal(analysis) if _may_join(analysis) else None
    verdict = combine(
        "O105",
        "compound",
        judged.labels.get("compound"),
        "yes",
        evidence=True if second else None,
        strength=second.strength if second else 1.0,
    )
    if verdict is None:
        return
    if second is None:
        yield Match(message="unseen", **verdict.for_match())
        return
    text = judged.statement.text
    end = len(text.rstrip("。.;；!！ "))
    params = {"first": text[: second.first_end], "second": text[second.verb : end]}
    edits = {"keep": (TextEdit(second.first_end, end, ""),)}
    yield Match(second.start, end, params=params, edits=edits, **verdict.for_match())


def _may_join(analysis: Analysis) -> bool:
    """Whether a verb of our lexicons stands right behind a joint, and another one before it: cheap, without the Doc."""
    verbs = [hit for hit in analysis.hits if hit.lexicon in _VERBS]
    if len(verbs) < 2:
        return False
    for joint in _JOINT.finditer(analysis.normal):
        begin, end = joint.end(), joint.end() + (_BEHIND_EN if analysis.language == "en" else _BEHIND_ZH)
        if any(begin <= hit.start <= end for hit in verbs) and verbs[0].start < joint.start():
            return True
    return False


def _second_goal(analysis: Analysis) -> _Second | None:
    tokens = [token for token in analysis.doc if not token.is_space]
    verbs = {hit.start: hit for hit in analysis.hits if hit.lexicon in _VERBS}
    subordinate = {hit.start for hit in analysis.hits if hit.lexicon in _SUBORDINATE}
    find = _english if analysis.language == "en" else _chinese
    return find(tokens, verbs, subordinate)


def _chinese(tokens: list[Any], verbs: dict[int, Any], subordinate: set[int]) -> _Second | None:
    """Clauses begin at joints; two of them that open with a verb and hold a noun are two goals."""
    if tokens and tokens[0].idx in subordinate and tokens[0].text in ("通过", "借助", "依托", "为", "为了", "以"):
        return None
    for at in range(2, len(tokens) - 1):
        word = tokens[at].text
        strength = 1.0 if word in _STRONG else _WEAKLY if word in _WEAK else 0.0
        if not strength:
            continue
        opening = at + 1
        while opening < len(tokens) - 1 and (tokens[opening].tag_ in ("d", "c") or tokens[opening].text in _STRONG):
            if tokens[opening].text in _STRONG:
                strength = 1.0
            opening += 1
        verb = tokens[opening]
        if verb.idx in subordinate or not _is_verb(verb, verbs):
            continue
        if _has_noun(tokens[opening + 1 :]) and _has_verb_and_noun(tokens[:at], verbs):
            first_end = tokens[at - 1].idx + len(tokens[at - 1].text)
            start = tokens[at].idx if word not in ",，;；、" else tokens[at + 1].idx
            return _Second(first_end, start, verb.idx, strength)
    return None


def _is_verb(token: Any, verbs: dict[int, Any]) -> bool:
    return token.idx in verbs  # jieba tags many verbs of our trade as nouns, so the lexicons decide


def _has_noun(tokens: list[Any]) -> bool:
    """Whether a noun follows before the clause ends."""
    for token in tokens:
        if token.text in ",，;；。":
            return False
        named = token.tag_.startswith(("n", "vn", "eng", "j", "l")) or "outcome_noun" in token._.lexicons
        if named and len(token.text) > 1:
            return True
    return False


def _has_verb_and_noun(tokens: list[Any], verbs: dict[int, Any]) -> bool:
    for at, token in enumerate(tokens):
        if _is_verb(token, verbs):
            return _has_noun(tokens[at + 1 :])
    return False


def _english(tokens: list[Any], verbs: dict[int, Any], subordinate: set[int]) -> _Second | None:
    """A verb of our lexicons in its base form right after the joint, with an object of its own."""
    if not tokens or tokens[0].text.lower() in ("by", "to", "through", "help", "let"):
        return None
    for at in range(2, len(tokens) - 2):
        word = tokens[at].text.lower()
        if word not in ("and", "&", "plus", ";", "while", "as"):
            continue
        opening = at + 1
        while opening < len(tokens) - 2 and (
            tokens[opening].text.lower().endswith("ly") or tokens[opening].text.lower() in ("well", "as", "also", "to")
        ):
            opening += 1
        verb, following = tokens[opening], tokens[opening + 1].text.lower()
        hit = verbs.get(verb.idx)
        if (
            hit is None
            or verb.idx in subordinate
            or following in _NO_OBJECT
            or hit.term.split()[0] != verb.text.lower()
        ):
            continue
        # "attract and retain engineers": one object for both verbs is one goal
        object_before = any(t.idx not in verbs for t in tokens[1:at] if t.is_alpha)
        if object_before and tokens[0].idx in verbs and not _is_list_of_nouns(tokens, at, verbs):
            start = tokens[at].idx if word not in ";" else verb.idx
            last = tokens[at - 1] if tokens[at - 1].text not in ",;" else tokens[at - 2]
            return _Second(last.idx + len(last.text), start, verb.idx, 1.0 if opening - at <= _REACH else 0.7)
    return None


def _is_list_of_nouns(tokens: list[Any], at: int, verbs: dict[int, Any]) -> bool:
    """Whether the word before the joint is itself one of a list ("design, build and test the press")."""
    return at >= 2 and tokens[at - 1].idx in verbs and tokens[at - 2].text in (",", "to")
