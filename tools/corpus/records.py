"""The corpus' records: one OKR a line, every statement with three votes and the settled labels.

A vote is a short code: objective ``metric kind vague compound inspiring quality`` ("nann44"), key
result ``measurable kind compound quality`` ("mon5"). ``votes[0]`` is the writer's own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "corpus"

YES_NO = {"y": "yes", "n": "no"}
OBJECTIVE = (
    ("metric", YES_NO),
    ("kind", {"a": "aspiration", "t": "task", "u": "upkeep"}),
    ("vague", YES_NO),
    ("compound", YES_NO),
    ("inspiring", {str(n): n for n in range(1, 6)}),
    ("quality", {str(n): n for n in range(1, 6)}),
)
KEY_RESULT = (
    ("measurable", {"m": "metric", "s": "milestone", "n": "none"}),
    ("kind", {"o": "outcome", "p": "output", "a": "activity"}),
    ("compound", YES_NO),
    ("quality", {str(n): n for n in range(1, 6)}),
)
RATINGS = ("inspiring", "quality")


def decode(vote: str, scheme: tuple[tuple[str, dict[str, Any]], ...]) -> dict[str, Any]:
    """The labels that a vote's code stands for.

    Raises:
        ValueError: a code of the wrong length or with an unknown letter.
    """
    if len(vote) != len(scheme):
        raise ValueError(f"vote {vote!r} has {len(vote)} codes instead of {len(scheme)}")
    try:
        return {name: values[code] for (name, values), code in zip(scheme, vote, strict=True)}
    except KeyError as error:
        raise ValueError(f"vote {vote!r} has the unknown code {error}") from error


def records() -> Iterator[dict[str, Any]]:
    """All records of corpus/*.jsonl in order of file and line."""
    for path in sorted(FOLDER.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)


def statements(record: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """("O" or "K", statement) of one record."""
    return [("O", record["objective"]), *(("K", k) for k in record["key_results"])]
