"""What the fuzzers found, as tests (fuzz/run.sh; docs/reliability.md)."""

from __future__ import annotations

import pytest

from okr_lint.fixes import mend
from okr_lint.linter import Linter
from okr_lint.readers import read_text


@pytest.mark.parametrize("white", ["\u3000", "\u3000\u3000", "\u2003 ", "\u00a0\t"], ids=ascii)
def test_wide_indentation_does_not_shift_spans(white: str) -> None:
    """A line indented by full-width spaces gave spans that were too far right by its indentation."""
    text = f"{white}O1: 让顾客愿意再来 KR1: 复购率升到 30%\n{white}KR2: 退货率降到 5%\n"
    document = read_text(text, "a.md", "markdown")
    found = list(document.statements())
    assert len(found) == 3
    for statement in found:
        assert statement.span is not None
        assert text[statement.span.start : statement.span.end] == statement.text


def test_a_long_run_of_one_number_is_mended_at_once() -> None:
    """Fourteen objectives called O1 needed a round each, and ten rounds were all there were."""
    text = "".join(f"## O1: 让第 {at} 组的顾客愿意再来\n- KR1: 复购率从 20% 升到 3{at % 10}%\n\n" for at in range(14))
    once = mend(Linter(), text.encode(), "a.md", "markdown")
    assert "## O14:" in once.data.decode()
    assert mend(Linter(), once.data, "a.md", "markdown").data == once.data


@pytest.mark.parametrize("text", ["*b\n* l\n3.\n t\n1\n-\n", "1.\n   O1: x\n-\n", "- \n  KR1: y\n"])
def test_a_line_below_an_empty_item(text: str) -> None:
    """An ordinal with nothing behind it has no last character for the line below to go on from."""
    for format in ("markdown", "text"):
        read_text(text, "a.md", format)
