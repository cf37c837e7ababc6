"""Columns on a terminal: widths, windows, wrapping, and nothing that steers it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okr_lint.reporters.terminal import Paint, cells, visible, width, window, wrap

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("abc", 3),
        ("目标", 4),
        ("ＫＲ１：", 8),
        ("\u3000", 2),
        ("e\u0301", 1),
        ("𠮷", 2),
        ("🚀", 2),
        (FAMILY, 2),
        ("👍🏽", 2),
        ("❤\ufe0f", 2),
        ("1\ufe0f\u20e3", 2),
        ("🇨🇳", 2),
        ("한국", 4),
        ("ｱ", 1),
        ("…", 1),
    ],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 60), st.integers(30, 120))
def test_a_window_holds_the_mark_and_fits(text: str, start: int, length: int, columns: int) -> None:
    line = visible(text)
    start = min(start, len(line))
    end = min(start + length, len(line))
    shown, before, marked = window(line, start, end, columns)
    assert width(shown) <= columns and before + marked <= columns + 1
    at = 0
    for i, size in enumerate(cells(shown)):
        if at == before and size:
            assert start == len(line) or shown[i] == line[start] or not cells(line)[start]
            break
        at += size


@given(st.text(alphabet=st.sampled_from("ab 中文，。(「」)🚀x "), max_size=120), st.integers(8, 40))
def test_wrapped_lines_keep_every_character(text: str, columns: int) -> None:
    lines = list(wrap(text, columns))
    assert "".join(lines).replace(" ", "") == "".join(text.split())
    for line in lines:
        longest = max((width(word) for word in line.split()), default=0)
        assert width(line) <= max(columns, longest)
        if line is not lines[0] and line[:1] in ("，", "。", "」", ")"):
            assert f" {line[0]}" in text, "closing punctuation stays with what it closes"


def test_control_characters_become_visible() -> None:
    shown = visible("a\x1b[31mb\tc\u202ed\x9be\r")
    assert shown == "a\u241b[31mb c\ufffdd\ufffde\u240d"
    assert visible("目标 🚀") == "目标 🚀"


def test_no_colours_where_none_are_wanted() -> None:
    assert Paint(False)("error", "x") == "x"
    assert Paint(True)("error", "x") == "\033[1;31mx\033[0m"
