"""Cold start beside proselint: both programs in turn, so that a busy machine is as busy for one as for the other.

    python benchmarks/cold.py [--rounds 15]

Least CPU seconds (user + system) of the rounds, in the real-time class where ``chrt`` may be used. The checkout's own
code runs, without a cache. The peers come from ci/install-peers.sh.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from bench import COMMANDS, measure
from texts import ROOT, markdown


def real_time() -> list[str]:
    """What is written before a command to run it in the real-time class; nothing where that is not allowed."""
    chrt = shutil.which("chrt")
    allowed = chrt and subprocess.run([chrt, "-f", "1", "true"], capture_output=True, check=False).returncode == 0
    return [chrt, "-f", "1"] if chrt and allowed else []


def main() -> int:
    """Print a line per file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    os.environ["PYTHONPATH"] = str(ROOT)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    before = real_time()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(ROOT / "examples" / "team.md", folder)
        for language in ("en", "zh"):
            (folder / f"{language}-10.md").write_text(markdown((language,), 10), encoding="utf-8")
        for path in (folder / "team.md", folder / "en-10.md", folder / "zh-10.md"):
            spent: dict[str, list[float]] = {"okr-lint": [], "proselint": []}
            for _ in range(rounds):
                for tool, times in spent.items():
                    if row := measure([*before, *COMMANDS[tool]], path, 1, name):
                        times.append(row[0])
            ours, theirs = (min(times) if times else float("nan") for times in spent.values())
            load = os.getloadavg()[0]
            print(
                f"{path.name}: okr-lint {ours:.3f} s, proselint {theirs:.3f} s: {ours / theirs:.2f} × (load {load:.1f})"
            )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
