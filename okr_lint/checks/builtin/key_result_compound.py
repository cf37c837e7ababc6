"""K208: several results in one line, and how to split them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from okr_lint.checks.builtin.key_result_evidence import evidence
from okr_lint.checks.builtin.key_result_halves import keeps_meaning, stand_alone
from okr_lint.checks.builtin.key_result_params import edits, params, shortened
from okr_lint.checks.builtin.key_result_parts import Joint, is_guarded, joints
from okr_lint.checks.builtin.lines import line_opening
from okr_lint.checks.match import Match, Subject, check
from okr_lint.checks.openness import is_open
from okr_lint.checks.verdict import combine, within_reach
from okr_lint.language import Analysis
from okr_lint.suggestions import split

_BLANKS = {"zh": "- ⟨一个结果⟩\n- ⟨另一个结果⟩", "en": "- ⟨one result⟩\n- ⟨the other result⟩"}


@check("compound-key-result")
def compound_key_result(subject: Subject) -> Iterator[Match]:
    """Results that would be scored separately, joined by a comma, a semicolon or "and"."""
    judged = subject.judged
    analysis, label = judged.analysis, judged.labels.get("compound")
    if not within_reach("K208", label, "yes"):
        return
    deep = is_open(label, "yes")
    numbers = [(q.start, q.end) for q in analysis.quantities]
    found = joints(analysis, numbers, evidence(judged).lead is not None, deep)
    joint = found[0] if found else None
    verdict = combine(
        "K208", "compound", label, "yes",
        evidence=True if joint else None, strength=1.0 if joint and joint.sure else 0.6,
    )  # fmt: skip
    if verdict is None or (joint is None and is_guarded(analysis)):
        return
    if joint is None:
        yield Match(params={**params(subject, analysis.text), "parts": ""}, **verdict.for_match())
        return
    if verdict.source == "rule" and not joint.plain:
        verdict = verdict._replace(severity="info")
    text = analysis.text
    word = text[joint.start : joint.end].strip() or text[joint.start : joint.end]
    start = joint.start + (len(text[joint.start : joint.end]) - len(text[joint.start : joint.end].lstrip()))
    opening = line_opening(judged.statement, subject.document.source) if stand_alone(analysis, joint) else None
    changes = edits(split(text, joint.start, joint.end, opening)) if opening is not None else ()
    yield Match(
        start,
        start + len(word),
        params={**params(subject, shortened(word)), "parts": "" if changes else _two(analysis, joint)},
        edits={"split": changes} if changes else {},
        **verdict.for_match(),
    )


def _two(analysis: Analysis, joint: Joint) -> Any:
    """Both parts, each on a line of its own; blanks where one of them would lose what it is about."""
    if not keeps_meaning(analysis, joint._replace(plain=True)):
        return _BLANKS
    parts = (analysis.text[slice(*joint.left)], analysis.text[slice(*joint.right)])
    return "\n".join(f"- {part.strip(' ,，、;；')}" for part in parts)
