import pytest
from outcome import read, shape

TEXTS = {
    "tree characters": (
        "Objective: Sell abroad\n├─ Key Result: 3 partners in Spain\n└─ Key Result: site in Spanish\n",
        {"Sell abroad": ["3 partners in Spain", "site in Spanish"]},
    ),
    "indented labels": (
        "Objective: Quiet ovens\n  KR 1: Noise under 40 dB\n  KR 2: No complaint\n",
        {"Quiet ovens": ["Noise under 40 dB", "No complaint"]},
    ),
    "pasted from a chat": (
        "一、目标(O)：成为片区第一\n1、KR：市占率 35%\n2、KR：评分 4.9\n二、目标(O)：稳定成长\n"
        "1、KR：离职率低于 8%\n（1）每月谈心\n",
        {"成为片区第一": ["市占率 35%", "评分 4.9"], "稳定成长": ["离职率低于 8%"]},
    ),
    "section words and bullets": (
        "目标：让客户推荐我们\n关键成果：\n- 推荐值 40\n- 老带新 30%\n",
        {"让客户推荐我们": ["推荐值 40", "老带新 30%"]},
    ),
    "labels without separator": (
        "2026 Q3 OKR\n\nO1 打造高效的流程\nKR1 周期 12 天\n\nO2 学习型团队\nKR1 人均分享 2 次\n",
        {"打造高效的流程": ["周期 12 天"], "学习型团队": ["人均分享 2 次"]},
    ),
    "in running text": (
        "Objectives：更好的体验，\n\nKey Results：\n\n1）步骤减少 20%，\n\n2）工单减少 40%\n\n"
        "部门定义的Objectives：1）简化注册，2）提高质量。说明。\n",
        {"更好的体验": ["步骤减少 20%", "工单减少 40%"], "简化注册": [], "提高质量": []},
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_plain_text(name: str) -> None:
    text, expected = TEXTS[name]
    assert shape(read(text, "text")) == expected


def test_a_title_line_gives_the_cycle() -> None:
    assert read("2026 Q3 OKR\n\nO1 流程\nKR1 12 天\n", "text").objectives[0].context.cycle == "2026 Q3"


RST = """====
2026
====

Write more essays
-----------------

.. okr:: _
   :id: 2026-o1
   :krs: 12 essays
         3 of them in print
   :scores: 0 0

May
   - wrote one

O2: Read the classics
---------------------

:Owner: Ada

* KR1: 20 books
* KR2: one lecture

.. okr-lint: ignore K205 (later)
"""


def test_restructured_text_with_directive_sections_fields_and_comment() -> None:
    document = read(RST, "rst")
    assert shape(document) == {
        "Write more essays": ["12 essays", "3 of them in print"],
        "Read the classics": ["20 books", "one lecture"],
    }
    assert document.objectives[1].context.owner == "Ada"
    (comment,) = document.comments
    assert comment.text == "okr-lint: ignore K205 (later)"
    assert RST[slice(*comment.span)] == ".. okr-lint: ignore K205 (later)"


def test_restructured_text_grid_table() -> None:
    text = (
        "+-----------+-----------+\n| Objective | Key Result|\n+===========+===========+\n"
        "| Bake      | 40 loaves |\n+-----------+-----------+\n|           | 9 shops   |\n+-----------+-----------+\n"
    )
    assert shape(read(text, "rst")) == {"Bake": ["40 loaves", "9 shops"]}
