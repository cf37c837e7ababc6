"""What a watched run depends on beside the files that it checks: configurations, what they name, parents.

Most of these lie above or beside the watched folders, where watching everything below would watch too much, so
their state is compared instead.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from okr_lint.cli.checking import Checker
from okr_lint.config import ConfigError
from okr_lint.config.configuration import layer_files
from okr_lint.config.layer import NAME

CONFIGURATIONS = (NAME, "pyproject.toml")
# when a file was changed and its size; None: it is not there
State = dict[Path, tuple[int, int] | None]


def state_beyond(args: argparse.Namespace, checker: Checker, roots: set[Path]) -> State:
    """The state of every file beside the checked ones that can change the report."""
    paths = {Path(parent).absolute() for parent in args.parent or ()}
    if not checker.isolated and checker.config is None:
        folders = {folder for root in roots for folder in (root.absolute(), *root.absolute().parents)}
        paths |= {folder / name for folder in folders for name in CONFIGURATIONS}
    for root in roots:
        try:
            configuration = checker.configuration(str(root / "any"))
            paths |= layer_files(configuration.file) if configuration.file else frozenset()
        except ConfigError:  # it is being edited; the report says what is wrong
            continue
        for folder in map(Path, configuration["rule_folders"]):
            paths |= {folder, *folder.glob("*.yaml"), *folder.glob("*.yml")}
    if checker.config is not None:
        paths.add(checker.config.absolute())
    return {path: _state(path) for path in paths}


def _state(path: Path) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
