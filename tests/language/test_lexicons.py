"""Lexicon hits: edges, longest match, blocking phrases, inflected forms, verbs that are nouns elsewhere."""

from __future__ import annotations

import itertools

import pytest

from okr_lint.language import analyse
from okr_lint.language.lexicons import lexicon_matcher


def found(text: str, lexicon: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in analyse(text).found(lexicon)]


@pytest.mark.parametrize(
    ("text", "lexicon", "words"),
    [
        ("把KPI提升到新高", "empty_verb", ["提升"]),
        ("努力提高留存", "hedge", ["努力"]),
        ("努力程度评分", "hedge", []),
        ("等级制度等", "open_end", ["等"]),
        ("量化管理", "outcome_noun", []),
        ("质量与产量", "outcome_noun", ["产量"]),
        ("完成率达标", "output_verb", []),
        ("盡量滿足客戶", "hedge", ["盡量"]),
        ("We strived to help", "hedge", ["strived"]),
        ("Trying to grow", "hedge", ["Trying"]),
        ("the retry queue", "hedge", []),
        ("Launching and launched", "output_verb", ["Launching", "launched"]),
        ("relaunch", "output_verb", []),
        ("follow-up meetings", "activity_verb", []),
        ("Record three videos", "output_verb", ["Record"]),
        ("A record year", "output_verb", []),
        ("Attrition drops to 3%", "outcome_verb", ["drops"]),
        ("Fewer drops in quality", "outcome_verb", []),
        ("BUSINESS AS USUAL", "upkeep", ["BUSINESS AS USUAL"]),
        ("customers' trust", "beneficiary", ["customers"]),
    ],
)
def test_hits(text: str, lexicon: str, words: list[str]) -> None:
    assert found(text, lexicon) == words


def test_hits_carry_the_lemma() -> None:
    (hit,) = analyse("Shipped it").found("output_verb")
    assert (hit.term, hit.start, hit.end) == ("ship", 0, 7)


def test_longest_term_wins_within_a_lexicon_only() -> None:
    analysis = analyse("净推荐值")
    assert [hit.term for hit in analysis.found("outcome_noun")] == ["净推荐值"]
    assert all(a.end <= b.start for name in lexicon_matcher().names for a, b in _pairs(analysis.found(name)))


def _pairs(hits: tuple) -> list[tuple]:  # type: ignore[type-arg]
    return list(itertools.pairwise(hits))


def test_every_concept_has_terms_in_both_languages() -> None:
    import json

    from okr_lint.language.packing import unpacked
    from okr_lint.paths import data_folder

    data = json.loads((data_folder("rules") / "compiled.json").read_text(encoding="utf-8"))["lexicons"]
    languages: dict[int, set[bool]] = {}
    for form, entries in unpacked(data).items():
        for index, *_ in entries:
            languages.setdefault(index, set()).add(form.isascii())
    own = {
        "hedge",
        "vague_degree",
        "empty_verb",
        "activity_verb",
        "output_verb",
        "outcome_verb",
        "outcome_noun",
        "upkeep",
    }
    for name in own:
        assert languages[data["names"].index(name)] == {True, False}, name
