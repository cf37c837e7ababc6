"""``okr-lint diff OLD NEW``: what became of the OKRs between two versions or cycles."""

from __future__ import annotations

import argparse
import json
import os
from typing import Any

from okr_lint.cli.checking import Checker, linter_for
from okr_lint.cli.options import add_output, add_settings, colours, columns, given, steady_output
from okr_lint.cli.usage import UsageError
from okr_lint.reporters.reporter import FORMATS, Options, reporter_for


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("old", metavar="OLD", help="a file, a folder, a git revision, or REVISION:path")
    parser.add_argument("new", metavar="NEW", help="the same; a bare revision is read at the other side's path")
    add_settings(parser)
    parser.add_argument("--fail-on", choices=("info", "warning", "error"), help="exit 1 from here (default: warning)")
    parser.add_argument("--exit-zero", action="store_true", help="exit 0 whatever is found (2 stays 2)")
    parser.add_argument("--all", action="store_true", help="also show what stayed as it was")
    add_output(parser, tuple(FORMATS))


def run(args: argparse.Namespace) -> int:
    """Compare and report; the exit code depends on the findings only."""
    from okr_lint.cli.check import output
    from okr_lint.cli.inputs import find_files, is_walked
    from okr_lint.history import Change, SideError, compare, paired, read_side, results
    from okr_lint.linter import FileResult
    from okr_lint.reporters.changes import change_object, lines
    from okr_lint.reporters.json_report import file_object
    from okr_lint.reporters.record import Totals, at_or_above
    from okr_lint.reporters.terminal import Paint

    steady_output()
    checker = Checker(given(args), args.config, args.isolated)
    configuration = checker.overall([args.new if os.path.exists(args.new) else "."])
    engine = linter_for(configuration.settings).engine
    try:
        old, new = (
            read_side(
                side,
                other,
                lambda path: find_files([path], checker.configuration),
                walked=lambda path, top: is_walked(path, top, checker.configuration),
            )
            for side, other in ((args.old, args.new), (args.new, args.old))
        )
    except SideError as error:
        raise UsageError(str(error)) from error
    changes: list[Change] = []
    made: list[FileResult] = []
    for before, after in paired(old, new):
        some = compare(before, after)
        changes += some
        made += results(engine, after, some)
    made += [FileResult(path, error=error) for side in (old, new) for path, error in side.unreadable.items()]
    totals = Totals()
    with output(args) as out:
        records: list[dict[str, Any]] = [file_object(result, with_scores=False) for result in made]
        options = Options(
            out=out,
            colours=colours(args.color, out),
            width=columns(out),
            verbose=args.verbose,
            scores=False,
            lang=configuration["lang"],
            fail_on=configuration["fail_on"],
        )
        if args.output_format == "text":
            shown = lines(changes, Paint(options.colours), everything=args.all)
            out.write("".join(f"{line}\n" for line in shown) + ("\n" if shown else ""))
        if args.output_format == "json":
            for record in records:
                totals.add(record)
            body = {"version": 1, "files": records, "changes": [change_object(change) for change in changes]}
            out.write(json.dumps({**body, "summary": totals.summary(with_scores=False)}, ensure_ascii=False) + "\n")
        else:
            reporter = reporter_for(args.output_format, options)
            for result, record in zip(made, records, strict=True):
                totals.add(record)
                reporter.file(record, result.document.source.text if result.document else None)
            reporter.end(totals)
    if totals.unreadable:
        return 2
    return 1 if at_or_above(totals.worst(), configuration["fail_on"]) and not args.exit_zero else 0
