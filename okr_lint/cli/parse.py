"""``okr-lint parse``: what was understood, as a tree or as JSON; F002 and F003 say what was not."""

from __future__ import annotations

import argparse

from okr_lint.cli.checking import Checker, unopened
from okr_lint.cli.inputs import find_files
from okr_lint.cli.options import add_files, add_output, add_settings, given, steady_output
from okr_lint.cli.usage import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    add_files(parser)
    add_settings(parser)
    add_output(parser, ("text", "json"))


def run(args: argparse.Namespace) -> int:
    """Print what was understood; 2 where a file could not be read."""
    from okr_lint.cli.check import output
    from okr_lint.linter import FileResult, Linter
    from okr_lint.readers import ReadError
    from okr_lint.reporters.json_report import file_object
    from okr_lint.reporters.record import Totals
    from okr_lint.reporters.reporter import Options, reporter_for
    from okr_lint.reporters.tree import tree
    from okr_lint.settings import Settings

    steady_output()
    if args.select or args.ignore:
        raise UsageError("parse shows F001, F002 and F003 only; --select and --ignore go with check")
    checker = Checker(given(args), args.config, args.isolated, args.input_format, args.stdin_filename)
    linters: dict[str | None, Linter] = {}
    totals = Totals()
    with output(args) as out:
        reporter = reporter_for("json", Options(out)) if args.output_format == "json" else None
        for path in find_files(args.files, checker.configuration):
            job = checker.read(path)
            if isinstance(job, str):
                result = FileResult(path, error=ReadError(job))
                record = unopened(path, job)
            else:
                lang = job.configuration.settings.lang
                if lang not in linters:
                    linters[lang] = Linter(Settings(select=("F002", "F003"), lang=lang))
                result = linters[lang].check_bytes(job.data, job.name, job.format)
                record = file_object(result)
            totals.add(record)
            if reporter:
                reporter.file(record, None)
            elif result.document:
                out.write(tree(result.document) + "\n")
            elif result.error:
                line = f":{result.error.line}" if result.error.line else ""
                out.write(f"{result.path}{line}: error F001 {result.error.message}\n")
        if reporter:
            reporter.end(totals)
    return 2 if totals.unreadable else 0
