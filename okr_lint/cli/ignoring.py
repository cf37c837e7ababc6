"""``--add-ignore`` as a step of ``check``."""

from __future__ import annotations

import argparse
import sys

from okr_lint.cli.checking import Checked, linter_for
from okr_lint.cli.fixing import write
from okr_lint.lean_dataclasses import replace
from okr_lint.reporters.closing import plural
from okr_lint.reporters.record import Totals, at_or_above


class Ignoring:
    """Writes a comment for each finding that would make the exit code 1."""

    def __init__(self, args: argparse.Namespace) -> None:
        self._reason: str | None = args.reason
        self._count = 0
        self._left: list[str] = []

    def file(self, checked: Checked, totals: Totals) -> Checked:
        """The file with its comments."""
        job, fail_on = checked.job, checked.job.configuration["fail_on"]
        wanted = {
            finding["fingerprint"]
            for finding in checked.record["findings"]
            if at_or_above(finding["severity"], fail_on) and finding["code"] != "F007"
        }
        if not wanted:
            return checked
        from okr_lint.fixes.ignores import add_ignores
        from okr_lint.reporters.json_report import file_object

        ignored = add_ignores(linter_for(job.configuration.settings), job.data, job.name, wanted, self._reason)
        self._left += [f'  "{f.fingerprint}",  # {job.name}: {f.code} {f.statement or ""}' for f in ignored.left]
        if ignored.data == job.data:
            return checked
        if not write(job.path, job.data, ignored.data, "written"):
            totals.failed += 1
            return checked
        self._count += ignored.count
        return Checked(replace(job, data=ignored.data), file_object(ignored.result))

    def end(self, totals: Totals) -> None:
        """Say what was written, and what the configuration has to hold instead."""
        print(f"okr-lint: {plural(self._count, 'finding')} ignored by comments", file=sys.stderr)
        if self._left:
            print("okr-lint: no comment can stand for these; in okr-lint.toml:", file=sys.stderr)
            print("\n".join(["ignored_fingerprints = [", *self._left, "]"]), file=sys.stderr)
