"""O105: two goals in one line, each of which could succeed while the other fails."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from okr_lint.checks.builtin.key_result_halves import keeps_meaning
from okr_lint.checks.builtin.key_result_parts import Joint
from okr_lint.checks.builtin.objective_clauses import SecondGoal, second_goal
from okr_lint.checks.builtin.objective_joined import joined
from okr_lint.checks.builtin.objective_list import listed
from okr_lint.checks.match import Match, Subject, check
from okr_lint.checks.verdict import combine, within_reach

_ONE = {"zh": "⟨一个目标⟩", "en": "⟨one goal⟩"}
_OTHER = {"zh": "⟨另一个目标⟩", "en": "⟨the other goal⟩"}


@check("compound-objective")
def compound_objective(subject: Subject) -> Iterator[Match]:
    """A list of goals, or a second clause with a verb and an object of its own."""
    judged = subject.judged
    analysis, label = judged.analysis, judged.labels.get("compound")
    if not within_reach("O105", label, "yes"):
        return
    in_list = listed(analysis)
    second = (
        SecondGoal(in_list.first_end, in_list.start, in_list.start, in_list.strength)
        if in_list
        else second_goal(analysis, label)
    )
    if (second is None or second.strength < 1.0) and (halves := joined(analysis)) is not None:
        second = SecondGoal(halves.first_end, halves.start, halves.second, 1.0)
    verdict = combine(
        "O105",
        "compound",
        label,
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
    params: dict[str, Any] = {"first": text[: second.first_end], "second": text[second.verb : end]}
    joint = Joint(second.first_end, second.verb, (0, second.first_end), (second.verb, end), True)
    if not keeps_meaning(analysis, joint):
        params = {"first": _ONE, "second": _OTHER}
    # no edit: the second goal would be lost, and only its author knows which key results are its own
    yield Match(second.start, end, params=params, **verdict.for_match())
