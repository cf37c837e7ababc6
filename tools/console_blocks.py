"""Runs the ```console blocks of Markdown pages and compares, or writes, what they print.

    python tools/console_blocks.py [--write] [README.md docs/en/tutorial.md …]

A line `$ command` is run, what follows is its output (both streams). In pages below docs/ a line `…` stands for
any lines. README files run in the project's root; every other page runs in a scratch folder with a copy of examples/,
so that it may change files; a fence with title="NAME" is written there as a file first.
`http://127.0.0.1:8765` is a server that is started when a page first asks for it.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("README*.md", "docs/en/*.md", "docs/zh/*.md")
ANYTHING = "…"
SERVER = "http://127.0.0.1:8765"
HOME = "/home/ana/okrs"  # what the scratch folder is called in pages
_FENCE = re.compile(r"^( *)(`{3,})(\S*)[ \t]*(.*)$")
_TITLE = re.compile(r'title="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: lines ``first`` to ``last`` (exclusive, from 0) are its content."""

    language: str
    title: str | None
    indent: int
    first: int
    last: int


@dataclass(slots=True)
class Step:
    """A command with what it should print; ``first`` to ``last`` are the lines of that in the page."""

    command: str
    expected: list[str]
    first: int
    last: int
    indent: str = ""
    actual: list[str] | None = None

    @property
    def holds(self) -> bool:
        """Whether the output is as written."""
        return self.actual is not None and is_like(self.expected, self.actual)


def is_like(expected: list[str], actual: list[str]) -> bool:
    """Whether lines are as expected; ``…`` stands for any lines."""
    if ANYTHING not in expected:
        return expected == actual
    at = expected.index(ANYTHING)
    head, rest = expected[:at], expected[at + 1 :]
    if actual[:at] != head:
        return False
    return any(is_like(rest, actual[k:]) for k in range(at, len(actual) + 1))


def fences(lines: list[str]) -> Iterator[Fence]:
    """The fenced blocks of a page."""
    opened: tuple[str, int, str, str | None, int] | None = None
    for number, line in enumerate(lines):
        found = _FENCE.match(line)
        if opened is None:
            if found:
                title = _TITLE.search(found[4])
                opened = found[2], len(found[1]), found[3], title[1] if title else None, number + 1
        elif line.strip() == opened[0]:
            yield Fence(opened[2], opened[3], opened[1], opened[4], number)
            opened = None


def steps(lines: list[str], fence: Fence) -> list[Step]:
    """The commands of a console block."""
    made: list[Step] = []
    continued = False
    for number in range(fence.first, fence.last):
        line = lines[number][fence.indent :]
        if continued:
            made[-1].command += "\n" + line
            made[-1].first = made[-1].last = number + 1
        elif line.startswith("$ "):
            made.append(Step(line[2:], [], number + 1, number + 1, " " * fence.indent))
        elif made:
            made[-1].expected.append(line)
            made[-1].last = number + 1
        continued = (continued and line.endswith("\\")) or (line.startswith("$ ") and line.endswith("\\"))
    return made


class Shell:
    """Runs commands in a folder; plain `okr-lint …` in this process, which spares the start.

    Args:
        folder: where they run.
        cache: a folder for okr-lint's cache, so that no other run is in the way.
        own_process: every command as a process of its own, as people run it.
    """

    def __init__(self, folder: Path, cache: Path, *, own_process: bool = False) -> None:
        self._plain = {"NO_COLOR": "1", "LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": str(cache)}
        self.folder, self.own_process, self.code = folder, own_process, 0
        self._server: subprocess.Popen[str] | None = None
        self._url = ""

    def run(self, command: str) -> list[str]:
        """What a command prints, without the newline at its end."""
        if SERVER in command:
            command = command.replace(SERVER, self._serve())
        plain = command.startswith("okr-lint ") and not set(command) & set("|&;<>$*`\\\n")
        output = self._here(command) if plain and not self.own_process else self._bash(command)
        output = output.replace(self._url or SERVER, SERVER).replace(str(self.folder), HOME)
        return [line.rstrip() for line in output.removesuffix("\n").split("\n")] if output else []

    def close(self) -> None:
        """End the server, where one was started."""
        if self._server:
            self._server.terminate()
            self._server.wait(60)
            assert self._server.stderr
            self._server.stderr.close()

    def _bash(self, command: str) -> str:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            ["bash", "-c", f"(exit {self.code})\n{command}"],
            cwd=self.folder,
            env={**os.environ, **self._plain, "PATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        self.code = done.returncode
        return done.stdout.decode()

    def _here(self, command: str) -> str:
        from okr_lint.cli.main import main
        from okr_lint.config import forget

        forget()
        raw, before = io.BytesIO(), dict(os.environ)
        out = io.TextIOWrapper(raw, encoding="utf-8", write_through=True)
        os.environ.update(self._plain)
        try:
            with contextlib.chdir(self.folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
                try:
                    self.code = main(shlex.split(command)[1:])
                except SystemExit as stop:
                    self.code = int(stop.code or 0)
            return raw.getvalue().decode()
        finally:
            os.environ.clear()
            os.environ.update(before)

    def _serve(self) -> str:
        if self._server is None:
            command = [sys.executable, "-m", "okr_lint", "serve", "--port", "0", "--workers", "1"]
            self._server = subprocess.Popen(command, cwd=self.folder, stderr=subprocess.PIPE, text=True)
            assert self._server.stderr
            for line in self._server.stderr:
                event = json.loads(line) if line.startswith("{") else {}
                if event.get("event") == "listening":
                    self._url = f"http://127.0.0.1:{event['port']}"
                if event.get("event") == "started":
                    break
        return self._url


def run_page(path: Path) -> list[Step]:
    """Run a page's blocks from top to bottom; each step then has its ``actual`` output."""
    lines = path.read_text(encoding="utf-8").splitlines()
    with tempfile.TemporaryDirectory() as scratch, tempfile.TemporaryDirectory() as cache:
        at_root = path.parent == ROOT
        if not at_root:
            shutil.copytree(ROOT / "examples", Path(scratch) / "examples")
        shell = Shell(ROOT if at_root else Path(scratch), Path(cache), own_process=at_root)
        done: list[Step] = []
        try:
            for fence in fences(lines):
                if fence.title and fence.language != "console" and not at_root:
                    content = [line[fence.indent :] for line in lines[fence.first : fence.last]]
                    target = Path(scratch) / fence.title
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_text("\n".join([*content, ""]), encoding="utf-8")
                for step in steps(lines, fence) if fence.language == "console" else ():
                    step.actual = shell.run(step.command)
                    done.append(step)
        finally:
            shell.close()
    return done


def rewrite(path: Path, ran: list[Step]) -> None:
    """Put what was printed into the page; an output with ``…`` is left to a person, who knows what to cut."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for step in reversed(ran):
        if not step.holds and ANYTHING not in step.expected:
            lines[step.first : step.last] = [(step.indent + line).rstrip() for line in step.actual or []]
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")


def main() -> int:
    """Compare or write; exit code 1 where something differs (when writing: where a person has to mend it)."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*", type=Path)
    parser.add_argument("--write", action="store_true", help="put the outputs into the pages")
    options = parser.parse_args()
    wrong = False
    for path in options.pages or [found for pattern in PAGES for found in sorted(ROOT.glob(pattern))]:
        ran = run_page(path.resolve())
        for step in ran:
            if not step.holds:
                wrong = wrong or not options.write or ANYTHING in step.expected
                print(f"{path}:{step.first}: $ {step.command}", *(step.actual or ["(nothing)"]), sep="\n  ")
        if options.write:
            rewrite(path.resolve(), ran)
    return int(wrong)


if __name__ == "__main__":
    raise SystemExit(main())
