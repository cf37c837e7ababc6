"""K210: hiring and filling positions as a key result."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from okr_lint.checks.builtin.key_result_evidence import evidence
from okr_lint.checks.builtin.key_result_params import params
from okr_lint.checks.gated import gated
from okr_lint.checks.match import Judged, Match, Subject, check
from okr_lint.language import Analysis, Hit
from okr_lint.patterns import late
from okr_lint.suggestions import candidate_metrics

_MISSING = {
    "number": {"zh": "没有写人数", "en": "without a number of people"},
    "date": {"zh": "没有写期限", "en": "without a date"},
    "outcome": {"zh": "旁边没有写招来之后的成效", "en": "with no outcome beside it that says what the people are for"},
}


@lru_cache(maxsize=1)
def _patterns() -> dict[str, Any]:
    return gated(
        {
            "hiring": (
                r"招(?:聘|募|到|满|收|人|入|进|揽)|扩招|社招|校招[^宣]|引进.{0,6}人才|人才引进|引才|到岗|入职|补员|扩编|增员|增编|满编|聘请|聘用|录用|配齐|补齐编制|(?:扩充"
                r"|组建|搭建|扩大)[^,,。]{0,6}团队"
                r"|\b(?:hir(?:e|es|ed)|recruit(?:s|ed)?|headhunt|staff up|on ?board|(?:fill"
                r"|filled) (?:the |all |open |[0-9]+ )*(?:open )?(?:roles?|positions?|vacanc(?:y|ies))"
                r"|(?:grow|expand|build|build out|extend|double) (?:the |our |a |out the )?(?:[a-z]+ )?team"
                r"|add headcount|headcount|start work)\b"
            ),
            # what is measured about hiring, or about those who were hired, is no staffing task
            "about": (
                r"招[人聘]的|招聘(?:周期|成本|渠道|效率|流程|系统|质量|体系|满意|网站|转化)|(?:到岗|入职|录用)(?:率|周期|时间|后|首|满|第|培训|手册|流程|体验|接受)|入离职"
                r"|新员工|新人|志愿者?招募率"
                r"|new hires?|time[ -]to[ -]hire|cost per hire|quality of hire|hiring (?:time|cost|process|manager"
                r"|page|funnel|plan|pipeline|bar)|(?:recruiting|recruitment) (?:cost|process|page|funnel|campaign)"
                r"|offer accept|turnover|per hire|hires who|of hires"
            ),
            "people": (
                r"人|名|位|员|师|手|岗|经理|主管|干部|团队|engineer|manager|agent|developer|designer|people|staff|team|lead|sre"
                r"|role|position|hire|volunteer|teacher|driver|nurse|technician"
            ),
        }
    )


class Staffing(NamedTuple):
    """A hire: where it is named, whether something is missing that would make it acceptable, and what messages need."""

    start: int
    end: int
    open: bool
    params: dict[str, Any]


@check("staffing-key-result")
def staffing_key_result(subject: Subject) -> Iterator[Match]:
    """A hire: accepted with number and date beside an outcome, a warning otherwise."""
    found = staffing(subject)
    if found is not None:
        message, severity = ("open", "warning") if found.open else ("default", "info")
        yield Match(found.start, found.end, message, found.params, severity)


def staffing(subject: Subject) -> Staffing | None:
    """What a key result says of hiring, if that is what it is about."""
    judged = subject.judged
    analysis = judged.analysis
    place = _hiring(analysis)
    if place is None:
        return None
    missing = [name for name, given in _given(subject, judged) if not given]
    if evidence(judged).change and evidence(judged).number and evidence(judged).effect:
        return None
    objective = subject.objective.analysis if subject.objective else None
    metrics = [m for m in candidate_metrics(objective, None, asked=False) if m.field != "hr"] if objective else []
    language = "en" if analysis.language == "en" else "zh"
    down = bool(metrics) and metrics[0].direction == "down"
    change = {"zh": "降到" if down else "提升到", "en": "Cut" if down else "Raise"}[language]
    metric = metrics[0].name(language) if metrics else {"zh": "⟨指标⟩", "en": "⟨metric⟩"}[language]
    words = {
        lang: ("," if lang == "zh" else " and ").join(_MISSING[name][lang] for name in missing) for lang in ("zh", "en")
    }
    filled = {**params(subject, analysis.text[slice(*place)]), "metric": metric, "change": change, "missing": words}
    return Staffing(*place, bool(missing), filled)


def _hiring(analysis: Analysis) -> tuple[int, int] | None:
    normal = analysis.normal
    patterns = _patterns()
    found = patterns["hiring"].search(normal)
    if found is None or patterns["about"].search(normal):
        return None
    hits: tuple[Hit, ...] = analysis.found("staffing")
    if not hits and not patterns["people"].search(normal):
        return None
    start, end = found.span()
    return start, end


def _given(subject: Subject, judged: Judged) -> Iterator[tuple[str, bool]]:
    context = judged.statement.context
    others = [other for other in subject.key_results if other is not judged]
    yield "number", evidence(judged).number or _one(judged.analysis)
    yield "date", bool(context.cycle or context.deadline or judged.analysis.dates)
    yield "outcome", any(_is_outcome(other) for other in others)


def _one(analysis: Analysis) -> bool:
    """Whether one person is to be hired: "Hire a senior controller", "Hire Head of Sales", 招聘一名法务."""
    articles = [analysis.normal[a.start : a.end] for a in analysis.non_targets if a.kind == "article"]
    if any(article.replace(" ", "") in _SINGLE for article in articles):
        return True
    role = _ROLE.search(analysis.normal)
    return role is not None and not role.group(1).endswith("s") and _MANY.search(role.group()) is None


_SINGLE = ("一名", "一位", "一个", "一人", "1名", "1位", "1个", "1人", "one", "1")
_ROLE = late(
    r"(?<![a-z])(?:hire|recruit)s?\s((?:(?!(?:of|for|by|in|to|with|from|and|at|on|before|as)(?![a-z]))[a-z/-]++\s?)++)"
)
_MANY = late(r"(?<![a-z])(?:team|staff|people|talent|more|some|new|additional|several|the)(?![a-z])")


def _is_outcome(judged: Judged) -> bool:
    """By its words (a number on an effect), or by the classifier where it is sure."""
    signs = evidence(judged)
    if signs.number and (signs.change or signs.effect):
        return True
    label = judged.labels.get("kind")
    return label is not None and label.sure and label.value == "outcome"
