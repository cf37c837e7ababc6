"""Machine instructions for the gate's 200 statements, counted by valgrind: the same on every run, whatever the load.

    python benchmarks/instructions.py [--most 2600000]

Two runs, which check the statements twice and three times; the difference is what one check costs once tables and
automata are made. About a minute of CPU time.
Needs valgrind (apt-get install valgrind). Ends with 1 where a statement costs more than ``--most``.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STATEMENTS = 200
_PROGRAM = """
import sys
from fixed_statements import document
from okr_lint.linter import Linter
linter, data = Linter(), document()
for _ in range(int(sys.argv[1])):
    linter.check_bytes(data, "gate.json")
"""


def instructions(times: int) -> int:
    """Instructions of a process that checks the statements so many times.

    Raises:
        RuntimeError: valgrind gave no count.
    """
    tool = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    path = f"{ROOT}{os.pathsep}{ROOT / 'tests' / 'speed'}"
    done = subprocess.run(
        [*tool, sys.executable, "-c", _PROGRAM, str(times)],
        env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
    if done.returncode or found is None:
        raise RuntimeError(done.stderr[-2000:])
    return int(found[1].replace(",", ""))


def main() -> int:
    """Print the count per statement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=2_600_000, help="instructions per statement")
    options = parser.parse_args()
    two, three = instructions(2), instructions(3)
    each = (three - two) // STATEMENTS
    print(f"{each:,} instructions per statement, {two - 2 * each * STATEMENTS:,} for start and first use")
    return int(each > options.most)


if __name__ == "__main__":
    raise SystemExit(main())
