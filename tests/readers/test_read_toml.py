"""TOML: the shapes of JSON and YAML, places of every statement, comments that ignore findings."""

from __future__ import annotations

import re

import pytest

from okr_lint.fixes import mend
from okr_lint.fixes.ignores import add_ignores
from okr_lint.linter import Linter
from okr_lint.model import Document
from okr_lint.readers import read_bytes, read_text
from okr_lint.settings import Settings

TEXT = '''# our plan
cycle = "2026 Q3"
owner = 'Jo'

[[objectives]]
objective = "Make paying easy for shop owners"
key_results = [
  "Try to raise orders from 20 to 40",  # okr-lint: ignore K218 (agreed) until=2099-01-01
  # okr-lint: ignore K202
  'Weekly meetings with the support team',
  # okr-lint: ignore-start K201
  "Significantly better mood",
  # okr-lint: ignore-end
  "Say \\"yes\\" \\u00e0 la carte # no comment",
]

[[objectives]]
objective = """
Let the night shift \\
  eat as well as the day shift"""
key_results = [{ text = "Night meals rise from 40 to 85", owner = "Ann" }]
'''


def statements(document: Document) -> list[str]:
    return [one.text for one in document.statements()]


def test_statements_context_and_places() -> None:
    document = read_text(TEXT, "a.toml", "toml")
    assert statements(document) == [
        "Make paying easy for shop owners",
        "Try to raise orders from 20 to 40",
        "Weekly meetings with the support team",
        "Significantly better mood",
        'Say "yes" à la carte # no comment',
        "Let the night shift eat as well as the day shift",
        "Night meals rise from 40 to 85",
    ]
    first, second = document.objectives
    assert (first.context.cycle, first.context.owner) == ("2026 Q3", "Jo")
    assert second.key_results[0].context.owner == "Ann"
    for statement in document.statements():
        assert statement.map is not None and statement.span is not None
        word = statement.text.split()[-1]
        span = statement.source_span(len(statement.text) - len(word), len(statement.text))
        assert span is not None and document.source.text[span.start : span.end] == word
    span = first.key_results[3].source_span(4, 9)
    assert span is not None and document.source.text[span.start : span.end] == '\\"yes\\"'


def test_comments_for_line_next_line_block_and_file() -> None:
    linter = Linter(Settings(select=("K201", "K202", "K218", "F007")))
    found = linter.check_bytes(TEXT.encode(), "a.toml").findings
    assert [(f.code, f.statement) for f in found if f.statement != "O1/KR4"] == []
    plain = re.sub(r" *# okr-lint.*", "", TEXT)
    assert {"K218", "K202", "K201"} <= {f.code for f in linter.check_bytes(plain.encode(), "a.toml").findings}
    whole = "# okr-lint: ignore-file K201 K202 K218\n" + plain
    assert linter.check_bytes(whole.encode(), "a.toml").findings == []


def test_an_unused_comment_is_found_and_taken_away() -> None:
    source = TEXT.replace("ignore K218 (agreed)", "ignore K219 (agreed)")
    mended = mend(Linter(Settings(select=("F007", "K2"))), source.encode(), "a.toml")
    assert [f.code for f in mended.findings] == ["F007"]
    assert "K219" not in mended.data.decode() and mended.data.decode().count("okr-lint") == 3


def test_add_ignore_writes_a_comment() -> None:
    linter = Linter(Settings(select=("K218",)))
    source = TEXT.replace("  # okr-lint: ignore K218 (agreed) until=2099-01-01", "")
    wanted = {f.fingerprint for f in linter.check_bytes(source.encode(), "a.toml").findings}
    made = add_ignores(linter, source.encode(), "a.toml", wanted, "agreed")
    assert made.count == 1 and not made.left
    assert '40",  # okr-lint: ignore K218 (agreed)' in made.data.decode().replace('", #', '",  #')


@pytest.mark.parametrize("quotes", ['"{}"', "'{}'", '"""{}"""'])
def test_an_edit_keeps_the_string_a_string(quotes: str) -> None:
    late = "late" if "'" in quotes else "'late'"
    line = f"Cut {late} orders from 9 to 3 days, if possible"
    source = f"objective = 'Make paying easy'\nkey_results = [{quotes.format(line)}, 'Open 3 shops']\n"
    mended = mend(Linter(Settings(select=("K218",))), source.encode(), "a.toml", unsafe=True)
    assert mended.data.decode() == source.replace(", if possible", "")
    assert statements(read_bytes(mended.data, "a.toml"))[1] == line.removesuffix(", if possible")


def test_windows_line_breaks_in_a_block() -> None:
    source = "objective = '''\r\nMake paying\r\neasy'''\r\nkey_results = ['Open 3 shops']\r\n"
    document = read_text(source, "a.toml", "toml")
    assert [" ".join(text.split()) for text in statements(document)] == ["Make paying easy", "Open 3 shops"]
    span = document.objectives[0].source_span(12, 16)
    assert span is not None and source[span.start : span.end] == "easy"
