"""The corpus is what its data sheet says: form, votes, size, variety, splits."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from functools import lru_cache
from typing import Any

from tools.corpus.agreement import fleiss_kappa, krippendorff_alpha
from tools.corpus.check import errors
from tools.corpus.duplicates import is_template, near_duplicates, skeleton
from tools.corpus.records import records, statements


@lru_cache(maxsize=1)
def corpus() -> tuple[dict[str, Any], ...]:
    return tuple(records())


def texts() -> list[str]:
    return [statement["text"] for record in corpus() for _, statement in statements(record)]


def test_every_record_has_its_form_and_its_labels_are_the_majority_of_three_votes() -> None:
    assert [error for record in corpus() for error in errors(record)] == []
    assert {len(s["votes"]) for record in corpus() for _, s in statements(record)} == {3}


def test_ids_are_unique() -> None:
    counts = Counter(record["id"] for record in corpus())
    assert [name for name, n in counts.items() if n > 1] == []


def test_size_and_variants_are_those_that_the_issue_asks_for() -> None:
    size: Counter[str] = Counter()
    for record in corpus():
        size[record["lang"]] += 1 + len(record["key_results"])
        size[record["variant"]] += (1 + len(record["key_results"])) * (record["variant"] != record["lang"])
    assert len(corpus()) >= 2400
    assert size["zh"] >= 4000 and size["en"] >= 4000
    assert size["zh-Hant"] >= 400 and size["zh-en"] >= 400


def test_near_duplicates_stay_under_one_percent() -> None:
    all_texts = texts()
    assert len(near_duplicates(all_texts)) < 0.01 * len(all_texts)


def test_no_skeleton_makes_up_more_than_three_in_a_thousand() -> None:
    all_texts = texts()
    ((frequent, n),) = Counter(filter(is_template, map(skeleton, all_texts))).most_common(1)
    assert n <= 0.003 * len(all_texts), frequent


def test_an_author_is_in_one_split_only() -> None:
    splits: dict[str, set[str]] = defaultdict(set)
    for record in corpus():
        splits[record["author"]].add(record["split"])
    assert all(len(names) == 1 for names in splits.values())


def test_near_duplicate_and_skeleton_see_a_filled_template() -> None:
    template = ["Increase weekly users from 10 to 20", "Increase weekly users from 12 to 24"]
    assert near_duplicates(template) == [(1, 0)]
    assert skeleton("Raise the margin from 3% to 5%") == skeleton("Raise the turnover from 7% to 9%")
    assert skeleton("把毛利率从 3% 提升到 5%") == skeleton("把成功率从 7% 提升到 9%")


def test_agreement_measures_agree_with_known_values() -> None:
    # Fleiss 1971, the table reprinted in many textbooks: 10 subjects, 14 raters, 5 categories
    table = """0 0 0 0 14|0 2 6 4 2|0 0 3 5 6|0 3 9 2 0|2 2 8 1 1|7 7 0 0 0|3 2 6 3 0|2 5 3 2 2|6 5 2 1 0|0 2 2 3 7"""
    items = [[c for c, n in enumerate(map(int, row.split())) for _ in range(n)] for row in table.split("|")]
    assert round(fleiss_kappa(items), 3) == 0.21
    assert krippendorff_alpha([[1, 1], [3, 3]]) == 1.0
    assert krippendorff_alpha([[1, 3], [3, 1]]) < 0
    assert json.dumps(fleiss_kappa([[1, 1, 1], [2, 2, 2]])) == "1.0"
