"""Replays a typing session against the language server: `python benchmarks/lsp_typing.py`.

Starts `okr-lint lsp` as an editor does, opens a document of 100 OKRs and types key results into it, one
key at a time, at different places. Times run from sending the change to having read the diagnostics of
that version. The server's own work is given as well (its processor time for a key), because a busy machine makes
the first figure larger and leaves the second nearly as it is. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import statistics
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from okr_lint.examples import all_examples
from tests.lsp.lsp_client import Client, at

TYPED = [
    "把首次回复时长从 9 小时缩短到 2 小时",
    "Raise NPS from 31 to 45",
    "组织 6 场培训",
    "optimise the return process",
]
WEAK = ["优化交接流程", "Work with finance on invoices", "组织 3 场复盘", "尽量减少返工"]


def document(objectives: int) -> str:
    """A Markdown file: the examples that ship with okr-lint, one weak key result added to each."""
    examples = all_examples()
    lines = ["# 2026 Q4", "", "负责人：小周", ""]
    for number in range(1, objectives + 1):
        example = examples[number % len(examples)]
        lines.append(f"## O{number}：{example.objective}")
        results = [*example.key_results, WEAK[number % len(WEAK)]]
        lines += [f"- KR{k}：{one}" for k, one in enumerate(results, 1)]
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
    worked = _processor_time(client.process.pid)
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
    worked = (_processor_time(client.process.pid) - worked) / len(times)
    client.kill()
    return {"first": first, "times": sorted(times), "findings": len(items), "work": worked}


def _processor_time(pid: int) -> float:
    """Milliseconds of processor time that a process has used (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


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
    heads = ["OKRs", "findings", "start to first diagnostics", "key to diagnostics: median", "p95", "worst"]
    print(f"| {' | '.join(heads)} | server's work for a key |")
    print("|---:|---:|---:|---:|---:|---:|---:|")
    for count in args.objectives:
        got = session(document(count), args.keys)
        times = got["times"]
        values = (statistics.median(times), percentile(times, 0.95), times[-1])
        shown = " | ".join(f"{value:.0f} ms" for value in (got["first"], *values, got["work"]))
        print(f"| {count} | {got['findings']} | {shown} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
