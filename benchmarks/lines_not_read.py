"""Which labelled lines of the corpus a reader does not take as statements: python benchmarks/lines_not_read.py."""

from __future__ import annotations

import json
from pathlib import Path

from okr_lint.readers import read_text

CORPUS = Path(__file__).resolve().parents[1] / "corpus"


def main() -> None:
    """Write every OKR of the corpus as Markdown with labels, read it, and print what is missing."""
    lines = missing = 0
    for path in sorted(CORPUS.glob("*.jsonl")):
        for row in path.read_text(encoding="utf-8").splitlines():
            okr = json.loads(row)
            objective, results = okr["objective"]["text"], [one["text"] for one in okr["key_results"]]
            head = f"---\ncycle: 2026 Q3\nteam: T\n---\n\n## O1: {objective}\n\n"
            text = head + "".join(f"- KR{number}: {one}\n" for number, one in enumerate(results, 1))
            document = read_text(text, okr["id"], "markdown")
            found = sum(1 for _ in document.statements())
            lines += 1 + len(results)
            if found <= len(results):
                missing += 1 + len(results) - found
                print(f"{okr['id']}: {found} of {1 + len(results)}; objective {objective!r}; {results}")
    print(f"{missing} of {lines:,} lines are not read as statements")


if __name__ == "__main__":
    main()
