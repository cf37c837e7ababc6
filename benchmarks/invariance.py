"""How steady the labels are under changes that must not change them, and how surely others flip them.

    python benchmarks/invariance.py [--misses]

Pairs: corpus/invariance/same.tsv (a and b carry the same label), flip.tsv (a carries ``from``, b ``to``);
plain_english.tsv holds sentences with a learner's errors and the label that their content has; names.tsv and
names_second.tsv the same statement with the name of another person or team, which may change no finding. All were
written by hand before any prediction on them was seen. Prints Markdown; benchmarks/invariance.md keeps it.
A label that is not sure counts by its best guess; "findings" says how often a *sure* label broke a pair.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from functools import lru_cache
from pathlib import Path

from okr_lint.classifier.predict import predict_set
from okr_lint.classifier.types import Label
from okr_lint.language import analyse
from okr_lint.linter import Linter
from okr_lint.model import Document, KeyResult, Objective, Source

FOLDER = Path(__file__).resolve().parent.parent / "corpus" / "invariance"
NAMES = ("names.tsv", "names_second.tsv")
_COMPANY = {"zh": "让顾客愿意再来", "en": "Guests love coming back"}


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one file."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def label_of(kind: str, name: str, text: str) -> Label:
    """The label of a statement; a key result stands under a neutral objective, an objective stands alone."""
    if kind == "objective":
        objective = Objective(text, id="O1")
    else:
        company = _COMPANY["en" if text.isascii() else "zh"]
        objective = Objective(company, id="O1", key_results=[KeyResult(text, id="O1/KR1")])
    statements = (objective, *objective.key_results)
    labels = predict_set(objective, {one.id: analyse(one.text) for one in statements})
    return labels[statements[-1].id][name]


def codes_of(text: str) -> set[str]:
    """The codes of what is found in one statement, as a key result with an objective above it."""
    document = Document("pair", "json", Source(""))
    document.objectives.append(Objective(_COMPANY["en" if text.isascii() else "zh"], key_results=[KeyResult(text)]))
    document.number()
    return {finding.code for finding in linter().check_document(document).findings if finding.statement == "O1/KR1"}


@lru_cache(maxsize=1)
def linter() -> Linter:
    """One linter for all pairs."""
    return Linter()


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print the pairs that do not hold")
    options = parser.parse_args()
    for name, title in (("same.tsv", "Must not change"), ("flip.tsv", "Must flip")):
        held: Counter[str] = Counter()
        total: Counter[str] = Counter()
        loud: Counter[str] = Counter()
        for row in rows(name):
            one, other = (label_of(row["of"], row["label"], row[side]) for side in "ab")
            wanted = (
                one.value == other.value if name == "same.tsv" else (one.value, other.value) == (row["from"], row["to"])
            )
            total[row["kind"]] += 1
            held[row["kind"]] += wanted
            loud[row["kind"]] += not wanted and one.sure and other.sure
            if options.misses and not wanted:
                print(f"{row['kind']} {row['label']}: {row['a']} [{one.value}] | {row['b']} [{other.value}]")
        print(f"\n## {title}\n\n| kind | pairs | hold | share | broken by two sure labels |\n|---|--:|--:|--:|--:|")
        for kind, count in total.items():
            print(f"| {kind} | {count} | {held[kind]} | {held[kind] / count:.0%} | {loud[kind]} |")
        pairs = total.total()
        print(f"| all | {pairs} | {held.total()} | {held.total() / pairs:.0%} | {loud.total()} |")
    told = [(row, label_of(row["of"], row["label"], row["text"])) for row in rows("plain_english.tsv")]
    right = sum(label.value == row["value"] for row, label in told)
    print(
        f"\n## Learner's English, judged by content\n\n"
        f"{right} of {len(told)} labels are right ({right / len(told):.0%})."
    )
    print("\n## Names of people and teams\n")
    changed = []
    for name in NAMES:
        pairs_of_names = rows(name)
        lost = [row for row in pairs_of_names if codes_of(row["a"]) != codes_of(row["b"])]
        held_names = len(pairs_of_names) - len(lost)
        print(
            f"{name}: {held_names} of {len(pairs_of_names)} pairs get the same findings under either name "
            f"({held_names / len(pairs_of_names):.0%})."
        )
        changed += lost
    if options.misses:
        for row in changed:
            print(f"{codes_of(row['a']) ^ codes_of(row['b'])}: {row['a']} | {row['b']}")
        for row, label in told:
            if label.value != row["value"]:
                print(f"{row['label']}={row['value']} [{label.value}]: {row['text']}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
