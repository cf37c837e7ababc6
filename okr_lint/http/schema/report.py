"""The JSON contract, version 1, as models (``okr_lint.reporters.json_report`` makes the objects)."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from okr_lint.http.schema.state import Tool


class _Object(BaseModel):
    model_config = ConfigDict(extra="allow")


class Position(_Object):
    """A place: offset from 0, line and column from 1, in Unicode code points."""

    offset: int
    line: int
    column: int


class Span(_Object):
    """A half-open range."""

    start: Position
    end: Position


class Label(_Object):
    """The classifier's view, with calibrated confidence."""

    value: Any
    confidence: float
    sure: bool


class Score(_Object):
    """0-100, with its parts."""

    total: int
    parts: dict[str, int]


class Quantity(_Object):
    """A number with what it measures."""

    metric: str | None
    baseline: float | None
    target: float | None
    unit: str | None
    direction: str | None
    span: Span | None


class Statement(_Object):
    """An objective or key result."""

    id: str
    label: str | None
    text: str
    language: str | None = None
    span: Span | None = None
    labels: dict[str, Label] = {}
    score: Score | None = None


class KeyResult(Statement):
    """A key result."""

    quantities: list[Quantity] = []


class Objective(Statement):
    """An objective and its key results."""

    key_results: list[KeyResult]


class Edit(_Object):
    """Replace a range by a text."""

    span: Span | None
    text: str


class Suggestion(_Object):
    """A way to mend a finding."""

    title: str
    applicability: Literal["safe", "unsafe", "display"]
    edits: list[Edit]
    text: str | None = None


class Finding(_Object):
    """One breach of the guide at one place."""

    code: str
    name: str
    severity: Literal["info", "warning", "error"]
    message: str
    statement: str | None
    span: Span | None
    source: Literal["rule", "classifier", "both"]
    confidence: float
    why: list[str]
    suggestions: list[Suggestion]


class Unreadable(_Object):
    """Why a document could not be read."""

    code: str
    message: str
    line: int | None
    column: int | None


class File(_Object):
    """One document."""

    path: str
    format: str | None
    error: Unreadable | None
    objectives: list[Objective]
    findings: list[Finding] = []
    score: Score | None = None


class Summary(_Object):
    """Counts over all documents."""

    objectives: int
    key_results: int
    error: int
    warning: int
    info: int
    score: int | None = None


class Report(_Object):
    """The answer of check and parse."""

    version: Literal[1]
    tool: Tool
    files: list[File]
    summary: Summary


class ScoredStatement(_Object):
    """A statement's score."""

    id: str
    text: str
    score: Score | None


class ScoredFile(_Object):
    """A document's scores."""

    path: str
    error: Unreadable | None
    score: Score | None
    statements: list[ScoredStatement]


class ScoreReport(_Object):
    """The answer of score."""

    version: Literal[1]
    files: list[ScoredFile]
    score: int | None


class Fixed(_Object):
    """A finding whose fix was applied."""

    code: str
    name: str
    message: str
    statement: str | None


class FixReport(Report):
    """The answer of fix: the report is that of the mended document."""

    text: str | None
    fixed: list[Fixed]


class ChangeSide(_Object):
    """A statement of one version."""

    path: str
    id: str
    label: str | None
    text: str


class Change(_Object):
    """What became of a statement."""

    kind: Literal["same", "reworded", "retargeted", "rescheduled", "added", "dropped"]
    likeness: float
    old: ChangeSide | None
    new: ChangeSide | None


class DiffReport(Report):
    """The answer of diff: findings are those on the change, scores are left out."""

    changes: list[Change]


class ExampleOkr(_Object):
    """A well-rated OKR, and why it is good."""

    id: str
    language: str
    field: str
    functions: list[str]
    objective: str
    key_results: list[str]
    reason: str


class ExampleList(_Object):
    """The answer of examples."""

    examples: list[ExampleOkr]
