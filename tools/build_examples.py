"""Choose the well-rated OKRs of the corpus for models/examples.json: the best of all, and some of every function.

An example holds the well-rated key results of its OKR; weaker ones are left out.

python -m tools.build_examples
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from okr_lint.classifier.training.store import write
from okr_lint.functions import FUNCTIONS, functions_of
from tools.corpus.records import records

ROOT = Path(__file__).resolve().parent.parent
PER_LANGUAGE, PER_FUNCTION, FEW = 60, 9, 3
FEWEST, MOST = 2, 5
# least ratings of the objective, of each key result and of all key results on average
GOOD, FAIR = (4.0, 4.0, 4.3), (3.6, 3.0, 3.3)


def main() -> None:
    """Write models/examples.json and its hash."""
    everything = list(records())
    good, fair = ([kept for one in everything if (kept := _trimmed(one, *least))] for least in (GOOD, FAIR))
    for ordered in (good, fair):
        ordered.sort(key=lambda record: (-_rating(record), record["id"]))
    chosen = [record for language in ("zh", "en") for record in _chosen(good, fair, language)]
    content = json.dumps([_entry(record) for record in chosen], ensure_ascii=False, indent=0) + "\n"
    write(ROOT / "models", "examples.json", content.encode("utf-8"))
    print(f"{len(good)} well-rated OKRs, {len(chosen)} kept")


def _trimmed(record: dict[str, Any], least: float, least_result: float, least_mean: float) -> dict[str, Any] | None:
    """A record with its well-rated key results only; None where objective or what is left is not good enough."""
    objective = record["objective"]
    key_results = [k for k in record["key_results"] if k["quality"] >= least_result and k["compound"] == "no"]
    if (
        objective["quality"] < least
        or objective["kind"] != "aspiration"
        or not objective["metric"] == objective["vague"] == objective["compound"] == "no"
        or not FEWEST <= len(key_results) <= MOST
        or sum(k["quality"] for k in key_results) / len(key_results) < least_mean
    ):
        return None
    return {**record, "key_results": key_results}


def _chosen(good: list[dict[str, Any]], fair: list[dict[str, Any]], language: str) -> list[dict[str, Any]]:
    """The best rated of a language, then the best of each function; a function with few good ones takes fair ones."""
    kept = {record["id"]: record for record in _of(good, language)[:PER_LANGUAGE]}
    for function in FUNCTIONS:
        best = _of(good, language, function)[:PER_FUNCTION]
        known = {record["id"] for record in best}
        best += [one for one in _of(fair, language, function) if one["id"] not in known][: max(0, FEW - len(best))]
        kept |= {record["id"]: record for record in best if record["id"] not in kept}
    return list(kept.values())


def _of(ordered: list[dict[str, Any]], language: str, function: str | None = None) -> list[dict[str, Any]]:
    return [
        one
        for one in ordered
        if one["lang"] == language and (function is None or function in functions_of(one["field"]))
    ]


def _rating(record: dict[str, Any]) -> float:
    ratings = [k["quality"] for k in record["key_results"]]
    return float(record["objective"]["quality"] + record["objective"]["inspiring"] + sum(ratings) / len(ratings))


def _entry(record: dict[str, Any]) -> dict[str, Any]:
    key_results = record["key_results"]
    effects = sum(k["kind"] == "outcome" for k in key_results)
    numbers = sum(k["measurable"] == "metric" for k in key_results)
    if record["lang"] == "zh":
        reason = (
            f"目标说清了改变什么、为了谁，不带数字；{len(key_results)} 条关键结果里"
            f" {effects} 条是效果，{numbers} 条有数可查。"
        )
    else:
        reason = (
            "The objective says what changes and for whom, without a number; "
            f"of {len(key_results)} key results {effects} are effects and {numbers} have a number to check."
        )
    return {
        "id": record["id"],
        "language": record["lang"],
        "field": record["field"],
        "functions": functions_of(record["field"]),
        "objective": record["objective"]["text"],
        "key_results": [k["text"] for k in record["key_results"]],
        "reason": reason,
    }


if __name__ == "__main__":
    main()
