"""What the extension says in each language of the editor."""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.editors.conftest import ROOT


@dataclass(frozen=True)
class Words:
    """Titles as the palette shows them, and parts of what is said."""

    locale: str
    check_workspace: str
    show_tree: str
    open_rule: str
    restart: str
    tip: str
    tree_of: str
    checked_word: str
    checked_files: str
    rule_title: str
    rule_why: str
    walkthrough: str
    steps: tuple[str, ...]
    settings: tuple[str, ...]


def _words(locale: str, file: str, tip: str, tree_of: str, checked: tuple[str, str], rule: tuple[str, str]) -> Words:
    given = json.loads((ROOT / "editors/vscode" / file).read_text(encoding="utf-8"))
    titles = [f"OKR: {given[f'command.{name}']}" for name in ("checkWorkspace", "showTree", "openRule", "restart")]
    steps = tuple(given[f"walkthrough.{name}.title"] for name in ("install", "write", "mend"))
    settings = tuple(text for name, text in given.items() if name.startswith("setting."))
    return Words(locale, *titles, tip, tree_of, *checked, *rule, given["walkthrough.title"], steps, settings)


WORDS = {
    "en": _words(
        "en", "package.nls.json", "okr-lint: {count} findings in this file", "Tree of company-okr.md",
        ("files checked", "2 files checked"), ("K201", "## Why"),
    ),
    "zh-cn": _words(
        "zh-cn", "package.nls.zh-cn.json", "okr-lint：本文件有 {count} 条建议", "company-okr.md 的目标树",
        ("检查了", "检查了 2 个文件"), ("K201", "为什么"),
    ),
}  # fmt: skip
