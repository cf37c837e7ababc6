"""Lines whose markup is simple are read without the grammar; what they show is the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okr_lint.readers import inline
from okr_lint.readers.markdown import _code_points

# no two signs of emphasis beside each other: there the grammar itself is at a loss
PARTS = ["Bake", "面包", " ", "，", "[P0]", " = ", "=>", " < 5", "R&D", "!", "#4", "(70%)", "|", " @ann", "`", ":", "]"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=9).map("".join), st.booleans())
def test_simple_lines_show_what_the_grammar_shows(raw: str, bold: bool) -> None:
    raw = f"**KR1** {raw}" if bold and "`" not in raw else raw
    simple = inline._simple(raw)
    if simple is None:
        return
    quick, full = (
        inline.assembled(raw, 0, sorted(replaced), marks) for replaced, marks in (simple, inline._parsed(raw))
    )
    assert quick.text == full.text
    assert sorted(quick.marks) == sorted(full.marks)
    assert quick.map == full.map


@pytest.mark.parametrize("raw", ["[a](b)", "![a]", "<b>a</b>", "a &amp; b", "*a*", "_a_", "**a** **b**", "\\*a"])
def test_other_markup_goes_to_the_grammar(raw: str) -> None:
    assert inline._simple(raw) is None


def test_what_a_line_shows_moves_with_it() -> None:
    first, second = inline.passage_of("**KR1** Bake", 0), inline.passage_of("**KR1** Bake", 40)
    assert first.text == second.text == "KR1 Bake"
    assert first.map is not None and second.map is not None
    assert first.map.span(4, 8).start + 40 == second.map.span(4, 8).start == 48


@given(st.text())
def test_every_byte_belongs_to_its_character(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    expected = [i for i, char in enumerate(text) for _ in char.encode("utf-8", "surrogatepass")]
    assert _code_points(data) == [*expected, len(text)]
