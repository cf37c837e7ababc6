"""Signs that a key result tells of work rather than of its result, each with how plain it is."""

from __future__ import annotations

from okr_lint.checks.builtin.key_result_evidence import Evidence
from okr_lint.checks.builtin.key_result_work_en import work_en
from okr_lint.checks.builtin.key_result_work_signs import Work
from okr_lint.checks.builtin.key_result_work_zh import work_zh
from okr_lint.checks.match import Judged
from okr_lint.checks.openness import is_open
from okr_lint.language import Analysis

_BOUNDS = ("不少于", "不低于", "不小于", "达到", "以上", "至少", "at least", "reach")


def work(judged: Judged, signs: Evidence) -> Work | None:
    """The plainest sign of work; None where the statement names an effect that is to be reached.

    Three rules ask; it is worked out once.
    """
    analysis = judged.analysis
    if "work" not in analysis.kept:
        analysis.kept["work"] = _plainest(analysis, signs, is_open(judged.labels.get("kind"), "activity"))
    found: Work | None = analysis.kept["work"]
    return found


def _plainest(analysis: Analysis, signs: Evidence, deep: bool) -> Work | None:
    changes = signs.change is not None and not _only_bounds(analysis)
    if signs.number and changes:
        return None
    return work_en(analysis, signs) if analysis.language == "en" else work_zh(analysis, signs, changes, deep)


def _only_bounds(analysis: Analysis) -> bool:
    """Whether the words of direction only bound a number (at least, 不少于): they show no effect."""
    changes = [*analysis.found("direction_up"), *analysis.found("direction_down")]
    return all(any(bound in hit.term or hit.term in bound for bound in _BOUNDS) for hit in changes)
