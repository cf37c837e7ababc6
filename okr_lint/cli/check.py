"""``okr-lint check``: everything that is found, in the format that is asked for."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from okr_lint.cli.checking import Checked, Checker
from okr_lint.cli.inputs import STDIN, find_files
from okr_lint.cli.options import add_files, add_output, add_settings, colours, columns, given, steady_output
from okr_lint.cli.progress import Progress
from okr_lint.reporters.record import Totals, at_or_above
from okr_lint.reporters.reporter import FORMATS, Options, reporter_for


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    add_files(parser)
    add_settings(parser)
    parser.add_argument("--fail-on", choices=("info", "warning", "error"), help="exit 1 from here (default: warning)")
    parser.add_argument("--exit-zero", action="store_true", help="exit 0 whatever is found (2 stays 2)")
    parser.add_argument(
        "--parent",
        metavar="FILE",
        type=Path,
        action="append",
        help="OKRs above these, to be aligned to (may be repeated)",
    )
    add_output(parser, tuple(FORMATS))
    group = parser.add_argument_group("mending")
    group.add_argument("--fix", action="store_true", help="apply the safe fixes")
    group.add_argument("--unsafe-fixes", action="store_true", help="with --fix or --diff: also those to be looked at")
    group.add_argument("--diff", action="store_true", help="show what --fix would change, and change nothing")
    group.add_argument("--add-ignore", action="store_true", help="write a comment that ignores each finding shown")
    group.add_argument("--reason", metavar="TEXT", help="with --add-ignore: why")
    group.add_argument("--baseline", metavar="FILE", help="leave out the findings that this file knows")
    group.add_argument("--update-baseline", action="store_true", help="write the baseline; it may only shrink")
    group = parser.add_argument_group("running")
    group.add_argument("-j", "--jobs", type=int, default=0, metavar="N", help="processes (default: by number of files)")
    group.add_argument("--no-cache", action="store_true", help="check everything anew")
    group.add_argument("--watch", action="store_true", help="check again whenever a file changes")
    group.add_argument("--show-settings", action="store_true", help="show each setting and where it comes from")


def run(args: argparse.Namespace) -> int:
    """Check and report; the exit code depends on the findings only."""
    from okr_lint.cli.modes import check_arguments, special_mode

    steady_output()
    check_arguments(args)
    checker = checker_of(args)
    if mode := special_mode(args):
        return mode(args, checker)
    try:
        files = files_of(args, checker)
        with output(args) as out:
            totals = report(args, checker, files, out)
    finally:
        if checker.cache is not None:
            checker.cache.close()
    return exit_code(args, checker, totals)


def checker_of(args: argparse.Namespace) -> Checker:
    """A checker for the command's arguments."""
    checker = Checker(
        given=given(args),
        config=args.config,
        isolated=args.isolated,
        input_format=args.input_format,
        stdin_name=args.stdin_filename,
        jobs=getattr(args, "jobs", 1),
    )
    checker.elsewhere = rule_folders_of(args.files, checker)
    size = checker.overall(args.files)["cache_size"]
    if size and not args.no_cache:
        from okr_lint.cache.keys import cache_folder
        from okr_lint.cache.store import Store

        checker.cache = Store(cache_folder(), size)
    return checker


def rule_folders_of(arguments: list[str], checker: Checker) -> tuple[tuple[str, ...], ...]:
    """The rule folders of all files, where a rule that was named by hand is none of the current folder's."""
    from okr_lint.config import ConfigError

    try:
        checker.configuration("any")
        return ()
    except ConfigError:
        plain = Checker(config=checker.config, isolated=checker.isolated)
        files = [path for path in find_files(arguments, plain.configuration) if path != STDIN]
        return tuple({plain.configuration(path).settings.rule_folders for path in files})


def files_of(args: argparse.Namespace, checker: Checker) -> list[str]:
    """The files to check, without those that this command writes itself."""
    own = {os.path.abspath(one) for one in (args.output, checker.overall(args.files)["baseline"]) if one}
    return [path for path in find_files(args.files, checker.configuration) if os.path.abspath(path) not in own]


def report(args: argparse.Namespace, checker: Checker, files: list[str], out: TextIO) -> Totals:
    """Check files and write the report."""
    from okr_lint.cli.organisation import checked_together
    from okr_lint.cli.steps import steps_for

    overall = checker.overall(args.files)
    options = Options(
        out=out,
        colours=colours(args.color, out),
        width=columns(out),
        verbose=args.verbose,
        scores=overall["score"],
        lang=overall["lang"],
        fail_on=overall["fail_on"],
    )
    reporter, totals, progress = reporter_for(args.output_format, options), Totals(), Progress(len(files))
    steps = steps_for(args, checker, out)
    try:
        for checked in checked_together(checker, files, args.parent or (), progress.step, progress.linking):
            for step in steps:
                checked = step.file(checked, totals)
            totals.add(checked.record)
            if checked.record["findings"] or checked.record["error"] or args.output_format != "text" or args.verbose:
                progress.clear()
            if not args.diff:
                reporter.file(checked.record, checked.text)
    finally:
        progress.clear()  # on Ctrl-C too: its message gets a line of its own
    for step in steps:
        step.end(totals)
    if not args.diff:
        reporter.end(totals)
    return totals


def exit_code(args: argparse.Namespace, checker: Checker, totals: Totals) -> int:
    """0, 1 or 2, as ``okr_lint.cli.main.EXIT_CODES`` says."""
    if totals.unreadable or totals.failed:
        return 2
    fail_on = checker.overall(args.files)["fail_on"]
    return 1 if at_or_above(totals.worst(), fail_on) and not args.exit_zero else 0


@contextmanager
def output(args: argparse.Namespace) -> Iterator[TextIO]:
    """Where the report goes."""
    from okr_lint.cli.usage import UsageError

    if args.output is None:
        # `--fix -` writes the mended text to standard output: the report makes room for it
        yield sys.stderr if getattr(args, "fix", False) and STDIN in args.files else sys.stdout
        return
    try:
        out = args.output.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise UsageError(f"--output: {args.output} cannot be written: {error.strerror}") from error
    with out:
        yield out


__all__ = ["Checked", "configure", "run"]
