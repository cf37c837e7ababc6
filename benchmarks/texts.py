"""The files that benchmarks check: Markdown with one statement a line, from the project's own corpus."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain, cycle, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def statements(languages: tuple[str, ...]) -> list[list[str]]:
    """Sets of the corpus, an objective and its key results each, the languages in turn."""
    found: dict[str, list[list[str]]] = {language: [] for language in languages}
    for path in sorted((ROOT / "corpus").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["lang"] in found:
                found[row["lang"]].append([row["objective"]["text"], *(k["text"] for k in row["key_results"])])
    return list(chain.from_iterable(zip(*found.values(), strict=False)))


def markdown(languages: tuple[str, ...], lines: int, longer: int = 1) -> str:
    """A file of some lines; ``longer`` repeats each statement's words in the line."""
    made: list[str] = []
    for number, one in enumerate(islice(cycle(statements(languages)), lines), 1):
        made += [f"## O{number}: {' '.join([one[0]] * longer)}"]
        made += [f"- KR{n}: {' '.join([text] * longer)}" for n, text in enumerate(one[1:], 1)]
        if len(made) >= lines:
            break
    return "\n".join(made[:lines]) + "\n"


def light_sets(count: int) -> list[list[str]]:
    """The first sets of ``light``, in a form that another process can hand back."""
    return list(islice(light(), count))


def light() -> Iterator[list[str]]:
    """Sets of the corpus, English, in which no statement needs the Doc."""
    from okr_lint.linter import Linter

    linter = Linter()
    for one in statements(("en",)):
        text = "\n".join([f"## O1: {one[0]}", *(f"- KR{n}: {text}" for n, text in enumerate(one[1:], 1))])
        if not any("doc" in vars(analysis) for analysis in linter.check_text(text).analyses.values()):
            yield one
