"""``--baseline`` and ``--update-baseline`` as a step of ``check``."""

from __future__ import annotations

import sys
from pathlib import Path

from okr_lint.baseline import Baseline, BaselineError
from okr_lint.checks.registry import all_rules
from okr_lint.cli.checking import Checked, linter_for
from okr_lint.cli.usage import UsageError
from okr_lint.reporters.record import Totals


class Baselining:
    """Leaves out what the baseline knows."""

    def __init__(self, path: str | None, *, update: bool) -> None:
        if path is None:
            raise UsageError("--update-baseline needs --baseline FILE, or baseline in the configuration")
        self._update = update
        try:
            fresh = update and not Path(path).exists()
            self._baseline = Baseline(Path(path)) if fresh else Baseline.read(Path(path))
        except BaselineError as error:
            raise UsageError(str(error)) from error

    def file(self, checked: Checked, totals: Totals) -> Checked:
        """The file without its known findings."""
        unjudged: set[str] = set()
        if self._update:  # with --select, say, the others are neither mended nor new
            settings = checked.job.configuration.settings
            unjudged = all_rules(settings.rule_folders).keys() - linter_for(settings).engine.rules.keys()
        totals.hidden += self._baseline.filter(checked.record, update=self._update, unjudged=unjudged)
        return checked

    def end(self, totals: Totals) -> None:
        """Write what is still found."""
        if not self._update:
            return
        try:
            self._baseline.write()
        except OSError as error:
            raise UsageError(f"--baseline: cannot be written: {error}") from error
        print(f"okr-lint: {totals.hidden:,} known findings in {self._baseline.path}", file=sys.stderr)
