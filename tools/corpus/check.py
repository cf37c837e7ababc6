"""Validate and describe corpus/*.jsonl.

python -m tools.corpus.check     errors, then counts and agreement (see corpus/DATASHEET.md)
"""

from __future__ import annotations

import sys
from collections import Counter
from typing import Any

from tools.corpus.agreement import fleiss_kappa, krippendorff_alpha
from tools.corpus.duplicates import is_template, near_duplicates, skeleton
from tools.corpus.records import KEY_RESULT, OBJECTIVE, RATINGS, decode, records, statements

SCHEMES = {"O": OBJECTIVE, "K": KEY_RESULT}
_FIELDS = {"id", "lang", "variant", "field", "level", "author", "split", "objective", "key_results"}


def errors(record: dict[str, Any]) -> list[str]:
    """What is wrong with one record, in words that name it."""
    found = []
    if set(record) != _FIELDS:
        found.append(f"{record.get('id')}: fields {sorted(set(record) ^ _FIELDS)} missing or unknown")
        return found
    for at, (kind, statement) in enumerate(statements(record)):
        place = f"{record['id']}.{at}"
        if not statement["text"].strip():
            found.append(f"{place}: empty text")
        try:
            votes = [decode(vote, SCHEMES[kind]) for vote in statement["votes"]]
        except ValueError as error:
            found.append(f"{place}: {error}")
            continue
        found += _settled(place, statement, votes, SCHEMES[kind])
    return found


def _settled(place: str, statement: dict[str, Any], votes: list[dict[str, Any]], scheme: Any) -> list[str]:
    """A settled label is the majority of the votes, or one of them where there is none; a rating their mean."""
    found = []
    for name, _ in scheme:
        values = [vote[name] for vote in votes]
        if name in RATINGS:
            if abs(statement[name] - sum(values) / len(values)) > 0.01:
                found.append(f"{place}: {name} is not the mean of its votes")
            continue
        (best, count), *others = Counter(values).most_common()
        tie = bool(others) and others[0][1] == count
        if statement[name] not in values if tie else statement[name] != best:
            found.append(f"{place}: {name} {statement[name]!r} against votes {values}")
    return found


def agreement(language: str) -> dict[str, tuple[int, float]]:
    """By "K kind" and so on: number of statements and kappa (ratings: alpha)."""
    items: dict[str, list[list[Any]]] = {}
    for record in records():
        if record["lang"] != language:
            continue
        for kind, statement in statements(record):
            if len(statement["votes"]) != 3:
                continue
            for at, (name, values) in enumerate(SCHEMES[kind]):
                items.setdefault(f"{kind} {name}", []).append([values[vote[at]] for vote in statement["votes"]])
    measure = {True: krippendorff_alpha, False: fleiss_kappa}
    return {name: (len(votes), measure[name.split()[1] in RATINGS](votes)) for name, votes in items.items()}


def main() -> int:
    """Print errors and figures; 1 where there are errors."""
    wrong = [error for record in records() for error in errors(record)]
    print(*wrong, sep="\n", end="\n" if wrong else "")
    counts: Counter[str] = Counter()
    texts = []
    for record in records():
        counts[f"OKRs {record['lang']}"] += 1
        counts[f"OKRs {record['variant']}"] += record["variant"] != record["lang"]
        for kind, statement in statements(record):
            texts.append(statement["text"])
            counts[f"statements {record['lang']}"] += 1
            counts[f"statements {record['variant']}"] += record["variant"] != record["lang"]
            for name, _ in SCHEMES[kind]:
                if name not in RATINGS:
                    counts[f"{kind} {name} {statement[name]} {record['lang']}"] += 1
    for name in sorted(counts):
        print(f"{name:<40}{counts[name]:>7}")
    print(f"near-duplicates (5-gram Jaccard > 0.6): {len(near_duplicates(texts))} of {len(texts)}")
    frequent = Counter(filter(is_template, map(skeleton, texts))).most_common(3)
    print("most frequent skeletons:", *(f"{n} × {text!r}" for text, n in frequent))
    for language in ("zh", "en"):
        for name, (n, value) in agreement(language).items():
            print(f"agreement {language} {name:<16}{n:>7}{value:>8.3f}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
