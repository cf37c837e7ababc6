"""The examples of our own rules, read when somebody asks for them: a check never does."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from okr_lint.paths import data_folder


class StoredExamples(Mapping[str, dict[str, list[Any]]]):
    """The examples of one rule by language, from rules/examples.json."""

    def __init__(self, code: str) -> None:
        self._code = code

    def __getitem__(self, language: str) -> dict[str, list[Any]]:
        return self._content[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._content)

    def __len__(self) -> int:
        return len(self._content)

    def __repr__(self) -> str:
        return repr(self._content)

    @property
    def _content(self) -> dict[str, dict[str, list[Any]]]:
        return _all_examples().get(self._code, {})


@lru_cache(maxsize=1)
def _all_examples() -> dict[str, dict[str, dict[str, list[Any]]]]:
    content: dict[str, dict[str, dict[str, list[Any]]]] = json.loads(
        (data_folder("rules") / "examples.json").read_text(encoding="utf-8")
    )
    return content
