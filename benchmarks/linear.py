"""CPU time of every stable rule and of hostile user rules on texts of 10³ to 10⁶ characters.

    python benchmarks/linear.py [--texts NAME …] [--largest 1000000]

Prints a table: per text the seconds of each stage, the slowest rule at the largest size, and the greatest growth of
any stage or rule between the two largest sizes (10 is linear; what takes under 20 ms is not measured). One
statement has that many characters, which nobody writes: the point is that nobody can make the tool hang.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import hostile

STAGES = ("read", "understand", "align", "compare")
UNMEASURABLE = 0.02


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", nargs="*", default=list(hostile.HOSTILE))
    parser.add_argument("--largest", type=int, default=1_000_000)
    options = parser.parse_args()
    sizes = [size for size in (1_000, 10_000, 100_000, 1_000_000) if size <= options.largest]
    with tempfile.TemporaryDirectory() as folder:
        linter = hostile.linter_for(hostile.user_rules(Path(folder)))
        hostile.seconds(linter, "提升续约率从 1% 到 2%, and improve")
        print(f"CPU seconds at {sizes[-1]:,} characters.\n")
        print(f"| text | {' | '.join(STAGES)} | all rules | slowest rule | most growth for 10 times the text |")
        print("|---|" + "--:|" * (len(STAGES) + 1) + "---|---|", flush=True)
        for name in options.texts:
            unit = hostile.HOSTILE[name]
            spent = [hostile.seconds(linter, unit * (size // len(unit))) for size in sizes]
            print(_row(name, spent), flush=True)
    return 0


def _row(name: str, spent: list[dict[str, float]]) -> str:
    last = spent[-1]
    rules = {code: took for code, took in last.items() if code not in STAGES}
    slowest = max(rules, key=lambda code: rules[code])
    growth = {
        code: large[code] / small[code]
        for small, large in zip(spent[-2:], spent[-1:], strict=False)
        for code in large
        if small[code] > UNMEASURABLE
    }
    worst = max(growth, key=lambda code: growth[code], default=None)
    stages = " | ".join(f"{last[stage]:.1f}" for stage in STAGES)
    most = f"{growth[worst]:.1f} ({worst})" if worst else "too quick to tell"
    return f"| {name} | {stages} | {sum(rules.values()):.1f} | {slowest} {rules[slowest]:.2f} | {most} |"


if __name__ == "__main__":
    raise SystemExit(main())
