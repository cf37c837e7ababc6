"""Arguments of ``check`` that contradict each other, and those that make it do something else."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from okr_lint.cli.checking import Checker
from okr_lint.cli.inputs import STDIN
from okr_lint.cli.usage import UsageError

Mode = Callable[[argparse.Namespace, Checker], int]


def check_arguments(args: argparse.Namespace) -> None:
    """Refuse what makes no sense.

    Raises:
        UsageError: an unknown input format, or options that exclude each other.
    """
    from okr_lint.config.errors import did_you_mean
    from okr_lint.readers.read import FORMATS

    if args.input_format is not None and args.input_format not in FORMATS:
        hint = did_you_mean(args.input_format, FORMATS)
        raise UsageError(f"--input-format: unknown format {args.input_format!r}{hint}")
    if args.config is not None and not args.config.is_file():
        raise UsageError(f"--config: there is no file {args.config}")
    if args.config is not None and args.isolated:
        raise UsageError("--config and --isolated exclude each other")
    if args.jobs < 0:
        raise UsageError("--jobs: a number from 1, or 0 to choose")
    if args.unsafe_fixes and not (args.fix or args.diff):
        raise UsageError("--unsafe-fixes goes with --fix or --diff")
    if args.fix and args.diff:
        raise UsageError("--fix and --diff exclude each other: --diff changes nothing")
    if args.reason and not args.add_ignore:
        raise UsageError("--reason goes with --add-ignore")
    if args.add_ignore and (args.fix or args.diff or STDIN in args.files):
        raise UsageError("--add-ignore writes comments into files: without --fix, --diff and -")
    if args.watch and (STDIN in args.files or args.output_format != "text"):
        raise UsageError("--watch is for files and text output")


def special_mode(args: argparse.Namespace) -> Mode | None:
    """What to do instead of one plain check."""
    if args.show_settings:
        from okr_lint.cli.settings_view import show_settings

        return show_settings
    if args.watch:
        from okr_lint.cli.watch import watch

        return watch
    return None
