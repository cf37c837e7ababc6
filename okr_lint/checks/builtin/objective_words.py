"""O rules that single words decide: hedges, clichés, promises of everything, horizons, duties."""

from __future__ import annotations

from collections.abc import Iterator

from okr_lint.checks.behind import behind, is_fiscal
from okr_lint.checks.cycle import parse_cycle
from okr_lint.checks.match import Match, Subject, TextEdit, check
from okr_lint.checks.remainder import remainder
from okr_lint.language import Analysis, Hit
from okr_lint.language.ranges import Ranges
from okr_lint.suggestions import drop

# What may stand beside a cliché without saying anything more.
_EMPTY = ("cliche", "slogan", "empty_verb", "vague_degree", "abstract_noun", "uncountable", "effect_verb", "hedge")
_ALSO_EMPTY = (*_EMPTY, "output_verb", "outcome_verb")


# What customers or colleagues may do as well as the author ("let users try it", 用户希望 …).
_WISHES_EN = "try aim strive seek attempt hope wish intend plan want expect look"
_WISHES_ZH = "希望 期望 期待 想要 打算 尝试 考虑 可能"
_WISHES = frozenset((*_WISHES_EN.split(), *_WISHES_ZH.split()))


@check("hedged-objective")
def hedged_objective(subject: Subject) -> Iterator[Match]:
    """Said once, at the first hedge; the edit drops all of them."""
    text = subject.judged.statement.text
    hits = own_hedges(subject.judged.analysis)
    if hits:
        yield Match(hits[0].start, hits[0].end, edits={"drop": dropped(text, hits)})


def own_hedges(analysis: Analysis) -> tuple[Hit, ...]:
    """The hedges of the author; not what customers or others hope, try or want."""
    others = {hit.end for hit in analysis.found("beneficiary")}
    return tuple(
        hit
        for hit in analysis.found("hedge")
        if not (hit.term in _WISHES and analysis.normal.startswith("的", hit.end))  # 想要的先例: what somebody wants
        and (hit.term.split()[0] not in _WISHES or len(analysis.normal[: hit.start].rstrip()) not in others)
    )


def dropped(text: str, hits: tuple[Hit, ...]) -> tuple[TextEdit, ...]:
    """Edits that take all these words out; none where little else would remain."""
    if len(text) - sum(hit.end - hit.start for hit in hits) < 4:
        return ()
    return tuple(TextEdit(*change) for hit in hits for change in drop(text, hit.start, hit.end))


@check("cliche")
def cliche(subject: Subject) -> Iterator[Match]:
    """The first worn phrase, all of them named; louder where nothing else is said."""
    analysis = subject.judged.analysis
    hits = analysis.found("cliche")
    if not hits:
        return
    words = list(dict.fromkeys(analysis.text[hit.start : hit.end] for hit in hits))
    params = {"words": {"zh": "」「".join(words), "en": '", "'.join(words)}}
    bare = not analysis.found("staffing") and not remainder(analysis, _ALSO_EMPTY)
    yield Match(hits[0].start, hits[0].end, "only" if bare else "default", params, "warning" if bare else "info")


@check("absolute-promise")
def absolute_promise(subject: Subject) -> Iterator[Match]:
    """The first promise of everything or nothing, unless the objective is marked as committed."""
    judged = subject.judged
    if judged.statement.context.committed:
        return
    weak = Ranges((hit.start, hit.end) for hit in judged.analysis.found("absolute_weak"))
    for hit in judged.analysis.found("absolute"):
        if not weak.cover(hit.start, hit.end):
            yield Match(hit.start, hit.end)
            return


@check("beyond-cycle")
def beyond_cycle(subject: Subject) -> Iterator[Match]:
    """A year after the cycle's, a deadline behind its end, or years ahead in words; needs a cycle in the document."""
    judged = subject.judged
    cycle = parse_cycle(judged.statement.context.cycle)
    if cycle is None:
        return
    params = {"cycle": judged.statement.context.cycle}
    for date in judged.analysis.dates:
        if date.year is not None and cycle.year is not None and date.year > cycle.year:
            yield Match(date.start, date.end, params=params)
            return
    if any(behind(judged)):
        for late in behind(judged, fiscal=is_fiscal(subject.document.source.text)):
            yield Match(late.start, late.end, params={**params, "word": late.wording})
            return
    for hit in judged.analysis.found("long_horizon"):
        yield Match(hit.start, hit.end, params=params)
        return
