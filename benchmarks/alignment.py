"""A403 on our own labelled pairs (corpus/pairs): precision and recall per language, as in benchmarks/alignment.md.

    python benchmarks/alignment.py [--split test] [--wrong]

A pair is a parent and a child, each with its key results; ``more_concrete`` is the label. A403 claims that the
child is not. Pairs of split "tune" were looked at while the rule was written, those of "test" were not.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from okr_lint.alignment.concreteness import concreteness
from okr_lint.alignment.copies import is_copy
from okr_lint.alignment.organisation import Goal
from okr_lint.model import Document, KeyResult, Objective, Source

PAIRS = Path(__file__).resolve().parent.parent / "corpus" / "pairs"


def goals(path: str, said: dict[str, Any]) -> tuple[Goal, list[Goal]]:
    """An objective with its key results."""
    objective = Objective(said["text"], key_results=[KeyResult(text) for text in said["key_results"]])
    document = Document(path, "json", Source(""), [objective])
    document.number()
    return Goal(document, objective, objective), [Goal(document, k, objective) for k in objective.key_results]


def claims(pair: dict[str, Any]) -> bool:
    """Whether A403 (or A404, for a copy) says that the child is not more concrete."""
    parent, parent_results = goals("parent", pair["parent"])
    child, child_results = goals("child", pair["child"])
    return is_copy(child, parent) or not concreteness(child, child_results, parent, parent_results).more


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("tune", "test", "all"), default="all")
    parser.add_argument("--wrong", action="store_true", help="show the pairs that are judged wrongly")
    args = parser.parse_args()
    print("| language | split | pairs | not more concrete | claimed | precision | recall |")
    print("|---|---|---|---|---|---|---|")
    for language in ("zh", "en"):
        lines = (PAIRS / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
        for split in ("tune", "test") if args.split == "all" else (args.split,):
            pairs = [pair for line in lines if (pair := json.loads(line))["split"] == split]
            told = [(pair, claims(pair)) for pair in pairs]
            claimed = [pair for pair, claim in told if claim]
            right = sum(not pair["more_concrete"] for pair in claimed)
            wanted = sum(not pair["more_concrete"] for pair in pairs)
            print(
                f"| {language} | {split} | {len(pairs)} | {wanted} | {len(claimed)} "
                f"| {right / max(1, len(claimed)):.3f} | {right / wanted:.3f} |"
            )
            if args.wrong:
                for pair, claim in told:
                    if claim == pair["more_concrete"]:
                        mark = "false claim" if claim else "missed"
                        print(f"  {mark} {pair['id']}: {pair['parent']['text']} <- {pair['child']}")


if __name__ == "__main__":
    main()
