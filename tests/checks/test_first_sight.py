"""What the third first-sight review found wrong (docs/reliability.md), in sentences of other documents."""

from __future__ import annotations

import pytest

from okr_lint.linter import FileResult, Linter
from okr_lint.model import Document, KeyResult, Objective, Source
from okr_lint.settings import Settings


def _check(text: str, *others: str, objective: str = "", progress: str | None = None) -> FileResult:
    document = Document("case", "json", Source(""))
    top = Objective(objective or ("Guests come back on their own" if text.isascii() else "让客人自己回来"))
    top.key_results = [KeyResult(one) for one in (text, *others)]
    top.key_results[0].context.progress = progress
    document.objectives.append(top)
    document.context.cycle, document.context.owner = "2026 Q3", "team"
    document.number()
    return Linter(Settings(preview=True)).check_document(document)


def _codes(result: FileResult, statement: str = "O1/KR1") -> dict[str, str]:
    return {finding.code: finding.message for finding in result.findings if finding.statement == statement}


@pytest.mark.parametrize(
    "text",
    [
        "审批由 3 个工作日压缩到 5 小时",
        "换线从两天缩短到 6 小时",
        "交付由三周缩短为三天",
        "Cut the median reply from 2 days to 5 hours",
        "Bring set-up time down to 12 minutes at the 95th percentile, from roughly 2 hours now",
    ],
)
def test_units_that_differ_are_not_compared(text: str) -> None:
    assert "K214" not in _codes(_check(text))


@pytest.mark.parametrize(
    ("text", "scaffold"),
    [
        ("Attrition increased from 9% to 6%", "Cut attrition"),
        ("Raise waiting time from 12 to 8 minutes", "Cut waiting time"),
        ("Grow weekly orders from 900 to 700", "Raise weekly orders"),
    ],
)
def test_a_scaffold_goes_the_way_that_is_better(text: str, scaffold: str) -> None:
    found = next(f for f in _check(text).findings if f.code == "K214")
    assert str(found.suggestions[0].text).startswith(scaffold)


def test_a_share_in_brackets_tells_where_a_share_stands() -> None:
    assert "F005" not in _codes(_check("Renewals reach 112% of last year", progress="105%"))
    assert "F005" in _codes(_check("40 shops use the new till", progress="105%"))
    assert "K213" not in _codes(_check("100% of shops use the new till", progress="54%"))


@pytest.mark.parametrize("text", ["Hire a head of care", "Hire Head of Care", "Recruit one lab technician"])
def test_one_hire_has_its_number(text: str) -> None:
    said = _codes(_check(text, "Cases closed within a day rise from 40% to 80%"))
    assert not any("number" in message and "without" in message for message in said.values()), said


def test_many_hires_need_one() -> None:
    said = _codes(_check("Hire lab technicians", "Cases closed within a day rise from 40% to 80%"))
    assert any("without a number" in message for message in said.values()), said


def test_more_of_nothing_is_a_degree() -> None:
    assert "how many" not in _codes(_check("Exercise more"))["K201"]
    assert "how many" in _codes(_check("Publish more case studies"))["K201"]


def test_a_word_for_how_long_is_named_last() -> None:
    assert "更快" in _codes(_check("持续优化排班，换班更快"))["K201"]


def test_the_same_label_twice_names_nobody() -> None:
    key_results = "- KR: Kitchen complaints fall from 40 to 10\n- KR: Kitchen complaints below 15\n"
    text = f"# 2026 Q3\n\n## O1: Guests come back\n\n{key_results}"
    said = [f.message for f in Linter().check_text(text).findings if f.code == "S304"]
    assert said
    assert all("O1/KR1" in message for message in said)


@pytest.mark.parametrize(
    ("text", "objective"),
    [
        ("定期进行巡店", "让客户愿意留下来"),
        ("完善患者档案", "让来过的患者愿意再来"),
        ("Volunteer newsletter", "Volunteers who stay"),
    ],
)
def test_whom_it_is_about_chooses_no_metric(text: str, objective: str) -> None:
    said = [s.title for f in _check(text, objective=objective).findings for s in f.suggestions]
    assert not any("可选的指标" in title or "choose from" in title for title in said), said


@pytest.mark.parametrize(
    "text", ["Convince 12 clinics to test the app", "Persuade 5 landlords to sign early", "成功说服 12 家诊所试用"]
)
def test_what_others_then_do_is_no_work(text: str) -> None:
    assert "K202" not in _codes(_check(text))
