"""Well-rated OKRs of our corpus (machine labellers rated them): the nearest to a text, or those of a function."""

from __future__ import annotations

import json
from collections import Counter
from functools import lru_cache
from math import log

from okr_lint.classifier.model import read_checked
from okr_lint.classifier.words import words
from okr_lint.functions import function_named, functions_of
from okr_lint.language import analyse
from okr_lint.language.normal import normalise
from okr_lint.language.script import language_of
from okr_lint.lean_dataclasses import dataclass

# what any statement may begin with says nothing of what it is about
_EMPTY = ("outcome_verb", "empty_verb", "hedge", "vague_degree")


@dataclass(frozen=True, slots=True)
class Example:
    """One OKR that the labellers rated well, and why it is good (in its own language).

    Attributes:
        id: the corpus record.
        language: "zh" or "en".
        field: what its author works on, as the corpus says it.
        functions: the functions that the field belongs to, by their English names (okr_lint.functions).
        key_results: its well-rated ones.
    """

    id: str
    language: str
    field: str
    functions: tuple[str, ...]
    objective: str
    key_results: tuple[str, ...]
    reason: str


@lru_cache(maxsize=1)
def all_examples() -> tuple[Example, ...]:
    """All examples of models/examples.json, best first."""
    data = json.loads(read_checked("examples.json"))
    return tuple(
        Example(**{**one, "functions": tuple(one["functions"]), "key_results": tuple(one["key_results"])})
        for one in data
    )


def find_examples(
    like: str | None = None, *, function: str | None = None, language: str | None = None, count: int = 3
) -> list[Example]:
    """The examples nearest to a text, or the best rated ones.

    Args:
        like: a statement; examples in its language that share its rarest words come first, and those that share none
            are left out; where none does, those of the functions that it names.
        function: keep only examples of this function, by its name in either language ("sales", 销售), or else those
            whose field holds this word.
        language: "zh" or "en"; that of ``like`` where None.
        count: how many at most.
    """
    if language is None and like:
        language = "en" if language_of(like) == "en" else "zh"
    chosen = [e for e in all_examples() if (language is None or e.language == language) and _of(function, e)]
    if like:
        own = _words(_topic(like))
        weights, vocabulary = _index()
        near = {e.id: _likeness(own, vocabulary[e.id], weights) for e in chosen}
        close = sorted((e for e in chosen if near[e.id]), key=lambda e: -near[e.id])
        chosen = close or [e for e in chosen if set(functions_of(like)) & set(e.functions)]
    return chosen[:count]


def _of(function: str | None, example: Example) -> bool:
    if function is None:
        return True
    named = function_named(function)
    return named in example.functions if named else function.lower() in example.field.lower()


def _topic(like: str) -> str:
    """A statement without its verbs, degrees and numbers."""
    analysis = analyse(like)
    left = list(analysis.normal)
    for hit in analysis.hits:
        if hit.lexicon in _EMPTY:
            left[hit.start : hit.end] = " " * (hit.end - hit.start)
    return "".join(left)


def _words(text: str) -> set[str]:
    """The words of a text; one Han character alone (场 of 现场 and of 一场) says too little of what it is about."""
    return {word for word in words(normalise(text)) if len(word) > 1}


def _likeness(own: set[str], other: frozenset[str], weights: dict[str, float]) -> float:
    shared = sum(weights[word] ** 2 for word in own & other)
    size = sum(weights[word] ** 2 for word in other)
    return shared / size**0.5 if size else 0.0


@lru_cache(maxsize=1)
def _index() -> tuple[dict[str, float], dict[str, frozenset[str]]]:
    """Inverse document frequency per word, and the words of each example."""
    vocabulary = {e.id: frozenset(_words(" ".join([e.objective, *e.key_results]))) for e in all_examples()}
    counts = Counter(word for own in vocabulary.values() for word in own)
    return {word: log(len(vocabulary) / n) + 0.1 for word, n in counts.items()}, vocabulary
