from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lsprotocol import types

from okr_lint.lsp.positions import Encoding, PositionMap, units
from okr_lint.model import Span

FAMILY = "👨‍👩‍👧"  # three emoji with two joiners: 5 code points
ACUTE = "e\u0301"  # e and a combining acute accent

ENCODINGS = [Encoding.Utf8, Encoding.Utf16, Encoding.Utf32]


def at(line: int, character: int) -> types.Position:
    return types.Position(line, character)


@pytest.mark.parametrize(
    ("text", "utf8", "utf16", "utf32"),
    [
        ("abc", 3, 3, 3),
        ("目标", 6, 2, 2),
        ("𠮷野家", 10, 4, 3),  # the first is beyond the basic plane (Ext-B)
        (FAMILY, 18, 8, 5),
        (ACUTE, 3, 2, 2),
        ("　", 3, 1, 1),  # full-width space
        ("\t", 1, 1, 1),
    ],
)
def test_units(text: str, utf8: int, utf16: int, utf32: int) -> None:
    assert [units(text, one) for one in ENCODINGS] == [utf8, utf16, utf32]


@pytest.mark.parametrize(("encoding", "expected"), list(zip(ENCODINGS, (11, 7, 6), strict=True)))
def test_a_character_beyond_the_basic_plane(encoding: str, expected: int) -> None:
    text = "# O1\n- 𠮷店 x 客户"
    positions = PositionMap(text, encoding)
    offset = text.index("客") - 1
    assert positions.position(offset) == at(1, expected)
    assert positions.offset(at(1, expected)) == offset


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings(ending: str) -> None:
    text = f"一{ending}二三{ending}{ending}四"
    positions = PositionMap(text)
    assert positions.position(text.index("三")) == at(1, 1)
    assert positions.position(text.index("四")) == at(3, 0)
    assert positions.offset(at(1, 99)) == text.index("三") + 1  # clamped before the line's end
    assert positions.line_end(1) == text.index("三") + 1


def test_other_separators_end_no_line() -> None:
    text = "a\u2028b\x0cc\x85d\ne"
    positions = PositionMap(text)
    assert positions.position(text.index("d")) == at(0, 6)
    assert positions.position(text.index("e")) == at(1, 0)


@pytest.mark.parametrize(("encoding", "width"), list(zip(ENCODINGS, (3, 1, 1), strict=True)))
def test_a_byte_order_mark_counts_for_the_client_only(encoding: str, width: int) -> None:
    positions = PositionMap("\ufeffO1\nKR", encoding, lead=1)
    assert positions.position(0) == at(0, width)
    assert positions.offset(at(0, width)) == 0
    assert positions.offset(at(0, 0)) == 0
    assert positions.position(3) == at(1, 0)
    assert positions.range(Span(0, 2)) == types.Range(at(0, width), at(0, width + 2))


def test_a_position_inside_a_character_is_its_start() -> None:
    assert PositionMap("a👍b", Encoding.Utf16).offset(at(0, 2)) == 1
    assert PositionMap("a👍b", Encoding.Utf8).offset(at(0, 3)) == 1


def test_positions_beyond_the_text() -> None:
    positions = PositionMap("ab\n")
    assert positions.offset(at(7, 0)) == 3
    assert positions.offset(at(1, 5)) == 3
    assert positions.position(99) == at(1, 0)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # the machine may be busy
@given(
    text=st.text(alphabet=st.sampled_from("a目𠮷👍é\t　\r\n"), max_size=40),
    encoding=st.sampled_from(ENCODINGS),
    data=st.data(),
)
def test_there_and_back(text: str, encoding: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    if text[offset - 1 : offset + 1] == "\r\n":
        offset -= 1  # between CR and LF there is no position
    positions = PositionMap(text, encoding)
    assert positions.offset(positions.position(offset)) == offset
