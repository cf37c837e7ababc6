"""One set of OKRs in many layouts: titles, forms of objectives and of key results, and what else stands on a page.

Every form is met with every other one somewhere in a sample that is the same on every run.
"""

from __future__ import annotations

import random
from itertools import product

import pytest
from outcome import in_language, read, shape

EN = {
    "Guests feel at home from the first minute": [
        "Check-in takes less than 4 minutes",
        "Rating on arrival rises from 4.1 to 4.6",
        "Every room has a hand-written note",
    ],
    "Make booking boringly easy": ["Share of bookings without a call from 55% to 80%", "Abandoned bookings below 12%"],
    "Our kitchen wastes nothing": ["Food waste per guest down to 90 g", "Two local farms take our scraps"],
}
ZH = {
    "让客人一进门就放松": ["入住办理不超过 4 分钟", "到店评分由 4.1 升到 4.6", "每间房都有手写卡片"],
    "把订房变成一件轻松的事": ["自助预订占比从 55% 到 80%", "订单放弃率低于 12%"],
    "厨房不再浪费": ["人均厨余降到 90 克", "两家农场接收厨余"],
}
TITLES = [
    ("# Hotel OKRs 2026 Q2", "# 酒店 2026 年 Q2 OKR"),
    ("# OKRs", "# OKR"),
    ("# Objectives and Key Results – Summer 2026", "# 目标与关键结果（2026 夏）"),
    ("# Goals of the hotel, Q2 2026", "# 2026 Q2 目标"),
    ("# Hotel Lindenhof: objectives for 2026", "# 菩提酒店年度 OKR"),
]
OBJECTIVES = {
    "heading": "## {text}",
    "numbered heading": "## {n}. {text}",
    "third level": "### {text}",
    "emoji": "## 🚀 {text}",
    "label": "## O{n}: {text}",
    "label and dash": "## O{n} – {text}",
    "bold": "**{text}**",
    "numbered bold": "**{n}. {text}**",
    "bold label": "**O{n}** {text}",
    "label in bold": "**O{n}: {text}**",
    "line": "O{n}. {text}",
    "quotation": "> **O{n}: {text}**",
    "word": ("**Objective:** {text}", "**目标：** {text}"),
    "word in a heading": ("### Objective {n}\n\n{text}", "### 目标 {n}\n\n{text}"),
    "goal": ("### Goal {n}: {text}", "### 目标 {n}：{text}"),
    "owner": ("## O{n}: {text} (owner: Ana)", "## O{n}：{text}（负责人：王芳）"),
}
RESULTS = {
    "bullets": "- {text}",
    "tasks": "- [x] {text}",
    "ordinals": "{m}. {text}",
    "labels": "- KR{m}: {text}",
    "numbered labels": "- **KR{n}.{m}** {text}",
    "numbers": "- {n}.{m} {text}",
    "lines": "KR{m}: {text}  ",
    "paragraphs": "**KR{m}:** {text}\n",
    "score": "- {text} (0.{m})",
    "score in front": "- [0.{m}] {text}",
    "progress": "- {text} — {m}0%",
    "tasks below": ("- {text}\n  - ask the team", "- {text}\n  - 问问大家"),
    "cells": "| {text} | Ana | {m}0% |",
    "numbered cells": "| {m} | {text} | 1 | 2 |",
}
HEADS = {
    "cells": ("| Key result | Owner | Progress |\n|---|---|---|", "| 关键结果 | 负责人 | 进度 |\n|---|---|---|"),
    "numbered cells": (
        "| # | Key result | Baseline | Target |\n|---|---|---|---|",
        "| # | 关键结果 | 基线 | 目标值 |\n|---|---|---|---|",
    ),
}
LEADS = {
    "": ("", ""),
    "lead": ("**Key Results:**\n\n", "**关键结果：**\n\n"),
    "word": ("Key results\n\n", "关键结果\n\n"),
}
FRONT = {
    "remark": ("We write these down so that everyone sees them.\n", "写下来是为了让大家都看得到。\n"),
    "meetings": ("- Meeting: Mondays at 9\n- Slack: #okrs\n", "- 例会：周一 9 点\n- 群：OKR 群\n"),
    "contents": ("## Contents\n\n- [One](#one)\n- [Two](#two)\n", "## 目录\n\n- [一](#one)\n- [二](#two)\n"),
}
BETWEEN = {
    "why": ("*Why: guests told us so.*", "*为什么：客人这样说。*"),
    "rule": ("---", "---"),
    "fields": ("Progress: 40%\nOwner: Ana", "进度：40%\n负责人：王芳"),
}
BEHIND = {
    "notes": ("## Notes\n\n- The roof leaks\n- Ana is away in May\n", "## 备注\n\n- 屋顶漏水\n- 王芳五月不在\n"),
    "lessons": ("## What we learned\n\n- Too many\n- 2 people left\n", "## 经验教训\n\n- 目标太多\n- 走了 2 个人\n"),
    "grades": (
        "## Scores\n\n| Objective | April | May |\n|---|---|---|\n| Guests | 0.2 | 0.4 |\n| Booking | 0.1 | 0.3 |\n",
        "## 评分\n\n| 目标 | 四月 | 五月 |\n|---|---|---|\n| 客人 | 0.2 | 0.4 |\n| 订房 | 0.1 | 0.3 |\n",
    ),
}
BESIDE = [("", ""), *product(("front",), FRONT), *product(("between",), BETWEEN), *product(("behind",), BEHIND)]
EVERY = list(product((0, 1), range(len(TITLES)), OBJECTIVES, RESULTS, LEADS, BESIDE))
SAMPLE = random.Random(7).sample(EVERY, 900)


def _document(language: int, title: int, objective: str, result: str, lead: str, beside: tuple[str, str]) -> str:
    where, what = beside
    parts = [TITLES[title][language], in_language(FRONT[what], language) if where == "front" else ""]
    for n, (text, results) in enumerate((EN, ZH)[language].items(), 1):
        parts.append(in_language(OBJECTIVES[objective], language).format(n=n, text=text))
        rows = [in_language(RESULTS[result], language).format(n=n, m=m, text=text) for m, text in enumerate(results, 1)]
        heads = [HEADS[result][language]] if result in HEADS else []
        parts.append(LEADS[lead][language] + "\n".join(heads + rows))
        parts.append(in_language(BETWEEN[what], language) if where == "between" else "")
    parts.append(in_language(BEHIND[what], language) if where == "behind" else "")
    return "\n\n".join(part for part in parts if part) + "\n"


@pytest.mark.parametrize("language", [0, 1], ids=["en", "zh"])
def test_the_same_okrs_in_many_layouts(language: int) -> None:
    wrong = []
    for one in SAMPLE:
        if one[0] == language and shape(read(text := _document(*one))) != (EN, ZH)[language]:
            wrong.append((one, text))
    assert not wrong, f"{len(wrong)} of {len(SAMPLE)}, as {wrong[0][0]}:\n{wrong[0][1]}"
