"""``okr-lint check --watch``: check again whatever changes, until Ctrl-C."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from okr_lint.cache.keys import forget_folders
from okr_lint.checks.rule import RuleError
from okr_lint.cli.beyond import CONFIGURATIONS, state_beyond
from okr_lint.cli.checking import Checker, forget_rules
from okr_lint.cli.inputs import find_files
from okr_lint.cli.usage import UsageError
from okr_lint.config import ConfigError, forget

_PAUSE = 1000  # milliseconds after which files beside the watched folders are looked at


def watch(args: argparse.Namespace, checker: Checker) -> int:
    """Check everything once, and everything again whenever one of the files changes, comes or goes.

    Everything, because links lead from file to file; what did not change comes from the cache. A changed
    configuration, rule file or parent counts too, wherever it lies.
    """
    from watchfiles import watch as changes

    from okr_lint.cli.check import report

    watched = args.files or ["."]
    missing = [path for path in watched if not os.path.exists(path)]
    if missing:  # watching nothing would wait for ever
        raise UsageError(f"--watch: there is no {missing[0]}")
    roots = _roots(watched)
    files = list(find_files(watched, checker.configuration))
    beyond = state_beyond(args, checker, roots)
    report(args, checker, files, sys.stdout)
    sys.stdout.flush()
    try:
        for change in changes(*roots, raise_interrupt=False, yield_on_timeout=True, rust_timeout=_PAUSE):
            changed = {os.path.abspath(path) for _, path in change}
            forget()
            before_beyond, beyond = beyond, state_beyond(args, checker, roots)
            judged_anew = beyond != before_beyond
            if not changed and not judged_anew:
                continue
            try:
                before, files = files, _files(watched, checker)
            except ConfigError as error:  # it is being edited: the next change may mend it
                print(f"okr-lint: error: {error}", file=sys.stderr, flush=True)
                continue
            if judged_anew:
                forget_rules()
                forget_folders()
            concerned = {os.path.abspath(path) for path in (*before, *files)}
            if judged_anew or concerned & changed or any(Path(path).name in CONFIGURATIONS for path in changed):
                if sys.stdout.isatty():
                    sys.stdout.write("\033[2J\033[H")
                _report(args, checker, files)
    finally:
        if checker.cache is not None:
            checker.cache.close()
    return 0


def _report(args: argparse.Namespace, checker: Checker, files: list[str]) -> None:
    """Report; a configuration or a rule that is being edited may be wrong for a moment."""
    from okr_lint.cli.check import report

    try:
        report(args, checker, files, sys.stdout)
    except (ConfigError, RuleError) as error:
        print(f"okr-lint: error: {error}", file=sys.stderr)
    sys.stdout.flush()
    sys.stderr.flush()


def _files(arguments: list[str], checker: Checker) -> list[str]:
    return [p for a in arguments if os.path.exists(a) for p in find_files([a], checker.configuration)]


def _roots(arguments: list[str]) -> set[Path]:
    """The folders to watch: an editor may replace a file, so its folder is watched."""
    return {path if path.is_dir() else path.parent for path in map(Path, arguments) if path.exists()}
