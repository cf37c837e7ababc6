"""Replays a typing session against the language server: `python benchmarks/lsp_typing.py`.

Starts `okr-lint lsp` as an editor does, opens a document of 100 OKRs and types key results into it,
one key at a time, at different places. Times from sending the change to having read the diagnostics
of that version. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import platform
import random
import statistics
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from tests.lsp.lsp_client import Client, at

TYPED = [
    "把首次回复时长从 9 小时缩短到 2 小时",
    "Raise NPS from 31 to 45",
    "组织 6 场培训",
    "optimise the return process",
]
_OBJECTIVES = [
    ("让{0}的店长轻松排班", [
        "{0}排班平均耗时从 {1} 分钟降到 10 分钟", "优化{0}排班流程", "{0}店员离职率从 {1}% 降到 8%",
    ]),
    ("Shoppers in {0} trust our delivery times", [
        "Late deliveries in {0} per 1,000 orders down from {1} to 15",
        "Share of {0} orders delivered in the promised hour up from {1}% to 92%",
        "Work with the {0} drivers on communication",
    ]),
    ("成为{0}居民最信任的社区医院", [
        "{0}复诊率从 {1}% 提升到 85%", "{0}挂号平均用时从 {1} 分钟降到 5 分钟", "{0}满意度达到 95%",
    ]),
]  # fmt: skip


def document(objectives: int) -> str:
    """A Markdown file with that many objectives of three key results each."""
    lines = ["# 2026 Q4", "", "负责人：小周", ""]
    for number in range(1, objectives + 1):
        objective, results = _OBJECTIVES[number % len(_OBJECTIVES)]
        place, value = f"{number} 区", 40 + number % 37
        lines.append(f"## O{number}：{objective.format(place, value)}")
        lines += [f"- KR{k}：{one.format(place, value)}" for k, one in enumerate(results, 1)]
        lines.append("")
    return "\n".join(lines)


def session(text: str, keys: int) -> dict[str, Any]:
    """Open the text and type; times in milliseconds."""
    began = time.perf_counter()
    client = Client()
    client.initialize()
    uri = client.open(text, "file:///bench/okr.md")
    items = client.diagnostics(uri, 1)
    first = (time.perf_counter() - began) * 1000
    time.sleep(3)  # the heavy layers are loaded while the editor is idle
    chance, version, times = random.Random(7), 1, []
    lines = text.split("\n")
    while len(times) < keys:
        line = chance.choice([n for n, one in enumerate(lines) if one.startswith("- KR")])
        column = lines[line].index("：") + 1
        for char in chance.choice(TYPED):
            version += 1
            here = {"start": at(line, column), "end": at(line, column)}
            sent = time.perf_counter()
            client.change(uri, version, {"range": here, "text": char})
            client.diagnostics(uri, version)
            times.append((time.perf_counter() - sent) * 1000)
            column += 1
            time.sleep(0.03)
    client.kill()
    return {"first": first, "times": sorted(times), "findings": len(items)}


def percentile(times: list[float], share: float) -> float:
    """The value below which that share of the sorted times lies."""
    return times[min(len(times) - 1, round(share * len(times)))]


def main() -> int:
    """Run and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--objectives", type=int, nargs="*", default=[1, 10, 100])
    args = parser.parse_args()
    print(f"CPython {platform.python_version()}, {platform.machine()}, load {Path('/proc/loadavg').read_text()[:4]}\n")
    print("| OKRs | findings | start to first diagnostics | key to diagnostics: median | p95 | worst |")
    print("|---:|---:|---:|---:|---:|---:|")
    for count in args.objectives:
        got = session(document(count), args.keys)
        times = got["times"]
        values = (statistics.median(times), percentile(times, 0.95), times[-1])
        shown = " | ".join(f"{value:.0f} ms" for value in (got["first"], *values))
        print(f"| {count} | {got['findings']} | {shown} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
