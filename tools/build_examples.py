"""Choose the well-rated OKRs of the corpus for models/examples.json.

python tools/build_examples.py
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from okr_lint.classifier.training.store import write
from tools.corpus.records import records

ROOT = Path(__file__).resolve().parent.parent
PER_LANGUAGE = 200
LEAST_OBJECTIVE, LEAST_KEY_RESULT, LEAST_MEAN = 4.0, 3.0, 4.0


def main() -> None:
    """Write models/examples.json and its hash."""
    good = [record for record in records() if _good(record)]
    good.sort(key=lambda record: (-_rating(record), record["id"]))
    chosen = [
        record for language in ("zh", "en") for record in [r for r in good if r["lang"] == language][:PER_LANGUAGE]
    ]
    content = json.dumps([_entry(record) for record in chosen], ensure_ascii=False, indent=0) + "\n"
    write(ROOT / "models", "examples.json", content.encode("utf-8"))
    print(f"{len(good)} well-rated OKRs, {len(chosen)} kept")


def _good(record: dict[str, Any]) -> bool:
    objective, key_results = record["objective"], record["key_results"]
    return (
        2 <= len(key_results) <= 5
        and objective["quality"] >= LEAST_OBJECTIVE
        and objective["metric"] == objective["vague"] == objective["compound"] == "no"
        and all(k["quality"] >= LEAST_KEY_RESULT and k["compound"] == "no" for k in key_results)
        and sum(k["quality"] for k in key_results) / len(key_results) >= LEAST_MEAN
    )


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
        "objective": record["objective"]["text"],
        "key_results": [k["text"] for k in record["key_results"]],
        "reason": reason,
    }


if __name__ == "__main__":
    main()
