"""What a check costs in a process that is warm: by stage, as a flame graph, and how it grows."""

from __future__ import annotations

import cProfile
import gc
import json
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from flame import draw
from texts import markdown


def least(action: Callable[[], object], rounds: int) -> float:
    """Least CPU seconds of some runs."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        action()
        best = min(best, time.process_time() - start)
    return best


def _layers(analyses: Iterable[Any]) -> None:
    for analysis in analyses:
        for name in ("hits", "quantities", "dates", "owners", "head", "language"):
            getattr(analysis, name)


def stages(rounds: int) -> None:
    """Microseconds per statement and stage, warm, in this process; the report with its reasons put into words."""
    from okr_lint.cli.main import COLLECTOR
    from okr_lint.language import analyse
    from okr_lint.linter import Linter, understand
    from okr_lint.readers import read_text
    from okr_lint.reporters.json_report import file_object

    gc.set_threshold(*COLLECTOR)  # as in a run of the command
    linter = Linter()
    print("\n## Stages, warm (µs of CPU per statement)\n")
    print("| file | read | analyse | classify | rules, score, suppression | report | all | statements/s |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    for language in ("zh", "en"):
        text = markdown((language,), 1_000)
        document = read_text(text, "bench.md", "markdown")
        json.dumps(file_object(linter.check_document(document)))  # the first one loads what later ones share
        texts = [statement.text for statement in document.statements()]
        read = least(lambda text=text: read_text(text, "bench.md", "markdown"), rounds)
        analysed = least(lambda texts=texts: _layers(map(analyse, texts)), rounds)
        both = least(lambda document=document: understand(document), rounds)
        judged = least(lambda document=document: linter.check_document(document), rounds)
        told = least(lambda document=document: json.dumps(file_object(linter.check_document(document))), rounds)
        parts = [read, analysed, both - analysed, judged - both, told - judged, read + told]
        shown = " | ".join(f"{1e6 * part / len(texts):.0f}" for part in parts)
        print(f"| {language}, {len(texts)} statements | {shown} | {len(texts) / parts[-1]:,.0f} |")


def growth(rounds: int, lines: int) -> None:
    """How the cost grows with lines, with their length and with the number of rules."""
    from okr_lint.cli.main import COLLECTOR
    from okr_lint.linter import Linter
    from okr_lint.settings import Settings

    gc.set_threshold(*COLLECTOR)  # as in a run of the command: the default one walks a long document again and again
    linter = Linter()

    def cost(text: str, one: Linter = linter) -> float:
        one.check_text(warming)
        return least(lambda: one.check_text(text), rounds)

    warming = markdown(("zh", "en"), 100)
    base, more = markdown(("zh", "en"), lines), markdown(("zh", "en"), 10 * lines)
    short, longer = markdown(("zh", "en"), 200), markdown(("zh", "en"), 200, 10)
    half = Linter(Settings(select=tuple(linter.engine.rules)[::2]))
    once = cost(base)
    print("\n## Growth (warm, so without start-up)\n\n| what | time × | goal |\n|---|--:|--:|")
    print(f"| lines × 10 ({lines:,} to {10 * lines:,}) | {cost(more) / once:.1f} | 8.5 to 11.5 |", flush=True)
    print(f"| statements 10 × as long | {cost(longer) / cost(short):.1f} | ≤ 11 |")
    rules = f"{len(half.engine.rules)} to {len(linter.engine.rules)}"
    print(f"| rules × 2 ({rules}) | {once / cost(base, half):.2f} | < 1.5 |", flush=True)


def flame(target: Path) -> None:
    """A flame graph of checking 1,000 lines, warm, Chinese and English in turn."""
    from okr_lint.linter import Linter

    linter, text = Linter(), markdown(("zh", "en"), 1_000)
    linter.check_text(text)
    profile = cProfile.Profile()
    profile.runcall(linter.check_text, text)
    target.write_text(draw(profile, "check_text", "Linter.check_text, 1,000 lines, warm"), encoding="utf-8")
    print(f"\nFlame graph of one warm check of 1,000 mixed lines: [{target.name}]({target.name}). cProfile makes every")
    print("call dearer: compare shares, not seconds; `benchmarks/flame.py` says how time is split.")
