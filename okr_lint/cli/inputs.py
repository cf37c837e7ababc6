"""From arguments to files: folders are walked, patterns expanded, in a stable order."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from okr_lint.cli.usage import UsageError
from okr_lint.config import Configuration
from okr_lint.config.configuration import matches
from okr_lint.readers.read import format_of

STDIN = "-"
_CONFIGURATIONS = ("okr-lint.toml", "pyproject.toml", "Cargo.toml")  # in a folder: TOML that holds settings, not OKRs
_SKIPPED = ("node_modules", "__pycache__", "venv", "site-packages", "dist", "build")
Configure = Callable[[str], Configuration]


def find_files(arguments: list[str], configure: Configure) -> Iterator[str]:
    """The files that arguments stand for, each once; files that are named are taken whatever their name.

    Args:
        arguments: files, folders, patterns, "-"; nothing means the current folder.
        configure: the configuration for a path (``include``, ``exclude``).

    Raises:
        UsageError: a pattern or a folder in which there is nothing to check.
    """
    seen: set[str] = set()
    for argument in arguments or ["."]:
        count = 0
        for path in _expand(argument, configure):
            count += 1
            if path not in seen:
                seen.add(path)
                yield path
        if not count:
            raise UsageError(f"nothing to check in {argument!r}: no file with a readable name")


def _expand(argument: str, configure: Configure) -> Iterator[str]:
    if argument == STDIN:
        yield STDIN
    elif os.path.isdir(argument):
        yield from _walk(Path(argument), configure)
    elif not os.path.exists(argument) and glob.has_magic(argument):
        for path in sorted(glob.glob(argument, recursive=True)):
            if os.path.isfile(path):
                yield path
    else:
        yield argument


def _walk(folder: Path, configure: Configure) -> Iterator[str]:
    ignores = _Ignores()
    for parent, folders, files in os.walk(folder):
        here = Path(parent)
        ignores.read(here)
        config = configure(str(here / "any"))
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and name not in _SKIPPED
            and not ignores.match(here / name, "/")
            and not _excluded(here / name, config, "/")
            and not _holds_rules(here / name, config)
        )
        for name in sorted(files):
            path = here / name
            if name.startswith(".") or name in _CONFIGURATIONS or format_of(name) is None or ignores.match(path):
                continue
            if not _excluded(path, config) and _included(path, config):
                yield str(path)


def _relative(path: Path, config: Configuration) -> str:
    root = config.file.parent if config.file else Path.cwd()
    absolute = path.absolute()
    return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else absolute.as_posix()


def _excluded(path: Path, config: Configuration, end: str = "") -> bool:
    return bool(config["exclude"]) and matches(config["exclude"], _relative(path, config) + end)


def _holds_rules(folder: Path, config: Configuration) -> bool:
    """Whether a folder holds rule files, which are YAML but no OKRs."""
    return bool(config["rule_folders"]) and str(folder.resolve()) in config["rule_folders"]


def _included(path: Path, config: Configuration) -> bool:
    return not config["include"] or matches(config["include"], _relative(path, config))


class _Ignores:
    """The .gitignore files on the way."""

    def __init__(self) -> None:
        self._specs: list[tuple[Path, Any]] = []

    def read(self, folder: Path) -> None:
        """Take in the folder's own .gitignore, and forget those of folders that were left."""
        self._specs = [(root, spec) for root, spec in self._specs if folder.is_relative_to(root)]
        path = folder / ".gitignore"
        if path.is_file():
            from pathspec import GitIgnoreSpec

            lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
            self._specs.append((folder, GitIgnoreSpec.from_lines(lines)))

    def match(self, path: Path, end: str = "") -> bool:
        """Whether any of them excludes a path."""
        return any(spec.match_file(path.relative_to(root).as_posix() + end) for root, spec in self._specs)
