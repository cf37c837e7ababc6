"""Feishu and Lark: API v1 (plain content, 0-100) and v2 (content blocks, 0-1)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from okr_lint.model import Document, Statement
from okr_lint.model.quoting import quote
from okr_lint.readers import read_text

V1 = {
    "code": 0,
    "data": {
        "okr_list": [
            {
                "id": "70",
                "name": "2026 年 4 月 - 6 月",
                "period_id": "63",
                "objective_list": [
                    {
                        "id": "71",
                        "content": "门诊不再让人久等 @何医生",
                        "score": 70,
                        "weight": 100,
                        "progress_rate": {"percent": 40, "status": "1"},
                        "deadline": "1782777600000",
                        "mentioned_user_list": [{"open_id": "ou_1", "user_id": "u1"}],
                        "aligning_objective_list": [{"id": "55", "okr_id": "50"}],
                        "aligned_objective_list": [{"id": "99", "okr_id": "90"}],
                        "kr_list": [
                            {
                                "id": "72",
                                "content": "候诊中位数 20 分钟",
                                "score": 60,
                                "kr_weight": 50,
                                "deadline": "1780185600000",
                            },
                            {"id": "73", "content": "", "score": 0, "kr_weight": 50, "progress_rate": {"percent": 0}},
                        ],
                    }
                ],
            }
        ]
    },
}


def run(text: str) -> dict[str, Any]:
    return {"paragraph_element_type": "textRun", "text_run": {"text": text}}


def block(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"block_element_type": "paragraph", "paragraph": {"elements": list(elements)}}


def read(value: Any, ascii_only: bool = False) -> tuple[Document, str]:
    text = json.dumps(value, ensure_ascii=ascii_only)
    return read_text(text, "a.json", "json"), text


def test_v1() -> None:
    document, text = read(V1)
    (objective,) = document.objectives
    assert objective.text == "门诊不再让人久等 @何医生"
    assert objective.span is not None and text[slice(*objective.span)] == objective.text
    context = objective.context
    assert (context.owner, context.parent, context.deadline, context.cycle) == (
        "何医生",
        "55",
        "2026-06-30",
        "2026 年 4 月 - 6 月",
    )
    assert (context.score, context.weight, context.progress, context.identifier) == ("70/100", "100", "40%", "71")
    assert [(k.text, k.context.weight, k.context.deadline) for k in objective.key_results] == [
        ("候诊中位数 20 分钟", "50", "2026-05-31"),
        ("", "50", "2026-06-30"),
    ]


def v2(as_string: bool) -> dict[str, Any]:
    def content(*blocks: dict[str, Any]) -> Any:
        made = {"blocks": list(blocks)}
        return json.dumps(made, ensure_ascii=False) if as_string else made

    person = {"paragraph_element_type": "mention", "mention": {"user_id": "u9"}}
    link = {"paragraph_element_type": "docsLink", "docs_link": {"url": "https://x.example/d", "title": "换药指南"}}
    return {
        "cycle": {"start_time": "1775001600000", "end_time": "1782777600000", "score": 0.4},
        "objectives": [
            {
                "id": "8",
                "position": 1,
                "content": content(block(run('病房的夜晚更"安静"'), person)),
                "notes": content(block(run("噪声投诉最多"))),
                "score": 0.7,
                "weight": 1,
                "deadline": "1782777600000",
                "alignments": [{"from_entity_id": "8", "to_entity_id": "3"}],
                "key_results": [
                    {
                        "id": "9",
                        "content": content(block(run("按 "), link, run(" 执行")), block(run("分贝低于 40"))),
                        "score": 0.5,
                        "weight": 0.6,
                        "indicator": {
                            "start_value": 52,
                            "target_value": 40,
                            "current_value": 50,
                            "unit": {"unit_type": 1, "unit_value": "dB"},
                        },
                    }
                ],
            }
        ],
    }


def literal(text: str, statement: Statement, start: int, end: int) -> str:
    span = statement.source_span(start, end)
    assert span is not None
    return text[slice(*span)]


def test_v2_blocks_as_objects() -> None:
    document, text = read(v2(as_string=False))
    (objective,) = document.objectives
    (key_result,) = objective.key_results
    assert (objective.text, key_result.text) == ('病房的夜晚更"安静"', "按 换药指南 执行\n分贝低于 40")
    assert objective.span is not None and text[slice(*objective.span)] == '病房的夜晚更\\"安静\\"'
    assert literal(text, key_result, 2, 6) == "换药指南"
    assert literal(text, key_result, 10, 12) == "分贝"
    context = objective.context
    assert (context.owner, context.parent, context.cycle) == ("u9", "3", "2026-04-01 – 2026-06-30")
    assert context.notes == ["噪声投诉最多"]
    said = key_result.context
    assert (said.baseline, said.target, said.current, said.unit) == ("52", "40", "50", "dB")
    assert (said.weight, said.score, said.deadline) == ("0.6", "0.5/1", "2026-06-30")


def test_v2_blocks_as_a_json_string_map_through_both_levels() -> None:
    document, text = read(v2(as_string=True), ascii_only=True)
    (objective,) = document.objectives
    assert objective.text == '病房的夜晚更"安静"'
    assert literal(text, objective, 0, 1) == "\\u75c5"
    assert literal(text, objective, 6, 7) == '\\\\\\"'
    assert objective.span is not None
    edited = text[: objective.span.start] + quote('a "b"', objective.quoting) + text[objective.span.end :]
    assert read_text(edited, "a.json", "json").objectives[0].text == 'a "b"'


def test_camel_case_elements() -> None:
    paragraph = {
        "elements": [{"textRun": {"text": "Beds "}}, {"docsLink": {"title": "free"}}, {"mention": {"userID": "u"}}]
    }
    document, _ = read({"objectives": [{"content": {"blocks": [{"paragraph": paragraph}]}, "keyResults": []}]})
    assert [(o.text, o.context.owner) for o in document.objectives] == [("Beds free", "u")]


def test_a_sentence_that_only_looks_like_json_stays_a_sentence() -> None:
    document, _ = read({"objectives": [{"objective": '{"blocks": broken', "key_results": ['{"blocks": 3}']}]})
    assert [s.text for s in document.statements()] == ['{"blocks": broken', '{"blocks": 3}']


@pytest.mark.parametrize(
    ("milliseconds", "day"),
    [
        ("1774972800000", "2026-04-01"),  # midnight in Shanghai
        ("1775001600000", "2026-04-01"),  # in London, had it no summer time
        ("1775026800000", "2026-04-01"),  # in San Francisco
        ("1782835199000", "2026-06-30"),  # the last second of a day in Shanghai
        ("1782863999000", "2026-06-30"),  # of UTC
    ],
)
def test_a_day_is_the_one_that_was_meant_in_the_tenants_zone(milliseconds: str, day: str) -> None:
    given = json.dumps(
        {
            "okr_list": [
                {
                    "name": "OKR",
                    "objective_list": [
                        {"content": "让门店更快", "deadline": milliseconds, "kr_list": [{"content": "提升到 9 家"}]}
                    ],
                }
            ]
        }
    )
    document = read_text(given, "okr.json", "json")
    assert document.objectives[0].context.deadline == day
