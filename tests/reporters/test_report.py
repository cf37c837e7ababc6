"""The report for people: figures, the page without network or markup of others, Markdown, CSV, workbook."""

import csv
import io
from html.parser import HTMLParser
from pathlib import Path

import pytest

from okr_lint.linter import Linter
from okr_lint.reporters.html_report import page
from okr_lint.reporters.json_report import file_object
from okr_lint.reporters.overview import Overview, overview
from okr_lint.reporters.report_markdown import markdown
from okr_lint.reporters.report_table import write_csv, write_xlsx

PIER = (
    "---\nteam: Pier <b>&\ncycle: 2026 Q3\nowner: ann\n---\n\n# O1: Try to let boarding take one breath\n\n"
    '- KR1: Queues at the pier fall from 30 to 8 minutes\n- KR2: =HYPERLINK("http://x") gets significantly better\n'
)
DECK = "---\nteam: Deck\n---\n\n# O1: 让上层甲板的椅子一直是干的\n\n- KR1: 湿椅子从每天 40 把降到 5 把\n"
TITLES = {"O108": ("目标留了退路", "A hedged objective")}


@pytest.fixture(scope="module")
def figures() -> Overview:
    linter = Linter()
    results = [linter.check_text(PIER, path="pier.md"), linter.check_text(DECK, path="deck.md")]
    results.append(linter.check_text("{", "json", "broken.json"))
    return overview([file_object(result) for result in results])


def test_figures_add_up(figures: Overview) -> None:
    assert (figures.files, figures.unreadable, figures.objectives, figures.key_results) == (3, 1, 2, 3)
    assert [team.name for team in figures.teams] == ["Pier <b>&", "Deck", "broken"]
    assert sum(figures.codes.values()) == sum(figures.levels.values()) == sum(len(row.findings) for row in figures.rows)
    assert figures.codes["F001"] == 1 and figures.codes["O108"] == 1
    assert len(figures.objective_scores) == 2 and len(figures.key_result_scores) == 3
    assert figures.score == round(sum(figures.file_scores) / 2) and len(figures.file_scores) == 2
    # a file of one objective, alone in its team: the same score for both
    assert [team.score for team in figures.teams[:2]] == figures.file_scores


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag not in ("meta", "input", "rect", "line", "path", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("meta", "input", "rect", "line", "path", "br"):
            assert self.open.pop() == tag


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_is_one_self_contained_document(figures: Overview, lang: str) -> None:
    text = "".join(page(figures, TITLES, lang=lang))
    seen = _Seen()
    seen.feed(text)
    assert seen.open == [] and seen.links == [] and "link" not in seen.tags and "img" not in seen.tags
    assert "Pier <b>" not in text and "Pier &lt;b&gt;&amp;" in text
    assert '<mark class="warning">Try to</mark>' in text and 'data-rule="O108"' in text
    assert "https:" not in text and "@import" not in text and "url(" not in text


def test_an_empty_folder_gives_a_page(figures: Overview) -> None:
    assert "".join(page(overview([]), {}, lang="en")).endswith("</html>\n")


def test_markdown_is_escaped(figures: Overview) -> None:
    text = "".join(markdown(figures, TITLES, "en"))
    assert "| Pier \\<b\\>& | 1 | 2 |" in text and "O108 A hedged objective: 1" in text
    assert "warning O108" in text


def test_tables_hold_no_formulas(figures: Overview, tmp_path: Path) -> None:
    out = io.StringIO()
    write_csv(figures, out)
    rows = list(csv.DictReader(io.StringIO(out.getvalue())))
    assert len(rows) == sum(figures.codes.values())
    assert {row["text"][:2] for row in rows if "HYPERLINK" in row["text"]} == {"'="}
    write_xlsx(figures, tmp_path / "report.xlsx")
    from openpyxl import load_workbook

    book = load_workbook(tmp_path / "report.xlsx")
    assert book.sheetnames == ["Teams", "Statements", "Findings"]
    assert book["Statements"].max_row == 6
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
