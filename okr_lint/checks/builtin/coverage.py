"""S305, S306, S308: do the key results reach the objective, all of it, and with its quality intact?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from okr_lint.checks.facets import facet_name, facets, served
from okr_lint.checks.match import Judged, Match, Subject, check
from okr_lint.checks.tokens import content_words
from okr_lint.language import Analysis
from okr_lint.patterns import late

_LEAST_KEY_RESULTS = 2
_LEAST_SIBLINGS = 2
# Facets that count how much; and those that say how good it is.
_QUANTITY = {"growth", "revenue", "efficiency", "speed"}
_QUALITY = {"quality", "satisfaction", "loyalty", "reliability", "security"}


@check("uncovered-objective")
def uncovered_objective(subject: Subject) -> Iterator[Match]:
    """A facet that the objective names and none of its key results serves.

    Where others of its facets are served the gap is plain; where none is, facets say nothing either way and
    the words of the ``Doc`` decide whether objective and key results speak of the same thing.
    """
    key_results = subject.key_results
    if len(key_results) < _LEAST_KEY_RESULTS:
        return
    wanted = facets(subject.judged)
    serving = [served(key_result) for key_result in key_results]
    if not all(serving):
        return  # nobody can say what the others measure
    covered: set[str] = set().union(*serving)
    served_places = {place for facet, place in wanted.items() if facet in covered}  # one word may name two facets
    open_facets = {facet: place for facet, place in wanted.items() if place not in served_places}
    if not open_facets:
        return
    partly = bool(served_places)
    if not partly:
        words = content_words(subject.judged.analysis)
        if any(words & content_words(key_result.analysis) for key_result in key_results):
            return
    facet, (start, end) = min(open_facets.items(), key=lambda item: item[1])
    listed = any(_side_by_side(subject.judged.analysis, place, (start, end)) for place in served_places)
    word, names = subject.judged.analysis.text[start:end], facet_name(facet)
    named = {lang: "" if name == word else _IN_BRACKETS[lang](name) for lang, name in names.items()}
    yield Match(
        start,
        end,
        "facet" if partly else "default",
        {"facet": names, "named": named},
        "warning" if listed else "info",
        related=tuple(k.statement.id for k in key_results),
    )


# in brackets behind the author's word, where the facet's name is another one
_IN_BRACKETS: dict[str, Callable[[str], str]] = {"zh": "（{}）".format, "en": " ({})".format}
_JOINT = late(r"[^,，、和与及并且又更而也]{0,4}(?:[,，、]|[和与及并且又而也]|\band\b|&)[^,，、]{0,12}")


def _side_by_side(analysis: Analysis, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two words stand in one list of aims: 更快、更便宜; "fast and safe". A word of a phrase is no aim."""
    first, second = sorted([one, other])
    return _JOINT.fullmatch(analysis.normal, first[1], second[0]) is not None


@check("unrelated-key-result")
def unrelated_key_result(subject: Subject) -> Iterator[Match]:
    """A key result that serves another facet than the objective and all the others, and shares no word with them."""
    wanted = set(facets(subject.judged))
    key_results = subject.key_results
    if not wanted or len(key_results) <= _LEAST_SIBLINGS:
        return
    serving = [served(key_result) for key_result in key_results]
    strangers = [i for i, own in enumerate(serving) if own and not wanted & own]
    if len(strangers) != 1 or sum(bool(wanted & facets(k).keys()) for k in key_results) * 2 < len(key_results):
        return  # the objective's facets do not tell what this set is about
    named = Counter(facet for key_result in key_results for facet in facets(key_result))
    words = Counter(word for one in (subject.judged, *key_results) for word in content_words(one.analysis))
    for index in strangers:
        judged = key_results[index]
        kind = judged.labels.get("kind")
        if kind is not None and kind.sure and kind.value == "output":
            continue  # a thing made is a means: which facet its words name says nothing
        alone = bool(judged.analysis.quantities) and all(named[facet] == 1 for facet in facets(judged))
        if alone and all(words[word] == 1 for word in content_words(judged.analysis)):
            yield Match(
                params={"facets": _names(judged)},
                statement=judged.statement.id,
                related=(subject.judged.statement.id,),
            )


@check("missing-guardrail")
def missing_guardrail(subject: Subject) -> Iterator[Match]:
    """All key results count how much, none says how good it has to be."""
    if len(subject.key_results) < _LEAST_KEY_RESULTS:
        return
    if not all(k.analysis.quantities and set(facets(k)) & _QUANTITY for k in subject.key_results):
        return
    named: set[str] = set().union(*(facets(k) for k in (subject.judged, *subject.key_results)))
    if not named & _QUALITY:
        yield Match(related=tuple(k.statement.id for k in subject.key_results))


def _names(judged: Judged) -> dict[str, str]:
    names = [facet_name(facet) for facet in facets(judged)]
    return {"zh": "、".join(n["zh"] for n in names), "en": ", ".join(n["en"] for n in names)}
