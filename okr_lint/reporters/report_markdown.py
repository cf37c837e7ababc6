"""The report as Markdown: figures by team, then what was found, statement by statement."""

from __future__ import annotations

from collections.abc import Iterator

from okr_lint.reporters.html_report.words import WORDS
from okr_lint.reporters.overview import Overview, score_of
from okr_lint.reporters.record import LEVELS


def markdown(figures: Overview, titles: dict[str, tuple[str, str]], lang: str) -> Iterator[str]:
    """The report, line by line."""
    at = int(lang == "en")

    def word(name: str) -> str:
        return WORDS[name][at]

    yield f"# {word('title')}\n\n"
    score = ("score",) if figures.scored else ()
    counted = {"files": figures.files, "objectives": figures.objectives, "key_results": figures.key_results}
    said = [f"{word(name)} {count}" for name, count in counted.items()]
    yield f"{' · '.join([*said, *(f'{word(name)} {_number(figures.score)}' for name in score)])}\n\n"
    columns = [word(name) for name in ("team", "objectives", "key_results", *score, *LEVELS)]
    yield f"## {word('by_team')}\n\n| {' | '.join(columns)} |\n|---{'|--:' * (len(columns) - 1)}|\n"
    for team in figures.teams:
        counts = [str(team.levels[level]) for level in LEVELS]
        cells = [
            _cell(team.name),
            str(team.objectives),
            str(team.key_results),
            *(_number(team.score) for _ in score),
            *counts,
        ]
        yield f"| {' | '.join(cells)} |\n"
    yield f"\n## {word('frequent')}\n\n"
    for code, count in figures.codes.most_common():
        yield f"- {code} {titles.get(code, (code, code))[at]}: {count}\n"
    yield f"\n## {word('all_okrs')}\n"
    last = None
    for row in figures.rows:
        if row.record["path"] != last:
            last = row.record["path"]
            yield f"\n### {_cell(last)}\n\n"
        if row.statement is not None:
            indent = "" if row.statement is row.objective else "  "
            label = row.statement["label"] or row.statement["id"].rpartition("/")[2]
            shown = f" ({_number(score_of(row.statement))})" if figures.scored else ""
            yield f"{indent}- **{_cell(label)}** {_cell(row.statement['text'])}{shown}\n"
            indent += "  "
        else:
            indent = ""
        for finding in row.findings:
            yield f"{indent}- {finding['severity']} {finding['code']}: {_cell(finding['message'])}\n"


def _number(value: int | None) -> str:
    return "–" if value is None else str(value)


def _cell(text: str) -> str:
    """One line in which nothing is markup."""
    flat = " ".join(text.split())
    for char in "\\`*_[]<>|#~":
        flat = flat.replace(char, f"\\{char}")
    return flat
