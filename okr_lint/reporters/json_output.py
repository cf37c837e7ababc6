"""``--output-format json``: the contract of design.md, written file by file."""

from __future__ import annotations

import json

from okr_lint.reporters.record import Record, Totals
from okr_lint.reporters.reporter import Options
from okr_lint.version import tool_info


class Output:
    """The JSON contract, version 1."""

    def __init__(self, options: Options) -> None:
        self._out, self._scores, self._count = options.out, options.scores, 0
        head = json.dumps({"version": 1, "tool": tool_info(), "files": []}, ensure_ascii=False, indent=1)
        self._out.write(head.removesuffix("]\n}"))

    def file(self, record: Record, text: str | None) -> None:
        """One entry of ``files``."""
        shown = record if self._scores else without_scores(record)
        self._out.write(",\n" if self._count else "\n")
        self._out.write(json.dumps(shown, ensure_ascii=False, indent=1, default=list))
        self._count += 1

    def end(self, totals: Totals) -> None:
        """The summary."""
        summary = json.dumps(totals.summary(with_scores=self._scores), ensure_ascii=False, indent=1)
        self._out.write(f'],\n "summary": {summary}\n}}\n')


def without_scores(record: Record) -> Record:
    """A file's object without any score (``--no-score``)."""

    def bare(one: Record) -> Record:
        return {key: value for key, value in one.items() if key != "score"}

    objectives = [{**bare(o), "key_results": [bare(k) for k in o["key_results"]]} for o in record["objectives"]]
    return {**bare(record), "objectives": objectives}
