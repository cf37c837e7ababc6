"""Examples to imitate: of every function in both languages, near to a text or none."""

from __future__ import annotations

import pytest

from okr_lint.examples import all_examples, find_examples
from okr_lint.functions import FUNCTIONS, function_named, functions_of


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("function", FUNCTIONS)
def test_every_function_has_examples(function: str, language: str) -> None:
    found = find_examples(function=function, language=language)
    assert len(found) >= 2
    assert all(function in one.functions and one.language == language for one in found)


@pytest.mark.parametrize(("one", "other"), [("sales", "销售"), ("hr", "人力"), ("personal", "个人"), ("Legal", "法务")])
def test_a_function_goes_by_its_name_in_either_language(one: str, other: str) -> None:
    assert find_examples(function=one, count=9) == find_examples(function=other, count=9) != []


def test_another_word_is_looked_for_in_the_field() -> None:
    found = find_examples(function="hospice")
    assert found and all("hospice" in one.field.lower() for one in found)
    assert find_examples(function="salse") == []


def test_near_examples_share_words_that_say_what_it_is_about() -> None:
    assert all("hire" in f"{one.objective} {one.key_results}".lower() for one in find_examples("Hire", count=2))
    assert find_examples("提升、优化、大幅改善") == []
    assert find_examples("zzz qqq") == []


def test_where_no_word_is_shared_the_function_that_is_named_counts() -> None:
    found = find_examples("招聘")
    assert found and all("hr" in one.functions and one.language == "zh" for one in found)


def test_examples_have_key_results_and_are_told_once() -> None:
    every = all_examples()
    assert all(2 <= len(one.key_results) <= 5 for one in every)
    assert len({one.id for one in every}) == len(every)


def test_functions_of_a_field() -> None:
    assert functions_of("客户成功与客服") == ("service",)
    assert functions_of("PR, co-op bank") == ("marketing",)
    assert functions_of("prairie restoration") == ()
    assert function_named("Human Resources") == "hr" and function_named("wizardry") is None
