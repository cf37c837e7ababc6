"""One page per rule for the documentation site, from the rule files, with what was measured of each rule.

    python tools/build_rule_pages.py FOLDER     writes FOLDER/{en,zh}/rules/*.md

`make docs` needs no such folder: tools/docs_hooks.py takes the pages straight from here.
"""

from __future__ import annotations

import argparse
import json
import math
from pathlib import Path
from typing import Any

from okr_lint.checks.registry import own_rules
from okr_lint.checks.rule import Rule
from okr_lint.reporters.rule_page import rule_markdown

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("en", "zh")
Figures = dict[str, dict[str, Any]]

_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "measured": "Measured",
        "head": "| language | flagged | precision | recall | flagged at warning or above | precision | recall |",
        "real": "On real OKRs, labelled by three machine labellers (`{file}`, made with `okr-lint check`):",
        "own": "The rule alone, without the classifier, on this project's corpus "
        "(written and labelled by language models): right in "
        "{share:.0%} of {cases:,} findings (`rules/precision.json`).",
        "none": "No label says when this rule is right, so there is no figure. Its examples above are its test.",
        "rules": "Rules",
        "intro": "Every page here is made from a rule file in `rules/`, "
        "which is the rule, its documentation and its test.",
        "list": "| code | severity | caught | name |",
        "groups": "F|Files and structure|O|Objectives|K|Key results|S|One owner's set|A|Alignment between sets"
        "|D|Between two versions",
    },
    "zh": {
        "measured": "实测",
        "head": "| 语言 | 报告数 | 精确率 | 召回率 | 警告及以上的报告数 | 精确率 | 召回率 |",
        "real": "在真实 OKR 上，由三个机器标注者标注（`{file}`，由 `okr-lint check` 得出）：",
        "own": "只用规则、不用分类器，在本项目的语料上（由语言模型撰写和标注）："
        "{cases:,} 次报告中 {share:.0%} 正确（`rules/precision.json`）。",
        "none": "没有标签能说明这条规则何时算对，所以没有数字；上面的例子就是它的测试。",
        "rules": "规则",
        "intro": "每一页都由 `rules/` 里的一个规则文件生成：同一个文件既是规则，也是文档和测试。",
        "list": "| 编号 | 级别 | 检查什么 | 名称 |",
        "groups": "F|文件与结构|O|目标|K|关键结果|S|一个人的整套 OKR|A|上下左右的对齐|D|两个版本之间",
    },
}
_LANGUAGE_NAMES = {
    "en": {"zh": "Chinese", "en": "English", "all": "both"},
    "zh": {"zh": "中文", "en": "英文", "all": "合计"},
}
_SEVERITIES = {"off": "关闭", "info": "提示", "warning": "警告", "error": "错误"}


def rule_figures(folder: Path = ROOT / "benchmarks") -> tuple[str, Figures]:
    """Name and content of the file with figures per rule ("K202.zh"); empty where nothing is measured yet."""
    for name in ("rules.json", "quality.json"):
        if (path := folder / name).is_file():
            return f"benchmarks/{name}", json.loads(path.read_text(encoding="utf-8"))
    return "", {}


def page(rule: Rule, lang: str, figures: tuple[str, Figures], own: Figures) -> str:
    """A rule's page for mkdocs."""
    body, marker, source = rule_markdown(rule, lang, 5).rpartition("\n## ")
    measured = f"\n## {_WORDS[lang]['measured']}\n\n{_measured(rule.code, lang, figures, own)}\n"
    description = f"---\ntitle: {rule.code} {rule.name}\n---\n\n"
    return description + _nested(body) + measured + marker + source


def index(lang: str) -> str:
    """The list of all rules by group."""
    words, rules = _WORDS[lang], own_rules()
    lines = [f"# {words['rules']}", "", words["intro"], ""]
    groups = words["groups"].split("|")
    for letter, title in zip(groups[::2], groups[1::2], strict=True):
        chosen = [rule for code, rule in sorted(rules.items()) if code.startswith(letter)]
        if not chosen:
            continue
        lines += [f"## {letter} · {title}", "", words["list"], "|---|---|---|---|"]
        for rule in chosen:
            severity = rule.severity["default"]
            shown = _SEVERITIES[severity] if lang == "zh" else severity
            status = "" if rule.status == "stable" else f" ({rule.status})"
            lines.append(f"| [{rule.code}]({rule.code}.md) | {shown} | {rule.title[lang]}{status} | `{rule.name}` |")
        lines.append("")
    return "\n".join(lines)


def pages(lang: str) -> dict[str, str]:
    """Every page by its path in the site ("rules/K202.md")."""
    figures = rule_figures()
    own: Figures = json.loads((ROOT / "rules" / "precision.json").read_text(encoding="utf-8"))
    made = {"rules/index.md": index(lang)}
    for code, rule in sorted(own_rules().items()):
        made[f"rules/{code}.md"] = page(rule, lang, figures, own)
    return made


def _measured(code: str, lang: str, figures: tuple[str, Figures], own: Figures) -> str:
    words, lines = _WORDS[lang], []
    rows = [(key, figures[1][f"{code}.{key}"]) for key in ("zh", "en", "all") if f"{code}.{key}" in figures[1]]
    if rows:
        lines += [words["real"].format(file=figures[0]), "", words["head"], "|---|--:|--:|--:|--:|--:|--:|"]
        for key, row in rows:
            cells = [_LANGUAGE_NAMES[lang][key], str(row["flagged"]), _share(row["precision"]), _share(row["recall"])]
            cells += [str(row["loud"]), _share(row["loud_precision"]), _share(row["loud_recall"])]
            lines.append(f"| {' | '.join(cells)} |")
        lines.append("")
    if "rule" in own.get(code, {}):
        lines.append(words["own"].format(share=own[code]["rule"], cases=own[code]["rule_cases"]))
    return "\n".join(lines) or words["none"]


def _share(value: float | None) -> str:
    return "–" if value is None or math.isnan(value) else f"{value:.2f}"


def _nested(markdown: str) -> str:
    """Python-Markdown nests lists by four spaces, and examples are text, not markup."""
    lines: list[str] = []
    fence = ""
    for line in markdown.splitlines():
        bare = line.lstrip(" ")
        if not fence and line.startswith("```"):
            fence = line[: len(line) - len(line.lstrip("`"))]
        elif fence and line == fence:
            fence = ""
        elif not fence and bare.startswith(("- ", "→")):
            indent = "    " if line.startswith("  ") else ""
            if bare.startswith("→") and lines:
                lines[-1] += "  "  # a hard break: the arrow starts a line of its own
            lines.append(indent + _literal(bare))
            continue
        lines.append(line)
    return "\n".join(lines)


def _literal(text: str) -> str:
    """Text whose marks are shown as they are."""
    for mark in "\\`*_[]<":
        text = text.replace(mark, f"\\{mark}" if mark != "<" else "&lt;")
    return text


def main() -> int:
    """Write all pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    for lang in LANGUAGES:
        for name, text in pages(lang).items():
            path = folder / lang / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
