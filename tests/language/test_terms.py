"""Terms in a text: bisection and the automaton find the same, in the same order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from okr_lint.language.terms import Terms

WORDS = st.text("ab 提升", min_size=1, max_size=5)


def _places(terms: Terms, text: str) -> list[tuple[int, str]]:
    return [(last, terms.terms[number]) for last, number in terms.found(text)]


@given(st.sets(WORDS, min_size=1, max_size=30), st.text("ab 提升率", max_size=30))
def test_both_ways_find_the_same_in_the_same_order(words: set[str], text: str) -> None:
    terms = Terms(sorted(words), lambda before, character: False)
    at_first = _places(terms, text)
    terms.fill()
    assert at_first == _places(terms, text)
    every = {(last, word) for last in range(len(text)) for word in words if text[: last + 1].endswith(word)}
    assert set(at_first) == every and len(at_first) == len(every)


@given(st.sets(WORDS, min_size=1, max_size=30), st.text("ab 提升率", max_size=30))
def test_what_starts_inside_a_word_may_be_left_out(words: set[str], text: str) -> None:
    def counts(last: int, word: str) -> bool:
        start = last + 1 - len(word)
        return start == 0 or not (text[start - 1] + text[start]).isascii()

    terms = Terms(sorted(words), lambda before, character: (before + character).isascii())
    at_first = [one for one in _places(terms, text) if counts(*one)]
    terms.fill()
    assert at_first == [one for one in _places(terms, text) if counts(*one)]


def test_a_long_text_and_many_short_ones_are_read_with_the_automaton() -> None:
    terms = Terms(["a", "ab"], lambda before, character: False)
    assert len(list(terms.found("ab" * 3_000))) == 6_000
    assert terms._automaton is not None
    terms = Terms(["a", "ab"], lambda before, character: False)
    for _ in range(3_000):
        assert _places(terms, "ab") == [(0, "a"), (1, "ab")]
    assert terms._automaton is not None
