from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lsprotocol import types
from pygls.workspace import PositionCodec

from okr_lint.lsp.documents import OpenDocument, whole_characters
from okr_lint.lsp.positions import Encoding, PositionMap
from okr_lint.model import Span


def document(text: str, encoding: str = Encoding.Utf16) -> OpenDocument:
    return OpenDocument("file:///a.md", text, 1, "markdown", position_codec=PositionCodec(encoding))


def change(one: OpenDocument, start: tuple[int, int], end: tuple[int, int], text: str) -> str:
    place = types.Range(types.Position(*start), types.Position(*end))
    one.apply_change(types.TextDocumentContentChangePartial(place, text))
    return one.source


def test_a_change_behind_an_emoji() -> None:
    assert change(document("目标👍好"), (0, 4), (0, 5), "棒") == "目标👍棒"


def test_a_change_at_the_end_of_a_crlf_line() -> None:
    assert change(document("a\r\nb\r\n"), (0, 1), (0, 1), "!") == "a!\r\nb\r\n"


def test_a_line_separator_is_no_line_end() -> None:
    assert change(document("a\u2028b\nc"), (1, 0), (1, 1), "d") == "a\u2028b\nd"


def test_a_change_beyond_the_end_is_appended() -> None:
    assert change(document("a\n"), (9, 0), (9, 0), "b") == "a\nb"


def test_an_emoji_cut_in_two_and_put_together_again() -> None:
    one = document("x")
    assert "\ud83d" not in change(one, (0, 1), (0, 1), "\ud83d")
    assert whole_characters("\ud83d\udc4d") == "👍"


@pytest.mark.parametrize("encoding", [Encoding.Utf8, Encoding.Utf16, Encoding.Utf32])
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # the machine may be busy
@given(data=st.data())
def test_any_changes_give_the_text_that_the_client_has(encoding: str, data: st.DataObject) -> None:
    letters = st.text(alphabet=st.sampled_from("ab目𠮷👍\u0301\n"), max_size=12)
    text = data.draw(letters)
    one = document(text, encoding)
    for _ in range(data.draw(st.integers(1, 5))):
        ends = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
        new: Any = data.draw(letters)
        place = PositionMap(text, encoding).range(Span(*ends))
        one.apply_change(types.TextDocumentContentChangePartial(place, new))
        text = text[: ends[0]] + new + text[ends[1] :]
        assert one.source == text
