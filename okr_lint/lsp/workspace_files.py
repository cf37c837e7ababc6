"""The OKR files of the workspace: by pattern, outside of what nobody writes by hand, in bounded time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from okr_lint.readers.read import format_of

_SKIPPED = frozenset({"node_modules", "__pycache__", "venv", "site-packages", "dist", "build", "target"})
MAX_FILES = 2_000
MAX_ENTRIES = 200_000


def expand_braces(pattern: str) -> list[str]:
    """``"*.{md,txt}"`` -> ``["*.md", "*.txt"]``, the form that pathspec knows."""
    head, brace, rest = pattern.partition("{")
    body, closing, tail = rest.partition("}")
    if not brace or not closing:
        return [pattern]
    return [one for choice in body.split(",") for one in expand_braces(f"{head}{choice}{tail}")]


def okr_files(folders: list[str], patterns: tuple[str, ...]) -> Iterator[Path]:
    """The files below some folders that match a pattern and that a reader for text knows, in order of path."""
    import pathspec

    spec = pathspec.GitIgnoreSpec.from_lines(one for pattern in patterns for one in expand_braces(pattern))
    found, seen = 0, 0
    for folder in folders:
        for base, names, files in os.walk(folder):
            names[:] = sorted(n for n in names if n not in _SKIPPED and not n.startswith("."))
            seen += len(files) + 1
            for name in sorted(files):
                path = Path(base, name)
                if spec.match_file(path.relative_to(folder).as_posix().lower()) and format_of(name):
                    yield path
                    found += 1
                    if found >= MAX_FILES:
                        return
            if seen > MAX_ENTRIES:
                return
