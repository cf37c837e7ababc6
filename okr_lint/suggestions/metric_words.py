"""The words that speak for metrics and fields, in the form in which they are stored: two long texts.

A check meets a few of the two thousand; only those are taken apart (``targets``).
"""

from __future__ import annotations

from typing import Any, NamedTuple


class Target(NamedTuple):
    """What a word speaks for: metrics by index, fields by name; ``whole``: English without "*"."""

    whole: bool
    metrics: tuple[int, ...]
    fields: tuple[str, ...]


def packed_metrics(catalogue: dict[str, Any]) -> dict[str, Any]:
    """The content of rules/metrics.yaml with all words in ``words`` ("word\\nword…") and ``targets``, line by line,
    the words in order.

    A line holds one or two targets, parted by "|": "=" for whole words or "*", indices, ";", fields.

    Raises:
        ValueError: a word holds a line break.
    """
    known: dict[str, dict[bool, tuple[list[str], list[str]]]] = {}
    lists = [(entry["words"], 0, str(index)) for index, entry in enumerate(catalogue["metrics"])]
    lists += [(entry["words"], 1, name) for name, entry in catalogue["fields"].items()]
    for words, place, name in lists:
        for word in map(str, words):
            if "\n" in word:
                raise ValueError(f"a word of {name} in rules/metrics.yaml holds a line break: {word!r}")
            targets = known.setdefault(word.rstrip("*").lower(), {})
            targets.setdefault(not word.endswith("*"), ([], []))[place].append(name)
    lines = [
        "|".join(f"{'=' if whole else '*'}{','.join(metrics)};{','.join(fields)}" for whole, (metrics, fields) in made)
        for made in (targets.items() for _, targets in sorted(known.items()))
    ]
    bare = [{key: value for key, value in entry.items() if key != "words"} for entry in catalogue["metrics"]]
    fields = {
        name: {key: value for key, value in entry.items() if key != "words"}
        for name, entry in catalogue["fields"].items()
    }
    return {"fields": fields, "metrics": bare, "words": "\n".join(sorted(known)), "targets": "\n".join(lines)}


def targets(line: str) -> tuple[Target, ...]:
    """The targets of a stored line."""
    made = []
    for part in line.split("|"):
        metrics, _, fields = part[1:].partition(";")
        indices = tuple([int(index) for index in metrics.split(",") if index])
        made.append(Target(part[0] == "=", indices, tuple(fields.split(",")) if fields else ()))
    return tuple(made)
