"""Offsets travel with the text: maps from a statement back to its source."""

from okr_lint.model import Source, TextMap


def test_escape_maps_as_a_whole_and_the_rest_one_to_one() -> None:
    # source: ab\u4e2dc — the escape is six characters for one
    made = TextMap.join([(2, 10, 2), (1, 12, 6), (1, 18, 1)])
    assert made.span(0, 2) == (10, 12)
    assert made.span(2, 3) == (12, 18)
    assert made.span(1, 4) == (11, 19)
    assert made.is_verbatim(0, 2)
    assert not made.is_verbatim(1, 3)


def test_lines_end_at_lf_crlf_and_a_lone_cr() -> None:
    source = Source("a\r\nb\rc\nd")
    assert [source.position(o)[1:] for o in (0, 3, 5, 7)] == [(1, 1), (2, 1), (3, 1), (4, 1)]
    assert [source.line(n) for n in (1, 2, 3, 4)] == ["a", "b", "c", "d"]
