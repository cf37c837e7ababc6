"""Every `okr-lint …` that the READMEs show is run, and prints what they show.

Commands run one after another in a copy of the project's examples, so that one may build on the other. A command that
is not okr-lint's (installing, cloning) is not run here; lines that may differ are written as "…" in the README.
"""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from console_blocks import Shown, console_blocks

ROOT = Path(__file__).parents[2]
READMES = sorted([*ROOT.glob("README*.md"), *ROOT.glob("docs/**/*.md")])


def is_ours(shown: Shown) -> bool:
    return shlex.split(shown.command, comments=True)[:1] == ["okr-lint"] or " okr-lint " in shown.command


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_commands_print_what_is_shown(readme: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {"PATH": path, "HOME": str(tmp_path), "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}
    for shown in console_blocks(readme.read_text(encoding="utf-8")):
        if not is_ours(shown):
            continue
        done = subprocess.run(
            ["bash", "-c", shown.command], capture_output=True, text=True, cwd=tmp_path, env=environment, timeout=120
        )
        where = f"{readme.relative_to(ROOT)}:{shown.line}"
        assert "internal error" not in done.stderr, f"{where}: {done.stderr}"
        assert shown.matches(done.stdout + done.stderr), f"{where}: $ {shown.command}\n{done.stdout}{done.stderr}"


def test_blocks_are_found_and_compared() -> None:
    text = "```console\n$ okr-lint a\none\n…\nlast\n\n$ okr-lint b\n```\n```sh\n$ okr-lint c\n```\n"
    first, second = console_blocks(text)
    assert (first.line, first.command, second.command, second.output) == (2, "okr-lint a", "okr-lint b", ())
    assert first.matches("one\ntwo\nthree\nlast\n") and first.matches("one\nlast\n")
    assert not first.matches("one\ntwo\n") and not first.matches("two\nlast\n")
    assert second.matches("") and not second.matches("x\n")
