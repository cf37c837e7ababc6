"""What reporters read: one file's object of the JSON contract, fresh from the linter or from the cache."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from okr_lint.lean_dataclasses import dataclass, field
from okr_lint.model.finding import SEVERITIES
from okr_lint.patterns import late
from okr_lint.traditional import is_traditional, traditional

_HAN = late(r"[\u4e00-\u9fff]")

Record = dict[str, Any]
FindingRecord = dict[str, Any]
LEVELS = ("error", "warning", "info")


def findings(record: Record) -> list[FindingRecord]:
    """A file's findings; an unreadable file has one, F001."""
    error = record["error"]
    return [*([_unreadable(error)] if error else []), *record["findings"]]


def _unreadable(error: dict[str, Any]) -> FindingRecord:
    span = None
    if error["line"]:
        place = {"offset": None, "line": error["line"], "column": error["column"] or 1}
        span = {"start": place, "end": place}
    return {
        "code": "F001",
        "name": "unreadable-file",
        "severity": "error",
        "message": error["message"],
        "statement": None,
        "span": span,
        "source": "rule",
        "confidence": 1.0,
        "why": [],
        "suggestions": [],
        "fingerprint": "F001",
    }


def statements(record: Record) -> Iterator[dict[str, Any]]:
    """Objectives and key results in the order of the source."""
    for objective in record["objectives"]:
        yield objective
        yield from objective["key_results"]


def at_or_above(severity: str, level: str) -> bool:
    """Whether a severity is at least ``level``."""
    return SEVERITIES.index(severity) >= SEVERITIES.index(level)


def fix_of(finding: FindingRecord, *, unsafe: bool = False) -> dict[str, Any] | None:
    """The first suggestion that can be applied: safe ones, and unsafe ones where asked."""
    allowed = ("safe", "unsafe") if unsafe else ("safe",)
    return next((s for s in finding["suggestions"] if s["edits"] and s["applicability"] in allowed), None)


@dataclass
class Totals:
    """Counts over all files, as in the contract's ``summary``, and what only people are told.

    Attributes:
        unreadable: files that could not be read (F001).
        safe, unsafe: findings that a fix of that kind would mend.
        hidden: findings that the baseline knows.
        failed: files that could not be written.
        codes: how often each code was said, by severity.
    """

    files: int = 0
    unreadable: int = 0
    objectives: int = 0
    key_results: int = 0
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(LEVELS, 0))
    safe: int = 0
    unsafe: int = 0
    hidden: int = 0
    failed: int = 0
    scores: list[int] = field(default_factory=list)
    codes: dict[str, Counter[str]] = field(default_factory=lambda: {level: Counter() for level in LEVELS})

    def add(self, record: Record) -> None:
        """Count one file."""
        self.files += 1
        self.unreadable += record["error"] is not None
        self.objectives += len(record["objectives"])
        self.key_results += sum(len(o["key_results"]) for o in record["objectives"])
        if record.get("score"):
            self.scores.append(record["score"]["total"])
        for finding in findings(record):
            self.counts[finding["severity"]] += 1
            self.codes[finding["severity"]][finding["code"]] += 1
            self.safe += fix_of(finding) is not None
            self.unsafe += fix_of(finding, unsafe=True) is not None and fix_of(finding) is None

    @property
    def score(self) -> int | None:
        """The mean score of the files that have one."""
        return round(sum(self.scores) / len(self.scores)) if self.scores else None

    def worst(self) -> str:
        """The gravest severity that occurs; "off" where there is none."""
        return next((level for level in LEVELS if self.counts[level]), "off")

    def summary(self, *, with_scores: bool = True) -> dict[str, Any]:
        """The contract's ``summary`` object."""
        made: dict[str, Any] = {"objectives": self.objectives, "key_results": self.key_results, **self.counts}
        return {**made, "score": self.score} if with_scores else made


def language_of(finding: FindingRecord) -> str:
    """ "zh" or "en": what a finding speaks, whatever language the words are in that it quotes."""
    message = finding["message"]
    return "en" if message.isascii() or not _HAN.search("".join(message.split('"')[::2])) else "zh"


def written_like(text: str, findings: Iterable[FindingRecord]) -> str:
    """A text of ours in the characters that most of these findings are written in."""
    balance = 0
    for finding in findings:
        told = is_traditional(finding["message"])
        balance += 0 if told is None else 1 if told else -1
    return traditional(text) if balance > 0 else text
