"""Every shape of shape_cases.py: statements, order, spans, and what is said about them."""

from __future__ import annotations

import json

import pytest

from okr_lint.model import Document
from okr_lint.readers import read_text
from tests.readers.shape_cases import SHAPES


def read(name: str) -> Document:
    return read_text(json.dumps(SHAPES[name][0], ensure_ascii=False), "a.json", "json")


@pytest.mark.parametrize("name", SHAPES)
def test_shape(name: str) -> None:
    expected = SHAPES[name][1]
    document = read(name)
    text = document.source.text
    assert [(o.text, [k.text for k in o.key_results]) for o in document.objectives] == expected
    for statement in document.statements():
        assert statement.span is not None
        assert json.loads(f'"{text[slice(*statement.span)]}"') == statement.text


def test_numbers_beside_a_metric_go_to_the_context() -> None:
    objective = read("metric instead of a sentence").objectives[0]
    context = objective.key_results[0].context
    assert (context.baseline, context.target, context.current, context.unit, context.progress) == (
        "81",
        "95",
        "84",
        "%",
        "21",
    )
    assert (context.cycle, context.owner) == ("2026-Q1", "Bo")
    assert objective.context.notes == ["Delays cost us riders."]


def test_context_of_chinese_keys() -> None:
    document = read("chinese keys")
    first, second = document.objectives[0].key_results
    assert (first.context.weight, first.context.owner, first.context.unit) == ("60", "小方", "人次")
    assert (first.context.baseline, first.context.target) == ("700", "1200")
    assert (second.context.owner, second.context.cycle) == (None, "2026年第二季度")
    assert (document.objectives[0].context.parent, document.objectives[0].context.confidence) == ("O-公司-1", "7")


def test_containers_give_team_cycle_and_parent() -> None:
    dye, loom = read("teams and cycles as containers").objectives
    assert (dye.context.team, dye.context.cycle, loom.context.team, loom.context.cycle) == (
        "Dye",
        "2026-Q3",
        "Loom",
        None,
    )
    assert [o.context.parent for o in read("children").objectives] == [None, "C1"]
    assert [o.context.cycle for o in read("period and O, KR").objectives] == ["202601-202603", "202604-202606"]


def test_labels_are_the_authors_own() -> None:
    assert [s.label for s in read("labels as keys").statements()] == ["O1", "KR1", "KR2", "O2", "KR1", "KR2"]
    assert [s.label for s in read("objective as an object").statements()] == ["O4", None]
    assert [s.label for s in read("titles").statements()] == [None, None]


def test_a_key_result_without_text_is_left_over_not_lost() -> None:
    document = read_text('{"objective": "o", "key_results": [{"target": 3}, null, {"text": "k"}]}', "a.json", "json")
    assert [k.text for k in document.objectives[0].key_results] == ["k"]
    assert len(document.leftovers) == 1
