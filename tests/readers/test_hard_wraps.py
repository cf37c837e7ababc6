"""Chinese mails whose lines are broken at a width: each statement is whole again, and every character has its place."""

from __future__ import annotations

import pytest
from outcome import read

OPENING = "各位同事好，下面是我们组第三季度的 OKR，已经对过两轮，请大家再看看有没有遗漏的地方，周五之前回复我即可。"
CLOSING = "有什么想法随时找我聊，我这周都在公司，不用专门约时间，走过来就行，或者在群里留言。"
STATEMENTS = {
    "O1：": "让新来的同事在两周之内就能独立处理客户的问题，而不是每件事都要去问旁边的老员工",
    "KR1：": "新人独立结案的平均天数从 21 天缩短到 10 天，其中复杂工单不超过 15 天，由导师在系统里确认",
    "KR2：": "知识库里最常用的 80 篇文章全部重写一遍，读者评分达到 4.5 分以上",
    "KR3：": "新人三个月留存率达到 95%",
    "O2：": "让客户愿意把我们推荐给同行",
    "KR4：": "NPS 从 31 提高到 45，样本不少于 400 份，其中 VIP 客户的 NPS 单独统计并达到 50",
    "KR5：": "收集 20 个可以公开署名的客户案例，覆盖华东、华南和西南三个大区，每个区不少于 5 个",
}


def _width(text: str, by_characters: bool) -> int:
    return len(text) if by_characters else sum(2 if char >= "\u2e80" else 1 for char in text)


def _broken(text: str, at: int, by_characters: bool) -> list[str]:
    lines = [""]
    for char in text:
        if _width(lines[-1] + char, by_characters) > at:
            lines.append("")
        if lines[-1] or char != " ":
            lines[-1] += char
    return [line.rstrip() for line in lines]


@pytest.mark.parametrize("by_characters", [True, False], ids=["characters", "columns"])
@pytest.mark.parametrize("at", [34, 36, 38, 40, 60, 72, 76])
@pytest.mark.parametrize("indent", ["", "  "], ids=["", "indented"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_statements_are_whole_again(by_characters: bool, at: int, indent: str, end: str) -> None:
    lines = [*_broken(OPENING, at, by_characters), ""]
    for label, statement in STATEMENTS.items():
        first, *others = _broken(label + statement, at, by_characters)
        lines += [first, *(indent + other for other in others)]
    document = read(end.join([*lines, "", *_broken(CLOSING, at, by_characters)]), "text", "okr.txt")
    got = [(one.label, one.text.replace(" ", "")) for one in document.statements()]
    assert got == [(label.rstrip("："), text.replace(" ", "")) for label, text in STATEMENTS.items()]


@pytest.mark.parametrize(
    "remark",
    ["负责人：王芳", "- 已和财务确认口径", "这一条要和市场部再对一次", "KR2：新增 12 家门店"],
)
def test_lines_of_any_length_stay_apart(remark: str) -> None:
    document = read(
        f"O1：让老客户常回来\nKR1：复购率从 19% 提升到 30%\n{remark}\nO2：把新店开好\nKR1：评分 4.8\n", "text"
    )
    assert document.objectives[0].key_results[0].text == "复购率从 19% 提升到 30%"
    assert document.objectives[1].key_results[0].text == "评分 4.8"
