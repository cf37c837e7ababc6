"""Fills the figures of README and documentation from benchmarks/; nobody types a figure.

    python tools/readme_figures.py [--check]

Between `<!-- figures:NAME -->` and `<!-- /figures:NAME -->` stands what this tool writes:
    labels    agreement with the gold labels: benchmarks/quality.json (what evaluate.py --json writes)
    findings  precision and recall of findings, and how loud they are: benchmarks/quality.json
    reading   what is understood of whole documents: benchmarks/reading.json (evaluate_reading.py --json)
    quality   all three
Between `<!-- copy:benchmarks/http.md#NAME -->` and `<!-- /copy -->` stands what benchmarks/http.md holds
between `<!-- NAME -->` and `<!-- /NAME -->`. What is not measured yet is said to be so.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "README.zh.md", "docs/en/*.md", "docs/zh/*.md")
_FIGURES = re.compile(r"(?P<open><!-- figures:(?P<name>[a-z]+) -->\n).*?(?P<close><!-- /figures:(?P=name) -->)", re.S)
_COPY = re.compile(r"(?P<open><!-- copy:(?P<file>[\w./-]+)#(?P<name>[\w-]+) -->\n).*?(?P<close><!-- /copy -->)", re.S)
_DATE = re.compile(r"\b20\d\d-\d\d-\d\d\b")

_LABELS = {
    "O.metric": ("objective: states a numeric target", "目标：写了数字指标"),
    "O.kind": ("objective: aspiration, task or upkeep", "目标：追求、任务或维持现状"),
    "O.vague": ("objective: vague", "目标：笼统"),
    "O.compound": ("objective: several in one", "目标：一行多个"),
    "K.measurable": ("key result: metric, milestone or neither", "关键结果：指标、里程碑或都不是"),
    "K.kind": ("key result: outcome, output or activity", "关键结果：结果、产出或活动"),
    "K.compound": ("key result: several in one", "关键结果：一条多个"),
}
_CODES = ("O101", "O102", "O103", "O105", "O107", "K201", "K202", "K203", "K208")
_READING = {
    "objective_recall": ("objectives found", "找到的目标"),
    "objective_precision": ("objectives said that are objectives", "所报目标确为目标"),
    "key_result_recall": ("key results found", "找到的关键结果"),
    "key_result_precision": ("key results said that are key results", "所报关键结果确为关键结果"),
    "key_result_home": ("key results under the right objective", "关键结果归属正确"),
    "span_right": ("places in the file exactly right", "在文件中的位置完全正确"),
}
_WORDS = {
    "none": ("*Not measured yet.*", "*尚未测量。*"),
    "from": (
        "Figures of {date} from [`{file}`]({link}); made by `tools/readme_figures.py`.",
        "数字取自 {date} 的 [`{file}`]({link}),由 `tools/readme_figures.py` 填入。",
    ),
    "labels": (
        "Agreement with the labels (macro-F1; in brackets what a regular expression reaches):",
        "与标注的一致程度（macro-F1；括号内是一个正则表达式能做到的）：",
    ),
    "findings": ("Findings at warning or above on the same statements:", "在同一批句子上，警告及以上的报告："),
    "loud": (
        "{loud} warnings and errors on {statements} statements: {share:.2f} each.",
        "{statements} 句话上共 {loud} 个警告和错误，平均每句 {share:.2f} 个。",
    ),
    "reading": (
        "Reading {documents} real documents ({failed} failed):",
        "读 {documents} 份真实文档（{failed} 份失败）：",
    ),
    "label_head": ("| label | Chinese | English |", "| 标签 | 中文 | 英文 |"),
    "finding_head": ("| finding | flagged | precision | recall |", "| 报告 | 次数 | 精确率 | 召回率 |"),
    "reading_head": ("| | share |", "| | 比例 |"),
}


class Filler:
    """Fills pages in one language.

    Args:
        root: the project's folder, with benchmarks/.
        chinese: words of the tables.
    """

    def __init__(self, root: Path, *, chinese: bool) -> None:
        self._root, self._which = root, int(chinese)

    def fill(self, text: str, depth: int) -> str:
        """A page's text with its figures; ``depth`` is how many folders it lies below the root."""
        text = _FIGURES.sub(lambda m: f"{m['open']}{self._section(m['name'], depth)}\n{m['close']}", text)
        return _COPY.sub(lambda m: f"{m['open']}{self._copied(m['file'], m['name'])}\n{m['close']}", text)

    def _word(self, name: str) -> str:
        return _WORDS[name][self._which]

    def _section(self, name: str, depth: int) -> str:
        quality, reading = self._read("quality"), self._read("reading")
        made = {"labels": self._labels(quality), "findings": self._findings(quality), "reading": self._reading(reading)}
        chosen = list(made.values()) if name == "quality" else [made[name]]
        parts = [part for part in chosen if part]
        return "\n\n".join([*parts, self._from(depth)] if parts else [self._word("none")])

    def _from(self, depth: int) -> str:
        page = self._root / "benchmarks" / "quality.md"
        dates = _DATE.findall(page.read_text(encoding="utf-8")) if page.is_file() else []
        link = "../" * depth + "benchmarks/quality.md" if depth == 0 else ""
        said = self._word("from").format(date=dates[0] if dates else "–", file="benchmarks/quality.md", link=link)
        return said if link else said.replace("[`", "`").replace("`]()", "`")

    def _read(self, name: str) -> dict[str, Any]:
        path = self._root / "benchmarks" / f"{name}.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}

    def _labels(self, quality: dict[str, Any]) -> str:
        rows = []
        for name, about in _LABELS.items():
            cells = [self._f1(quality.get(f"{name}.{lang}")) for lang in ("zh", "en")]
            if any(cell != "–" for cell in cells):
                rows.append(f"| {about[self._which]} | {' | '.join(cells)} |")
        return self._table("labels", "label_head", "|---|--:|--:|", rows)

    @staticmethod
    def _f1(row: dict[str, float] | None) -> str:
        return f"{row['macro_f1']:.2f} ({row['regex_macro_f1']:.2f}), n={row['n']}" if row else "–"

    def _findings(self, quality: dict[str, Any]) -> str:
        rows = []
        for code in _CODES:
            if row := quality.get(f"{code}.all"):
                shares = f"{_share(row['loud_precision'])} | {_share(row['loud_recall'])}"
                rows.append(f"| {code} | {row['loud']} | {shares} |")
        table = self._table("findings", "finding_head", "|---|--:|--:|--:|", rows)
        if not (loudness := quality.get("loudness")) or not table:
            return table
        loud, statements = loudness["warnings_and_errors"], loudness["statements"]
        return f"{table}\n\n{self._word('loud').format(loud=loud, statements=statements, share=loud / statements)}"

    def _reading(self, reading: dict[str, Any]) -> str:
        rows = [
            f"| {about[self._which]} | {_share(reading[name], 3)} |"
            for name, about in _READING.items()
            if name in reading
        ]
        table = self._table("reading", "reading_head", "|---|--:|", rows)
        return table and table.format(documents=reading["documents"], failed=len(reading["failed"]))

    def _table(self, title: str, head: str, rule: str, rows: list[str]) -> str:
        return "\n".join([self._word(title), "", self._word(head), rule, *rows]) if rows else ""

    def _copied(self, file: str, name: str) -> str:
        path = self._root / file
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        start, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        return text.split(start, 1)[1].split(end, 1)[0].strip() if start in text and end in text else self._word("none")


def _share(value: float, digits: int = 2) -> str:
    return "–" if math.isnan(value) else f"{value:.{digits}f}"


def stale(root: Path = ROOT) -> dict[Path, str]:
    """The pages whose figures are not those of benchmarks/, with what they should hold."""
    changed = {}
    for path in [found for pattern in PAGES for found in sorted(root.glob(pattern))]:
        relative = path.relative_to(root)
        chinese = path.name == "README.zh.md" or "zh" in relative.parts
        text = path.read_text(encoding="utf-8")
        filled = Filler(root, chinese=chinese).fill(text, len(relative.parts) - 1)
        if filled != text:
            changed[path] = filled
    return changed


def main() -> int:
    """Write the figures, or with --check exit 1 where they are not current."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 where a figure is not current")
    check: bool = parser.parse_args().check
    changed = stale()
    for path, text in changed.items():
        print(f"{path.relative_to(ROOT)}: {'figures are not current' if check else 'filled'}")
        if not check:
            path.write_text(text, encoding="utf-8")
    return int(check and bool(changed))


if __name__ == "__main__":
    raise SystemExit(main())
