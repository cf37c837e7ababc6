"""Inline SVG for the page: drawn from the figures, coloured by the page's own variables."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from okr_lint.reporters.html_report.words import WORDS
from okr_lint.reporters.overview import KINDS, Overview
from okr_lint.reporters.terminal import width

_WIDE, _BROAD = 560, 1140


def _svg(height: float, body: str, name: str, across: int = _WIDE) -> str:
    zh, en = WORDS[name]
    return (
        f'<svg class="plot" viewBox="0 0 {across} {height:.0f}" role="img" aria-label="{escape(zh)} / {escape(en)}">'
        f"{body}</svg>"
    )


def text(x: float, y: float, said: str, kind: str = "", anchor: str = "start") -> str:
    """A text of an SVG."""
    named = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{named}>{escape(said)}</text>'


def bilingual(x: float, y: float, name: str, anchor: str = "start") -> str:
    """A text of an SVG in both languages."""
    zh, en = WORDS[name]
    return text(x, y, zh, "zh", anchor) + text(x, y, en, "en", anchor)


def distribution(figures: Overview) -> str:
    """How many objectives and key results score how much, in steps of ten."""
    steps = [(_steps(figures.objective_scores), "o"), (_steps(figures.key_result_scores), "k")]
    most = max((a + b for a, b in zip(steps[0][0], steps[1][0], strict=True)), default=0) or 1
    left, bottom, top, each = 34.0, 206.0, 40.0, 52.0
    body = [f'<rect class="o" x="{left}" y="4" width="11" height="11" rx="2"/>', bilingual(left + 17, 14, "objectives")]
    body += [f'<rect class="k" x="{left + 110}" y="4" width="11" height="11" rx="2"/>']
    body += [bilingual(left + 127, 14, "key_results")]
    for share in (0.5, 1.0):
        y = bottom - (bottom - top) * share
        body.append(f'<line class="grid" x1="{left}" x2="{_WIDE}" y1="{y:.1f}" y2="{y:.1f}"/>')
        body.append(text(left - 6, y + 4, f"{most * share:.0f}" if most > 1 else "1", "axis", "end"))
    for step in range(10):
        x, y = left + step * each + 5, bottom
        for counts, kind in steps:
            height = (bottom - top) * counts[step] / most
            y -= height
            if height:
                body.append(
                    f'<rect class="{kind}" x="{x:.1f}" y="{y:.1f}" width="{each - 10}" height="{height:.1f}" rx="2"/>'
                )
        total = steps[0][0][step] + steps[1][0][step]
        if total:
            body.append(text(x + (each - 10) / 2, y - 4, str(total), "value", "middle"))
        body.append(
            text(x + (each - 10) / 2, bottom + 16, f"{step * 10}–{step * 10 + 9 + (step == 9)}", "axis", "middle")
        )
    body.append(f'<line class="base" x1="{left}" x2="{_WIDE}" y1="{bottom}" y2="{bottom}"/>')
    return _svg(bottom + 24, "".join(body), "distribution")


def _steps(scores: Sequence[int]) -> list[int]:
    counts = [0] * 10
    for score in scores:
        counts[min(9, max(0, score // 10))] += 1
    return counts


def frequent(figures: Overview, titles: dict[str, tuple[str, str]], most: int = 10) -> str:
    """The rules that were said most often, coloured by their gravest severity."""
    top = figures.codes.most_common(most)
    highest = max((count for _, count in top), default=1)
    worst = figures.worst()
    body = []
    for i, (code, count) in enumerate(top):
        y = i * 27.0
        length = 250.0 * count / highest
        zh, en = titles.get(code, (code, code))
        body.append(text(0, y + 17, code, "code"))
        body.append(text(44, y + 17, _cut(zh, 29), "zh") + text(44, y + 17, _cut(en, 30), "en"))
        body.append(f'<rect class="{worst[code]}" x="262" y="{y + 4:.1f}" width="{length:.1f}" height="17" rx="3"/>')
        body.append(text(262 + length + 7, y + 17, str(count), "value"))
    return _svg(max(27.0, len(top) * 27.0), "".join(body), "frequent")


def kinds(figures: Overview, most: int = 12) -> str:
    """For each team which share of its key results is outcome, output, activity."""
    teams = [team for team in figures.teams if sum(team.kinds[kind] for kind in KINDS)][:most]
    body, at = [], 170.0
    for kind in KINDS:
        body.append(
            f'<rect class="{kind}" x="{at}" y="2" width="11" height="11" rx="2"/>{bilingual(at + 17, 12, kind)}'
        )
        at += 105
    for i, team in enumerate(teams):
        y, x = 26 + i * 27.0, 170.0
        total = sum(team.kinds[kind] for kind in KINDS)
        body.append(text(160, y + 14, _cut(team.name, 24), "", "end"))
        for kind in KINDS:
            length = 960.0 * team.kinds[kind] / total
            if length:
                body.append(
                    f'<rect class="{kind}" x="{x:.1f}" y="{y}" width="{max(1, length - 1.5):.1f}" height="19" rx="3"/>'
                )
                if length > 34:
                    share = f"{100 * team.kinds[kind] / total:.0f}%"
                    body.append(text(x + length / 2, y + 14, share, "inside", "middle"))
            x += length
    return _svg(26 + max(1, len(teams)) * 27, "".join(body), "kinds", _BROAD)


def _cut(said: str, columns: int) -> str:
    if width(said) <= columns:
        return said
    while said and width(said) > columns - 1:
        said = said[:-1]
    return said.rstrip() + "…"
