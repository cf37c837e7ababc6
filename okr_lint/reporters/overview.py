"""A folder's results summed up by team: for the HTML page, Markdown and spreadsheets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any

from okr_lint.lean_dataclasses import dataclass, field
from okr_lint.reporters.record import LEVELS, FindingRecord, Record, findings

KINDS = ("outcome", "output", "activity")


@dataclass(slots=True)
class Row:
    """A statement with the findings on it; ``statement`` is None for what concerns a whole file."""

    team: str
    record: Record
    objective: dict[str, Any] | None
    statement: dict[str, Any] | None
    findings: list[FindingRecord]


@dataclass(slots=True)
class Team:
    """A team's figures. ``scores`` are those of its objectives with their key results (0–100)."""

    name: str
    objectives: int = 0
    key_results: int = 0
    scores: list[int] = field(default_factory=list)
    levels: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)

    @property
    def score(self) -> int | None:
        """The mean score."""
        return round(sum(self.scores) / len(self.scores)) if self.scores else None


@dataclass(slots=True)
class Overview:
    """Everything that the reports for people show."""

    rows: list[Row]
    teams: list[Team]
    files: int
    unreadable: int
    objective_scores: list[int]
    key_result_scores: list[int]
    measurable: int
    file_scores: list[int] = field(default_factory=list)
    scored: bool = True

    @property
    def objectives(self) -> int:
        """How many objectives there are."""
        return sum(team.objectives for team in self.teams)

    @property
    def key_results(self) -> int:
        """How many key results there are."""
        return sum(team.key_results for team in self.teams)

    @property
    def levels(self) -> dict[str, int]:
        """Findings by severity."""
        return {level: sum(team.levels[level] for team in self.teams) for level in LEVELS}

    @property
    def codes(self) -> Counter[str]:
        """Findings by rule."""
        return sum((team.codes for team in self.teams), Counter())

    @property
    def score(self) -> int | None:
        """The mean of the files' scores, the same that ``okr-lint score`` gives."""
        return round(sum(self.file_scores) / len(self.file_scores)) if self.file_scores else None

    def worst(self) -> dict[str, str]:
        """The gravest severity with which each rule was said."""
        found: dict[str, str] = {}
        for row in self.rows:
            for finding in row.findings:
                known = found.get(finding["code"])
                if known is None or LEVELS.index(finding["severity"]) < LEVELS.index(known):
                    found[finding["code"]] = finding["severity"]
        return found


def overview(records: Sequence[Record], *, scores: bool = True) -> Overview:
    """Sum up the records of a folder.

    Args:
        records: changed in place where there are to be no scores.
        scores: whether scores are shown at all.
    """
    if not scores:
        for record in records:
            record["score"] = None
            for objective in record["objectives"]:
                for statement in (objective, *objective["key_results"]):
                    statement["score"] = None
    rows = [row for record in records for row in _rows(record)]
    teams: dict[str, Team] = {}
    objective_scores: list[int] = []
    key_result_scores: list[int] = []
    measurable = 0
    for row in rows:
        team = teams.setdefault(row.team, Team(row.team))
        team.levels.update(finding["severity"] for finding in row.findings)
        team.codes.update(finding["code"] for finding in row.findings)
        if row.statement is None:
            continue
        total = score_of(row.statement)
        totals = objective_scores if row.statement is row.objective else key_result_scores
        totals += [total] if total is not None else []
        if row.statement is row.objective:
            team.scores += [] if (together := set_score(row.objective)) is None else [together]
            team.objectives += 1
        else:
            team.key_results += 1
            labels = row.statement["labels"]
            team.kinds[labels.get("kind", {}).get("value", "")] += 1
            measurable += labels.get("measurable", {}).get("value") in ("metric", "milestone")
    ordered = sorted(teams.values(), key=lambda team: (-(team.objectives + team.key_results), team.name))
    unreadable = sum(record["error"] is not None for record in records)
    file_scores = [record["score"]["total"] for record in records if record.get("score")]
    return Overview(
        rows, ordered, len(records), unreadable, objective_scores, key_result_scores, measurable, file_scores, scores
    )


def set_score(objective: dict[str, Any]) -> int | None:
    """The score of an objective with its key results: the mean of its own and of theirs together."""
    own = score_of(objective)
    theirs = [total for one in objective["key_results"] if (total := score_of(one)) is not None]
    return own if own is None or not theirs else round((own + sum(theirs) / len(theirs)) / 2)


def score_of(statement: dict[str, Any]) -> int | None:
    """A statement's total, where it has one."""
    score = statement.get("score")
    return score["total"] if score else None


def team_of(record: Record, objective: dict[str, Any] | None) -> str:
    """Whose an objective is: its team, its owner, else the file's name."""
    context = objective["context"] if objective else {}
    return context.get("team") or context.get("owner") or PurePath(record["path"]).stem


def _rows(record: Record) -> Iterator[Row]:
    by_statement: dict[str | None, list[FindingRecord]] = {}
    for finding in findings(record):
        by_statement.setdefault(finding["statement"], []).append(finding)
    first = record["objectives"][0] if record["objectives"] else None
    if None in by_statement:
        yield Row(team_of(record, first), record, None, None, by_statement[None])
    for objective in record["objectives"]:
        team = team_of(record, objective)
        for statement in (objective, *objective["key_results"]):
            yield Row(team, record, objective, statement, by_statement.get(statement["id"], []))
