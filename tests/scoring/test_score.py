"""What the score promises: 0 to 100, caps that nothing gets past, and no finding less ever costs points."""

from __future__ import annotations

import pytest

from okr_lint import Linter
from okr_lint.linter import _sets, understand
from okr_lint.model import Finding
from okr_lint.readers import read_text
from okr_lint.scoring import Score, score_document
from okr_lint.scoring.parts import KEY_RESULT_PARTS, OBJECTIVE_PARTS
from okr_lint.scoring.score import ACTIVITY_CAP, UNMEASURABLE_CAP, capped
from okr_lint.scoring.weights import score_models

WEAK = """# 客服 2026 Q3
## O1：力争打造一流的、让所有客户都满意的服务
- KR1：争取大幅提升满意度
- KR2：每周例会复盘
- KR3：协助销售签约 20 家客户等
- KR4：降低投诉从 10 单到 20 单
- KR5：完成率 100%
## O2: Try to be a world-class, industry-leading partner that never loses a customer
- KR1: Improve documentation
- KR2: Interview 20 customers
- KR3: 100,000 page views
- KR4: Successful launch of the wizard
- KR5: Raise retention from 40% to XX%
## O3: Win back lapsed customers
- KR1: Improve the process
- KR2: Support the sales team
"""
LINTER = Linter()


def judged(text: str) -> tuple[list, list[Finding]]:  # type: ignore[type-arg]
    document = read_text(text, "weak.md", "markdown")
    sets = _sets(document, understand(document))
    return sets, list(LINTER.engine.run(document, sets, None))


def test_removing_a_finding_never_lowers_anything() -> None:
    sets, findings = judged(WEAK)
    before, whole = score_document(sets, findings)
    assert whole is not None and len(findings) > 20
    moved = 0
    for at in range(len(findings)):
        after, total = score_document(sets, findings[:at] + findings[at + 1 :])
        assert total is not None and total.total >= whole.total
        for name, score in before.items():
            assert after[name].total >= score.total
            assert all(after[name].parts[part] >= value for part, value in score.parts.items())
        moved += after != before
    assert moved > 5  # findings do count


def test_scores_and_parts_lie_between_0_and_100() -> None:
    sets, findings = judged(WEAK)
    scores, whole = score_document(sets, findings * 5)
    assert whole is not None
    for score in (*scores.values(), whole):
        assert 0 <= score.total <= 100 and all(0 <= part <= 100 for part in score.parts.values())
    assert set(scores["O1"].parts) == set(OBJECTIVE_PARTS) and set(scores["O1/KR1"].parts) == set(KEY_RESULT_PARTS)


def test_caps_hold_without_any_finding() -> None:
    sets, _ = judged(WEAK)
    scores, _ = score_document(sets, [])
    unmeasured = activities = 0
    for one in sets:
        for key_result in one.key_results:
            total = scores[key_result.statement.id].total
            if key_result.labels["measurable"].value == "none":
                unmeasured += 1
                assert total <= UNMEASURABLE_CAP
            if key_result.labels["kind"].value == "activity":
                activities += 1
                assert total <= ACTIVITY_CAP
    assert unmeasured > 2 and activities > 2
    assert all(k.labels["measurable"].value == "none" for k in sets[2].key_results)
    assert scores["O3"].total <= UNMEASURABLE_CAP


@pytest.mark.parametrize("cap", [UNMEASURABLE_CAP, ACTIVITY_CAP])
def test_a_cap_keeps_the_order(cap: int) -> None:
    totals = [capped(total, cap) for total in range(101)]
    assert totals == sorted(totals) and len(set(totals)) == 101 and totals[-1] <= cap


@pytest.mark.parametrize("name", ["objective", "key_result"])
def test_a_better_part_never_gives_a_worse_total(name: str) -> None:
    model = score_models()[name]
    parts = OBJECTIVE_PARTS if name == "objective" else KEY_RESULT_PARTS
    for part in parts:
        totals = [model.total({**dict.fromkeys(parts, 0.5), part: step / 20}) for step in range(21)]
        assert totals == sorted(totals)
        assert totals[-1] > totals[0]
    assert 0 <= model.total(dict.fromkeys(parts, 0.0)) < round(model.total(dict.fromkeys(parts, 1.0))) <= 100


def test_no_statement_no_score() -> None:
    assert score_document([], []) == ({}, None)
    assert Score(3).parts == {}
