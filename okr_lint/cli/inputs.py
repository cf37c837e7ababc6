"""From arguments to files: folders are walked, patterns expanded, in a stable order."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from okr_lint.baseline import is_baseline
from okr_lint.cli.usage import UsageError
from okr_lint.config import Configuration
from okr_lint.config.configuration import layer_files, matches
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
            name for name in folders if not ignores.match(here / name, "/") and _entered(here / name, config)
        )
        for name in sorted(files):
            path = here / name
            if not ignores.match(path) and _taken(path, config):
                yield str(path)


def is_walked(path: Path, folder: Path, configure: Configure) -> bool:
    """Whether a walk through a folder would come to a file, which need not exist any more (.gitignore left aside).

    Args:
        path, folder: absolute, the file below the folder.
        configure: the configuration for a path.
    """
    here = folder
    for name in path.relative_to(folder).parts[:-1]:
        if not _entered(here / name, configure(str(here / "any"))):
            return False
        here /= name
    return _taken(path, configure(str(here / "any")))


def _entered(folder: Path, config: Configuration) -> bool:
    """Whether a folder that a walk comes to is walked through."""
    if folder.name.startswith(".") or folder.name in _SKIPPED:
        return False
    return not _excluded(folder, config, "/") and not _holds_rules(folder, config)


def _taken(path: Path, config: Configuration) -> bool:
    """Whether a file that a walk comes to is one to check."""
    if path.name.startswith(".") or path.name in _CONFIGURATIONS or format_of(path.name) is None:
        return False
    if _excluded(path, config) or not _included(path, config):
        return False
    return not _is_ours(path, config)


def _is_ours(path: Path, config: Configuration) -> bool:
    """Whether a file holds settings (of what the configuration extends) or a baseline, not OKRs."""
    if path.suffix == ".toml":
        return config.file is not None and path.resolve() in layer_files(config.file)
    return path.suffix == ".json" and is_baseline(path)


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
