"""The last lines of the text output: counts, score, what to do next."""

from __future__ import annotations

from collections.abc import Iterator

from okr_lint.reporters.marks import SEMICOLON
from okr_lint.reporters.record import LEVELS, Totals
from okr_lint.reporters.terminal import Paint

_LEVELS = {"error": "错误", "warning": "警告", "info": "提示"}


def plural(count: int, noun: str) -> str:
    """ "1 warning", "2 warnings"; ``noun`` in the singular."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def closing_lines(totals: Totals, lang: str, paint: Paint, *, scores: bool) -> Iterator[str]:
    """Counts, then score, then hints; in "zh" or "en"."""
    chinese = lang == "zh"
    if totals.worst() == "off":
        yield paint("good", "没有发现问题" if chinese else "Nothing to mend") + _read(totals, chinese)
    else:
        counted = (_count(totals, level, chinese, paint) for level in LEVELS if totals.counts[level])
        yield ("、" if chinese else ", ").join(counted) + _read(totals, chinese)
    if scores and totals.score is not None:
        yield f"{'得分' if chinese else 'Score'} {paint('bold', str(totals.score))}/100"
    if totals.hidden:
        known = plural(totals.hidden, "known finding")
        yield paint(
            "dim", f"基线中已有 {totals.hidden} 条，未列出" if chinese else f"{known} in the baseline not shown"
        )
    if hint := _hint(totals, chinese):
        yield paint("dim", hint)


def _count(totals: Totals, level: str, chinese: bool, paint: Paint) -> str:
    count = totals.counts[level]
    if chinese:
        return paint(level, f"{count:,} 个{_LEVELS[level]}")
    return paint(level, f"{count:,} info" if level == "info" else plural(count, level))


def _read(totals: Totals, chinese: bool) -> str:
    files = f"{totals.files:,} 个文件" if chinese else plural(totals.files, "file")
    read = [files, *counted(totals.objectives, totals.key_results, chinese)]
    return f"（{'、'.join(read)}）" if chinese else f"  ({', '.join(read)})"


def counted(objectives: int, key_results: int, chinese: bool) -> list[str]:
    """How many of each, in words."""
    if chinese:
        return [f"{objectives:,} 个目标", f"{key_results:,} 个关键结果"]
    return [plural(objectives, "objective"), plural(key_results, "key result")]


def _hint(totals: Totals, chinese: bool) -> str:
    hints = []
    if totals.safe:
        hints.append(f"`--fix` 可修复 {totals.safe} 处" if chinese else f"`--fix` mends {totals.safe}")
    if totals.unsafe:
        again, more = ("再", " more") if totals.safe else ("", "")
        said = f"`--fix --unsafe-fixes` 可{again}修改 {totals.unsafe} 处（请过目）"
        hints.append(said if chinese else f"`--fix --unsafe-fixes` rewords {totals.unsafe}{more}, to be looked at")
    if (worst := totals.worst()) != "off":
        code = totals.codes[worst].most_common(1)[0][0]
        hints.append(f"`okr-lint rule {code}` 查看规则说明" if chinese else f"`okr-lint rule {code}` explains a rule")
    return SEMICOLON["zh" if chinese else "en"].join(hints)
