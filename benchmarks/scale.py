"""A company of 10,000 linked files and 100,000 statements through the real command: time, memory, progress, Ctrl-C.

    python benchmarks/scale.py make FOLDER [--files N] [--lines N] [--seed N]
    nice python benchmarks/scale.py run FOLDER [-j N] [--output FILE]
    nice python benchmarks/scale.py interrupt FOLDER [-j N] [--after SECONDS]

``make`` gives the same bytes for the same seed: a company, departments (one in a hundred files) and teams, each with a
link to the file above it, statements of the labelled corpus. ``run`` checks them without cache and configuration, with
standard error on a terminal, and prints the figures of ``benchmarks/batch.md``; memory is the sum of the proportional
set sizes (PSS: shared pages counted once) of all processes, sampled twice a second. ``interrupt`` sends Ctrl-C to the
whole process group, as a terminal does, and fails unless the run ends with 130, one line and no process left.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import pty
import random
import re
import resource
import select
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.texts import statements

COMMAND = [sys.executable, "-m", "okr_lint", "check", "--isolated", "--no-cache", "--output-format", "json"]


def make(folder: Path, files: int, lines: int, seed: int) -> int:
    """Write the company; the number of statements written."""
    drawn = statements(("zh", "en"))
    random.Random(seed).shuffle(drawn)
    sets = cycle(drawn)
    departments = max(1, files // 100 - 1)
    written = 0
    for number in range(files):
        path, parent = _place(number, departments)
        share = (lines - written) // (files - number)  # what is left, spread evenly over the files that are left
        text = [f"---\ncycle: 2026 Q4\nteam: {path.stem}\n{f'parent: {parent}' if parent else 'level: company'}\n---\n"]
        count = objectives = 0
        while count < share:
            objective, *results = next(sets)[: max(2, share - count)]
            objectives += 1
            text.append(f"## O{objectives}: {objective}\n")
            text += [f"- KR{n}: {one}" for n, one in enumerate(results, 1)]
            text.append("")
            count += 1 + len(results)
        written += count
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("\n".join(text), encoding="utf-8")
    return written


def _place(number: int, departments: int) -> tuple[Path, str]:
    """Where a file lies, and the link to the one above it."""
    if number == 0:
        return Path("company.md"), ""
    if number <= departments:
        return Path(f"d{number:03}/department.md"), "../company.md#O1"
    at = (number - departments - 1) % departments + 1
    return Path(f"d{at:03}/t{number:05}.md"), "department.md#O1"


@dataclass
class Ran:
    """A run that has ended."""

    code: int
    seconds: float
    cpu: float
    most_pss: float  # MB, all processes
    most_main: float  # MB resident, the main process
    shown: str  # what stood on the terminal
    progress: list[int] = field(default_factory=list)


def run(folder: Path, jobs: int, output: Path, interrupt_after: float | None = None) -> Ran:
    """Run the command with standard error on a terminal, watching its memory."""
    master, slave = pty.openpty()
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    with output.open("wb") as out:
        process = subprocess.Popen(
            [*COMMAND, "-j", str(jobs), str(folder)], stdout=out, stderr=slave, start_new_session=True
        )
    os.close(slave)
    shown, most, main, sampled, sent = b"", 0.0, 0.0, 0.0, False
    while process.poll() is None:
        shown += _read(master, 0.2)
        now = time.monotonic()
        if now - sampled >= 0.5:
            sampled = now
            most, main = max(most, sum(map(_pss, _group(process.pid)))), max(main, _resident(process.pid))
        if interrupt_after is not None and not sent and now - start >= interrupt_after:
            os.killpg(process.pid, signal.SIGINT)
            sent, start = True, now
    seconds = time.monotonic() - start
    while more := _read(master, 0.2):
        shown += more
    os.close(master)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    text = shown.decode()
    counts = [int(one.replace(",", "")) for one in re.findall(r"([\d,]+)/[\d,]+ files", text)]
    return Ran(process.returncode, seconds, cpu, most, main, text, counts)


def _read(stream: int, seconds: float) -> bytes:
    if not select.select([stream], [], [], seconds)[0]:
        return b""
    try:
        return os.read(stream, 65536)
    except OSError:  # the other end is closed
        return b""


def _group(leader: int) -> list[int]:
    """The processes of a group (the run was made a session of its own)."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                if os.getpgid(int(entry)) == leader:
                    found.append(int(entry))
            except ProcessLookupError:
                continue
    return found


def _pss(pid: int) -> float:
    return _kilobytes(f"/proc/{pid}/smaps_rollup", "Pss:") / 1000


def _resident(pid: int) -> float:
    return _kilobytes(f"/proc/{pid}/status", "VmHWM:") / 1000


def _kilobytes(path: str, name: str) -> int:
    try:
        lines = Path(path).read_text().splitlines()
    except OSError:  # it has just ended
        return 0
    return next((int(line.split()[1]) * 1024 // 1000 for line in lines if line.startswith(name)), 0)


def _report(ran: Ran, output: Path) -> None:
    data = output.read_bytes()
    summary = json.loads(data)["summary"]
    print(f"exit {ran.code}; {ran.seconds:.0f} s wall clock, {ran.cpu:.0f} s CPU")
    print(f"memory: {ran.most_pss:.0f} MB all processes (PSS), {ran.most_main:.0f} MB resident in the main process")
    print(f"progress: {len(ran.progress)} times, from {ran.progress[:1]} to {ran.progress[-1:]} files")
    print(f"statements read: {summary['objectives'] + summary['key_results']:,}")
    print(f"output: {len(data) / 1e6:.0f} MB, sha256 {hashlib.sha256(data).hexdigest()[:16]}")


def main() -> int:
    """Make, run or interrupt."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("make", "run", "interrupt"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--lines", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("-j", "--jobs", type=int, default=1)
    parser.add_argument("--output", type=Path, default=Path("scale.json"))
    parser.add_argument("--after", type=float, default=10.0)
    args = parser.parse_args()
    if args.what == "make":
        print(f"{make(args.folder, args.files, args.lines, args.seed):,} statements in {args.files:,} files")
        return 0
    if args.what == "run":
        ran = run(args.folder, args.jobs, args.output)
        _report(ran, args.output)
        return 0 if ran.code in (0, 1) and ran.progress and ran.most_pss < 500 else 1
    ran = run(args.folder, args.jobs, args.output, interrupt_after=args.after)
    last = re.sub(r".*\r\x1b\[K", "", ran.shown.replace("\r\n", "\n"), flags=re.DOTALL)
    last = re.sub(r"^\^C", "", last)
    clean = (ran.code, last) == (130, "okr-lint: interrupted\n")
    print(
        f"exit {ran.code}, {ran.seconds:.1f} s after Ctrl-C, last words {last!r}: {'clean' if clean else 'NOT CLEAN'}"
    )
    return 0 if clean else 1


if __name__ == "__main__":
    sys.exit(main())
