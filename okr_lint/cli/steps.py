"""What happens to each file between check and report: baseline, fixes, comments that ignore."""

from __future__ import annotations

import argparse
from typing import Protocol, TextIO

from okr_lint.cli.checking import Checked, Checker
from okr_lint.reporters.record import Totals


class Step(Protocol):
    """One thing that is done to every file."""

    def file(self, checked: Checked, totals: Totals) -> Checked:
        """The file as it is to be reported."""

    def end(self, totals: Totals) -> None:
        """After the last file."""


def steps_for(args: argparse.Namespace, checker: Checker, out: TextIO) -> list[Step]:
    """The steps that arguments and configuration ask for, in order."""
    steps: list[Step] = []
    if args.fix or args.diff:
        from okr_lint.cli.fixing import Fixing

        steps.append(Fixing(args, checker, out))
    if args.add_ignore:
        from okr_lint.cli.ignoring import Ignoring

        steps.append(Ignoring(args))
    if (baseline := checker.overall(args.files)["baseline"]) or args.update_baseline:
        from okr_lint.cli.baselining import Baselining

        steps.append(Baselining(baseline, update=args.update_baseline))
    return steps
