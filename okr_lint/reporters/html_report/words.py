"""What the page says, in both languages side by side; the reader chooses on the page."""

from __future__ import annotations

from html import escape

WORDS = {
    "title": ("OKR 体检报告", "OKR report"),
    "teams": ("团队", "Teams"),
    "files": ("文件", "Files"),
    "objectives": ("目标", "Objectives"),
    "key_results": ("关键结果", "Key results"),
    "score": ("平均分", "Mean score"),
    "error": ("错误", "Errors"),
    "warning": ("警告", "Warnings"),
    "info": ("提示", "Hints"),
    "countable": ("可检验的关键结果", "Key results one can check"),
    "by_team": ("各团队一览", "Team by team"),
    "distribution": ("分数分布", "How the scores are spread"),
    "distribution_note": ("每 10 分一档，条数", "statements per ten points"),
    "frequent": ("最常见的问题", "What is found most often"),
    "frequent_note": ("按规则，条数", "findings per rule"),
    "kinds": ("关键结果写的是什么", "What the key results are"),
    "kinds_note": ("各团队占比", "share by team"),
    "outcome": ("结果", "outcome"),
    "output": ("产出", "output"),
    "activity": ("活动", "activity"),
    "heat": ("热力图：团队 × 规则", "Heat map: team × rule"),
    "heat_note": (
        "数字是条数，颜色是每 10 条陈述的条数；点一格只看它",
        "numbers count findings, colour shows findings per ten statements; click a cell to see only those",
    ),
    "alignment": ("谁支撑谁", "Who serves whom"),
    "all_okrs": ("逐条查看", "Every OKR"),
    "search": ("搜索文字", "Search"),
    "any_team": ("全部团队", "All teams"),
    "any_rule": ("全部规则", "All rules"),
    "any_level": ("全部级别", "All severities"),
    "only_found": ("只看有问题的", "Only with findings"),
    "reset": ("清除", "Reset"),
    "shown": ("显示", "shown"),
    "none": ("没有问题", "Nothing found"),
    "file": ("整个文件", "The whole file"),
    "dropped": ("已划掉，不评", "struck through, not judged"),
    "theme": ("明暗", "Light / dark"),
    "print": ("打印", "Print"),
    "made": ("由 okr-lint 生成；分数供排序和讨论用，不是绩效。",
             "Made by okr-lint. Scores are for sorting and talking, not for judging people."),
    "team": ("团队", "Team"),
    "findings": ("问题", "Findings"),
}  # fmt: skip


def both(name: str) -> str:
    """A text as HTML in both languages, of which the page shows one."""
    return two(*WORDS[name])


def two(zh: str, en: str) -> str:
    """Two texts as HTML, of which the page shows one."""
    return f'<span class="zh" lang="zh">{escape(zh)}</span><span class="en" lang="en">{escape(en)}</span>'
