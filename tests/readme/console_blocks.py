"""The ```console blocks of a Markdown text: what is typed after "$ ", and what is shown below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Shown:
    """One command of a console block: its line in the file, what is typed, what is shown ("…": any lines)."""

    line: int
    command: str
    output: tuple[str, ...]

    def matches(self, output: str) -> bool:
        """Whether an output is what is shown; a line "…" or "..." stands for any number of lines."""
        return _match(list(self.output), output.rstrip("\n").split("\n") if output else [])


def console_blocks(text: str) -> Iterator[Shown]:
    """Every command in every ```console block."""
    inside, started, command, output = False, 0, "", []
    for number, line in enumerate(text.splitlines(), 1):
        if inside and (line.startswith("```") or line.startswith("$ ")):
            if command:
                yield Shown(started, command, _trimmed(output))
            command, output, started = "", [], number
        if line.startswith("```"):
            inside = line.strip() == "```console" if not inside else False
        elif inside and line.startswith("$ "):
            command = line[2:]
        elif inside and command:
            output.append(line)


def _trimmed(lines: list[str]) -> tuple[str, ...]:
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return tuple(lines)


def _match(shown: list[str], output: list[str]) -> bool:
    if not shown:
        return not output
    head, *rest = shown
    if head.strip() in ("…", "..."):
        return any(_match(rest, output[i:]) for i in range(len(output) + 1)) if rest else True
    return bool(output) and head.rstrip() == output[0].rstrip() and _match(rest, output[1:])
