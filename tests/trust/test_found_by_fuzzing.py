"""What the fuzzers found, as tests (fuzz/run.sh; docs/reliability.md)."""

from __future__ import annotations

import pytest

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
