"""Whole documents, laid out as many authors do: guides, notes, wiki pages, plans, tables, exports.

They stand in ``messy/*.txt``: "%%% name | file name", the document, "%%%", and what is in it, key results indented.
"""

from pathlib import Path
from typing import NamedTuple

import pytest
from outcome import check_span

from okr_lint.readers.read import format_of, read_text


class Case(NamedTuple):
    path: str
    text: str
    expected: list[str]


def _cases() -> dict[str, Case]:
    found: dict[str, Case] = {}
    for file in sorted((Path(__file__).parent / "messy").glob("*.txt")):
        for part in file.read_text(encoding="utf-8").split("%%% ")[1:]:
            head, _, rest = part.partition("\n")
            text, _, expected = rest.partition("\n%%%\n")
            name, _, path = head.rpartition(" | ")
            assert name not in found
            found[name] = Case(path, text + "\n", expected.splitlines())
    return found


CASES = _cases()


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_what_stands_in_it(name: str, end: str) -> None:
    path, text, expected = CASES[name]
    document = read_text(text.replace("\n", end), path, format_of(path) or "markdown")
    got = [line for o in document.objectives for line in (o.text, *(f"  {k.text}" for k in o.key_results))]
    assert got == expected
    if document.format in ("markdown", "text", "rst", "html"):
        for statement in document.statements():
            check_span(document, statement)
    for statement in document.statements():
        if document.format in ("docx", "xlsx"):
            continue
        numbered = any(char.isdigit() for char in statement.label or "")  # "Key results:" may stand for several
        assert statement.label_span is not None or not numbered
        if (at := statement.label_span) is not None:
            shown = "".join(char for char in document.source.text[at.start : at.end] if char.isalnum())
            assert shown == "".join(char for char in statement.label or "" if char.isalnum())


def test_labels_have_their_places() -> None:
    document = read_text("# **O1：** 让新人一周内上手\n\n- 🎯 **KR1.2** — 首单 3 天\n", "okr.md", "markdown")
    text = document.source.text
    spans = [statement.label_span for statement in document.statements()]
    assert [span and text[span.start : span.end] for span in spans] == ["O1", "KR1.2"]


def test_all_of_them_are_read() -> None:
    assert len(CASES) > 350
