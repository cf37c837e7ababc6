"""The page as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from html import escape
from pathlib import Path

from okr_lint.reporters.html_report.cards import cards
from okr_lint.reporters.html_report.plots import distribution, frequent, kinds
from okr_lint.reporters.html_report.tables import by_team, heat
from okr_lint.reporters.html_report.words import WORDS, both
from okr_lint.reporters.overview import Overview
from okr_lint.reporters.record import LEVELS

_HERE = Path(__file__).parent


def page(figures: Overview, titles: dict[str, tuple[str, str]], *, lang: str, tree: str = "") -> Iterator[str]:
    """The page, piece by piece.

    Args:
        titles: the rules' titles by code, Chinese and English.
        lang: the language that the page opens in, "zh" or "en".
        tree: the alignment as SVG, or "".
    """
    yield f'<!doctype html>\n<html lang="{lang}" data-lang="{lang}"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
    yield "script-src 'unsafe-inline'\">"
    yield f"<title>{WORDS['title'][lang == 'en']}</title><style>{_file('style.css')}</style></head><body>"
    yield f'<header class="top"><h1>{both("title")}</h1><nav>'
    yield '<button id="lang" type="button">中 / EN</button>'
    yield f'<button id="theme" type="button">{both("theme")}</button>'
    yield f'<button id="print" type="button">{both("print")}</button></nav></header><main>'
    yield _tiles(figures)
    yield f'<section class="panel"><h2>{both("by_team")}</h2>{by_team(figures)}</section>'
    if figures.scored:
        yield '<div class="two">'
        yield _panel("distribution", distribution(figures))
        yield _panel("frequent", frequent(figures, titles))
        yield "</div>"
    else:
        yield _panel("frequent", f'<div class="narrow">{frequent(figures, titles)}</div>')
    yield _panel("heat", heat(figures, titles))
    yield _panel("kinds", kinds(figures))
    yield f'<section class="panel tree"><h2>{both("alignment")}</h2>{tree}</section>' if tree else ""
    yield f'<section id="okrs"><h2>{both("all_okrs")}</h2>{_filters(figures, titles)}'
    yield from cards(figures)
    yield f"</section></main><footer>{both('made')}</footer><script>{_file('filter.js')}</script></body></html>\n"


def _panel(name: str, body: str) -> str:
    return f'<section class="panel"><h2>{both(name)}</h2><p class="note">{both(f"{name}_note")}</p>{body}</section>'


def _tiles(figures: Overview) -> str:
    share = f"{100 * figures.measurable / figures.key_results:.0f}%" if figures.key_results else "–"
    score = figures.score
    shown: list[tuple[str, str, str]] = [
        *([("score", "–" if score is None else str(score), "big")] if figures.scored else []),
        ("countable", share, "big"),
        ("teams", str(len(figures.teams)), ""),
        ("files", str(figures.files), ""),
        ("objectives", str(figures.objectives), ""),
        ("key_results", str(figures.key_results), ""),
        *((level, str(figures.levels[level]), level) for level in LEVELS),
    ]
    tiles = (f'<div class="tile {kind}"><b>{value}</b><span>{both(name)}</span></div>' for name, value, kind in shown)
    return f'<section class="tiles">{"".join(tiles)}</section>'


def _filters(figures: Overview, titles: dict[str, tuple[str, str]]) -> str:
    def options(name: str, values: list[tuple[str, str]]) -> str:
        zh, en = WORDS[name]
        every = f'<option value="" data-zh="{escape(zh)}" data-en="{escape(en)}">{escape(zh)}</option>'
        return every + "".join(f'<option value="{escape(v)}">{escape(said)}</option>' for v, said in values)

    teams = options("any_team", [(team.name, team.name) for team in figures.teams])
    rules = options("any_rule", [(c, f"{c} {' / '.join(titles.get(c, ()))}".strip()) for c in sorted(figures.codes)])
    levels = options("any_level", [(level, " / ".join(WORDS[level])) for level in LEVELS])
    zh, en = WORDS["search"]
    return (
        f'<form class="filters" id="filters"><input id="search" type="search" data-zh="{zh}" data-en="{en}" '
        f'placeholder="{zh}" '
        f'aria-label="{zh} / {en}"><select id="team" aria-label="{WORDS["any_team"][1]}">{teams}</select>'
        f'<select id="rule" aria-label="{WORDS["any_rule"][1]}">{rules}</select>'
        f'<select id="level" aria-label="{WORDS["any_level"][1]}">{levels}</select>'
        f'<label><input id="found" type="checkbox"> {both("only_found")}</label>'
        f'<button type="reset">{both("reset")}</button>'
        f'<span class="count"><output id="count"></output> {both("shown")}</span></form>'
    )


@lru_cache(maxsize=2)
def _file(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
