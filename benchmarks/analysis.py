"""Microseconds per statement and layer of the analysis, on the texts of a corpus folder.

    python benchmarks/analysis.py [FOLDER]     default: corpus/, else the seed corpus

Every layer is timed with the layers below it computed already. "doc" is the heavy layer that only
token rules ask for; its line tells the mean after the first one.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from okr_lint.language import Analysis, analyse

LIGHT = ("normal", "language", "hits", "dates", "quantities", "owners", "head")
ROUNDS = 5
ROOT = Path(__file__).resolve().parent.parent


def texts(folder: Path, language: str) -> list[str]:
    """All statements of ``<language>-*.jsonl``."""
    found = []
    for path in sorted(folder.glob(f"{language}-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            okr = json.loads(line)
            found += [okr["objective"]["text"], *(k["text"] for k in okr["key_results"])]
    return found


def timed(action: Callable[[Analysis], object], prepare: tuple[str, ...], statements: list[str]) -> float:
    """Best mean time of ``action`` in µs, its lower layers computed before the clock starts."""
    best = float("inf")
    for _ in range(ROUNDS):
        ready = [analyse(text) for text in statements]
        for analysis in ready:
            for layer in prepare:
                getattr(analysis, layer)
        start = time.process_time()
        for analysis in ready:
            action(analysis)
        best = min(best, time.process_time() - start)
    return best / len(statements) * 1e6


def main() -> int:
    """Print the table."""
    named = [Path(arg) for arg in sys.argv[1:]]
    folders = [*named, ROOT / "corpus", ROOT.parent / "shared" / "seed_corpus"]
    folder = next((f for f in folders if f.is_dir() and any(f.glob("zh-*.jsonl"))), None)
    if folder is None:
        print("no corpus folder with zh-*.jsonl found", file=sys.stderr)
        return 2
    print(f"{'layer':<12}{'zh µs':>9}{'en µs':>9}")
    by_language = [texts(folder, "zh"), texts(folder, "en")]
    for place, layer in enumerate(LIGHT):
        row = [timed(lambda a, name=layer: getattr(a, name), LIGHT[:place], part) for part in by_language]
        print(f"{layer:<12}{row[0]:>9.1f}{row[1]:>9.1f}")
    row = [timed(lambda a: [getattr(a, name) for name in LIGHT], (), part) for part in by_language]
    print(f"{'light, all':<12}{row[0]:>9.1f}{row[1]:>9.1f}")
    for part in by_language:
        analyse(part[0]).doc  # noqa: B018  (pays for imports and dictionaries)
    row = [timed(lambda a: a.doc, LIGHT, part[:300]) for part in by_language]
    print(f"{'doc':<12}{row[0]:>9.1f}{row[1]:>9.1f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
