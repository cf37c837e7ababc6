"""The page's tables: figures by team, and the heat map of teams and rules."""

from __future__ import annotations

from html import escape

from okr_lint.reporters.html_report.words import both, two
from okr_lint.reporters.overview import Overview
from okr_lint.reporters.record import LEVELS

_MOST_RULES = 24
_FULL = 3.0  # findings per ten statements at which a cell has its full colour


def by_team(figures: Overview) -> str:
    """One row for each team."""
    scored = ("score",) if figures.scored else ()
    names = ("team", "objectives", "key_results", *scored, *LEVELS)
    head = "".join(f"<th{' class=score' if name == 'score' else ''}>{both(name)}</th>" for name in names)
    rows = []
    for team in figures.teams:
        score = team.score
        bar = (
            f'<div class="bar"><i style="width:{score}%" class="{band(score)}"></i></div><b>{score}</b>'
            if score is not None
            else "–"
        )
        shown = f'<td class="score">{bar}</td>' if scored else ""
        counts = [(level, team.levels[level]) for level in LEVELS]
        levels = "".join(f'<td class="number {level if n else "zero"}">{n}</td>' for level, n in counts)
        name = escape(team.name)
        rows.append(
            f'<tr><th scope="row"><button class="plain" data-team="{name}">{name}</button></th>'
            f'<td class="number">{team.objectives}</td><td class="number">{team.key_results}</td>'
            f"{shown}{levels}</tr>"
        )
    return _table("teams", head, rows)


def band(score: int) -> str:
    """The colour class of a score."""
    return "good" if score >= 70 else "fair" if score >= 45 else "poor"


def heat(figures: Overview, titles: dict[str, tuple[str, str]]) -> str:
    """Teams by rules; the more findings per statement, the stronger the colour."""
    ranked = [code for code, _ in figures.codes.most_common()]
    codes = sorted(ranked[:_MOST_RULES])
    head = "".join(
        f'<th class="rule"><abbr title="{escape(" / ".join(titles.get(code, (code,))))}">{code}</abbr></th>'
        for code in codes
    )
    rows = []
    for team in figures.teams:
        size = team.objectives + team.key_results or 1
        cells = []
        for code in codes:
            count = team.codes[code]
            if not count:
                cells.append('<td class="empty"></td>')
                continue
            strength = min(1.0, 10 * count / size / _FULL)
            kind = " strong" if strength > 0.55 else ""
            cells.append(
                f'<td class="cell{kind}" style="--h:{0.14 + 0.86 * strength:.2f}">'
                f'<button data-team="{escape(team.name)}" '
                f'data-rule="{code}" title="{escape(team.name)} · {code}">{count}</button></td>'
            )
        rows.append(f'<tr><th scope="row">{escape(team.name)}</th>{"".join(cells)}</tr>')
    more = len(ranked) - len(codes)
    said = two(f"另有 {more} 条规则未列出", f"{more} further rules are not shown")
    note = f'<p class="note">{said}</p>' if more > 0 else ""
    return _table("heat", f"<th></th>{head}", rows) + note


def _table(kind: str, head: str, rows: list[str]) -> str:
    return (
        f'<div class="wide tall"><table class="{kind}"><thead><tr>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )
