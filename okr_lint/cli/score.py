"""``okr-lint score``: totals and parts, worst first on request, or a badge."""

from __future__ import annotations

import argparse
import json
from typing import Any

from okr_lint.cli.options import add_files, add_output, add_settings, steady_output
from okr_lint.cli.usage import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    add_files(parser)
    add_settings(parser)
    add_output(parser, ("text", "json", "badge", "svg"), None, "default: svg where --output ends so, else text")
    parser.add_argument("--no-cache", action="store_true", help="check everything anew")
    parser.add_argument("--fail-under", type=int, metavar="N", help="exit 1 where the overall score is below")


def run(args: argparse.Namespace) -> int:
    """Print the scores."""
    from okr_lint.cli.check import checker_of, output
    from okr_lint.cli.inputs import find_files
    from okr_lint.reporters.badge import badge, badge_svg
    from okr_lint.reporters.record import Totals
    from okr_lint.reporters.score_object import score_report

    steady_output()
    form = args.output_format or ("svg" if args.output and args.output.suffix.lower() == ".svg" else "text")
    if args.score is False:
        raise UsageError("--no-score goes with check: this command shows scores")
    checker = checker_of(args)
    totals, records = Totals(), []
    try:
        for checked in checker.run(list(find_files(args.files, checker.configuration))):
            totals.add(checked.record)
            records.append(checked.record)
    finally:
        if checker.cache is not None:
            checker.cache.close()
    with output(args) as out:
        if form == "json":
            made = score_report(records, totals.score)
            out.write(json.dumps(made, ensure_ascii=False, indent=1) + "\n")
        elif form == "badge":
            out.write(json.dumps(badge(totals.score), ensure_ascii=False) + "\n")
        elif form == "svg":
            out.write(badge_svg(badge(totals.score)))
        else:
            for record in records:
                out.write(_lines(record))
            if len(records) > 1:
                out.write(f"{_number(totals.score)}  overall, {len(records):,} files\n")
    if totals.unreadable:
        return 2
    return 1 if args.fail_under is not None and (totals.score or 0) < args.fail_under else 0


def _lines(record: dict[str, Any]) -> str:
    from okr_lint.reporters.record import statements
    from okr_lint.reporters.terminal import visible

    if record["error"]:
        return f"  -  {record['path']}: error F001 {record['error']['message']}\n"
    lines = [f"{_number(record['score'] and record['score']['total'])}  {record['path']}"]
    for one in statements(record):
        score = one["score"]
        indent = "    " if "/" in one["id"] else "  "
        lines.append(f"{_number(score and score['total'])}{indent}{one['id']} {visible(' '.join(one['text'].split()))}")
        if score and score["parts"]:
            parts = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in score["parts"].items())
            lines.append(f"   {indent}{parts}")
    return "\n".join(lines) + "\n"


def _number(score: int | None) -> str:
    return "  -" if score is None else f"{score:>3}"
