"""``--fix``, ``--unsafe-fixes`` and ``--diff`` as a step of ``check``."""

from __future__ import annotations

import argparse
import difflib
import sys
from typing import TYPE_CHECKING, TextIO

from okr_lint.cli.checking import Checked, Checker, linter_for
from okr_lint.cli.inputs import STDIN
from okr_lint.lean_dataclasses import replace
from okr_lint.reporters.closing import plural
from okr_lint.reporters.record import Totals, fix_of

if TYPE_CHECKING:
    from okr_lint.fixes.rounds import Mended


class Fixing:
    """Mends each file, or shows how."""

    def __init__(self, args: argparse.Namespace, checker: Checker, out: TextIO) -> None:
        self._unsafe: bool = args.unsafe_fixes
        self._show: bool = args.diff
        self._out = out
        self._mended = self._files = self._refused = 0

    def file(self, checked: Checked, totals: Totals) -> Checked:
        """The file as it is after its fixes; with ``--diff`` as it is now."""
        if not any(fix_of(finding, unsafe=self._unsafe) for finding in checked.record["findings"]):
            if checked.job.path == STDIN and not self._show:
                sys.stdout.buffer.write(checked.job.data)
            return checked
        from okr_lint.fixes import mend
        from okr_lint.reporters.json_report import file_object

        job = checked.job
        linter = linter_for(job.configuration.settings)
        mended = mend(linter, job.data, job.name, job.format, unsafe=self._unsafe)
        self._refused += len(mended.refused)
        after = Checked(replace(job, data=mended.data), file_object(mended.result))
        if self._show:
            self._count(mended)
            self._diff(job.name, checked.text or "", after.text or "")
            return checked
        if job.path == STDIN:
            self._count(mended)
            sys.stdout.buffer.write(mended.data)
            return after
        if write(job.path, job.data, mended.data, "mended"):
            self._count(mended)
            return after
        totals.failed += 1
        return checked

    def _count(self, mended: Mended) -> None:
        self._mended += len(mended.findings)
        self._files += bool(mended.findings)

    def end(self, totals: Totals) -> None:
        """Say what was done, on standard error."""
        done = f"{plural(self._mended, 'finding')} in {plural(self._files, 'file')}"
        print(f"okr-lint: {'would mend' if self._show else 'mended'} {done}", file=sys.stderr)
        if self._refused:
            left = plural(self._refused, "finding")
            print(f"okr-lint: left {left} to you: the fix would change more than its statement", file=sys.stderr)

    def _diff(self, name: str, before: str, after: str) -> None:
        name = name.lstrip("/")
        for line in difflib.unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}"):
            self._out.write(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")


def write(path: str, old: bytes, new: bytes, done: str) -> bool:
    """Write a file over what was read; says on standard error why it was not ``done``."""
    from okr_lint.fixes.write import ChangedError, write_over

    try:
        write_over(path, old, new)
        return True
    except (ChangedError, OSError) as error:
        print(f"okr-lint: not {done}: {error}", file=sys.stderr)
        return False


def _lines(text: str) -> list[str]:
    """Lines with their LF, which is all that a diff breaks at."""
    parts = text.split("\n")
    return [*(f"{part}\n" for part in parts[:-1]), *parts[-1:]] if parts[-1] else [f"{part}\n" for part in parts[:-1]]
