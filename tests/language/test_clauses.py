"""Parts with verbs of their own, and lists that are one part."""

from __future__ import annotations

import pytest

from okr_lint.language import analyse


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Raise NPS to 50 and cut churn to 2%", ["Raise NPS to 50", "cut churn to 2%"]),
        ("Hire two designers, launch the shop", ["Hire two designers", "launch the shop"]),
        ("Migrate billing and payroll", ["Migrate billing and payroll"]),
        ("Fast and reliable search", ["Fast and reliable search"]),
        ("提升获客效率，并重构财务系统", ["提升获客效率", "重构财务系统"]),
        ("上线会员小程序，完成数据迁移", ["上线会员小程序", "完成数据迁移"]),
        ("覆盖华东、华南和华北", ["覆盖华东、华南和华北"]),
        ("完成选型；开展培训", ["完成选型", "开展培训"]),
    ],
)
def test_clauses(text: str, parts: list[str]) -> None:
    assert [text[c.start : c.end].rstrip() for c in analyse(text).clauses] == parts


def test_a_clause_names_its_verb() -> None:
    first, second = analyse("Launch the shop and increase orders by 20%").clauses
    assert (first.verb, first.verb_class) == ("launch", "output")
    assert (second.verb, second.verb_class) == ("increase", "outcome")
