"""Every objective with its key results, and the findings where they belong."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Any

from okr_lint.reporters.html_report.tables import band
from okr_lint.reporters.html_report.words import both
from okr_lint.reporters.marks import COLON
from okr_lint.reporters.overview import Overview, Row, score_of
from okr_lint.reporters.record import FindingRecord, language_of


def cards(figures: Overview) -> Iterator[str]:
    """One card for each objective, and one for what concerns a whole file."""
    for _, group in groupby(figures.rows, key=_set):
        yield _card(list(group))


def _set(row: Row) -> tuple[str, str | None]:
    return row.record["path"], row.objective["id"] if row.objective else None


def _card(rows: list[Row]) -> str:
    first = rows[0]
    codes = sorted({finding["code"] for row in rows for finding in row.findings})
    levels = sorted({finding["severity"] for row in rows for finding in row.findings})
    context = first.objective["context"] if first.objective else {}
    about = [first.team, *(context.get(name) for name in ("owner", "cycle"))]
    shown = " · ".join(dict.fromkeys(escape(one) for one in about if one))
    return (
        f'<article class="card" data-team="{escape(first.team)}" data-codes="{" ".join(codes)}" '
        f'data-levels="{" ".join(levels)}"><header><span>{shown}</span>'
        f"<code>{escape(first.record['path'])}</code></header>"
        f"{''.join(_statement(row) for row in rows)}</article>\n"
    )


def _statement(row: Row) -> str:
    statement = row.statement
    found = "".join(_finding(finding) for finding in row.findings)
    if statement is None:
        return f'<section class="whole"><p>{both("file")}</p>{found}</section>'
    kind = "objective" if statement is row.objective else "result"
    label = escape(statement["label"] or statement["id"].rpartition("/")[2])
    score = score_of(statement)
    badge = f'<b class="badge {band(score)}">{score}</b>' if score is not None else ""
    text = _marked(statement, row.findings)
    if statement["dropped"]:
        text, badge = f"<s>{text}</s>", f'<small class="badge">{both("dropped")}</small>'
    place = statement["span"]["start"]["line"] if statement["span"] else statement.get("place")
    where = f' <small class="place">{escape(f"{place}")}</small>' if place else ""
    return (
        f'<section class="{kind}"><div class="line"><span class="label">{label}</span>'
        f"<p>{text}{where}</p>{badge}</div>{found}</section>"
    )


def _marked(statement: dict[str, Any], findings: list[FindingRecord]) -> str:
    """The text with the places of its findings marked, where they can be told exactly."""
    text, span = statement["text"], statement["span"]
    if not span or span["end"]["offset"] - span["start"]["offset"] != len(text):
        return escape(text)
    levels = [""] * len(text)
    for finding in sorted(findings, key=lambda one: ("info", "warning", "error").index(one["severity"])):
        place = finding["span"]
        if not place or place["start"]["offset"] is None:
            continue
        low = place["start"]["offset"] - span["start"]["offset"]
        high = place["end"]["offset"] - span["start"]["offset"]
        if 0 <= low < high <= len(text) and high - low < len(text):
            levels[low:high] = [finding["severity"]] * (high - low)
    made, at = [], 0
    for level, run in groupby(levels):
        length = len(list(run))
        piece = escape(text[at : at + length])
        made.append(f'<mark class="{level}">{piece}</mark>' if level else piece)
        at += length
    return "".join(made)


def _finding(finding: FindingRecord) -> str:
    hints = [one for one in finding["suggestions"] if one.get("text") or one["title"]][:1]
    hint = ""
    for one in hints:
        said = f"{COLON[language_of(finding)]}{one['text']}" if one.get("text") else ""
        hint = f'<span class="hint">{escape(one["title"])}{escape(said)}</span>'
    why = f"<small>{escape(finding['why'][0])}</small>" if finding["why"] else ""
    return (
        f'<div class="finding {finding["severity"]}" data-code="{finding["code"]}" data-level="{finding["severity"]}">'
        f"<code>{finding['code']}</code><div>{escape(finding['message'])}{hint}{why}</div></div>"
    )
