"""``okr-lint check --watch``: check again whatever changes, until Ctrl-C."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from okr_lint.cli.checking import Checker
from okr_lint.cli.inputs import find_files
from okr_lint.cli.usage import UsageError
from okr_lint.config import ConfigError, forget
from okr_lint.config.layer import NAME

_CONFIGURATIONS = (NAME, "pyproject.toml")


def watch(args: argparse.Namespace, checker: Checker) -> int:
    """Check everything once, and everything again whenever one of the files changes, comes or goes.

    Everything, because links lead from file to file; what did not change comes from the cache.
    """
    from watchfiles import watch as changes

    from okr_lint.cli.check import report

    watched = args.files or ["."]
    missing = [path for path in watched if not os.path.exists(path)]
    if missing:  # watching nothing would wait for ever
        raise UsageError(f"--watch: there is no {missing[0]}")
    files = list(find_files(watched, checker.configuration))
    report(args, checker, files, sys.stdout)
    sys.stdout.flush()
    try:
        for change in changes(*_roots(watched), raise_interrupt=False):
            changed = {os.path.abspath(path) for _, path in change}
            forget()
            try:
                before, files = files, _files(watched, checker)
            except ConfigError as error:  # it is being edited: the next change may mend it
                print(f"okr-lint: error: {error}", file=sys.stderr, flush=True)
                continue
            concerned = {os.path.abspath(path) for path in (*before, *files, *(args.parent or ()))}
            if concerned & changed or any(Path(path).name in _CONFIGURATIONS for path in changed):
                if sys.stdout.isatty():
                    sys.stdout.write("\033[2J\033[H")
                _report(args, checker, files)
    finally:
        if checker.cache is not None:
            checker.cache.close()
    return 0


def _report(args: argparse.Namespace, checker: Checker, files: list[str]) -> None:
    """Report; a configuration that is being edited may be wrong for a moment."""
    from okr_lint.cli.check import report

    try:
        report(args, checker, files, sys.stdout)
    except ConfigError as error:
        print(f"okr-lint: error: {error}", file=sys.stderr)
    sys.stdout.flush()


def _files(arguments: list[str], checker: Checker) -> list[str]:
    return [p for a in arguments if os.path.exists(a) for p in find_files([a], checker.configuration)]


def _roots(arguments: list[str]) -> set[Path]:
    """The folders to watch: an editor may replace a file, so its folder is watched."""
    return {path if path.is_dir() else path.parent for path in map(Path, arguments) if path.exists()}
