"""What a reader understood of a file: objectives, their key results, and what is about them."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from okr_lint.lean_dataclasses import dataclass, field, fields
from okr_lint.model.source import Source, Span, TextMap


@dataclass(slots=True)
class Context:
    """What a document says *about* a statement, kept apart from the statement's text.

    Everything is the author's own wording, or None where nothing is said. ``cycle``, ``owner``,
    ``team``, ``deadline``, ``parent`` and ``committed`` are inherited from heading, table, front
    matter or file name by everything below (``inherit``).
    """

    cycle: str | None = None
    owner: str | None = None
    team: str | None = None
    parent: str | None = None
    deadline: str | None = None
    metric: str | None = None
    baseline: str | None = None
    target: str | None = None
    current: str | None = None
    unit: str | None = None
    weight: str | None = None
    progress: str | None = None
    score: str | None = None
    confidence: str | None = None
    priority: str | None = None
    status: str | None = None
    committed: str | None = None
    identifier: str | None = None
    why: str | None = None
    notes: list[str] = field(default_factory=list)

    INHERITED = ("cycle", "owner", "team", "deadline", "committed")

    def inherit(self, outer: Context) -> None:
        """Take over from ``outer`` what holds for everything below it and is not said here."""
        self.cycle = outer.cycle if self.cycle is None else self.cycle
        self.owner = outer.owner if self.owner is None else self.owner
        self.team = outer.team if self.team is None else self.team
        self.deadline = outer.deadline if self.deadline is None else self.deadline
        self.committed = outer.committed if self.committed is None else self.committed

    def said(self) -> dict[str, str]:
        """The fields that are filled in, by name (notes left out)."""
        return {name: value for name, value in zip(_NAMES, _values(self), strict=True) if value}


_NAMES = tuple(one.name for one in fields(Context) if one.name != "notes")
_values = attrgetter(*_NAMES)


@dataclass(slots=True)
class Statement:
    """One objective or key result as its author wrote it.

    Attributes:
        text: the statement alone, without label, bullet, priority, owner mark or progress.
        span: smallest range of the source that holds the text; None in DOCX and XLSX.
        map: from offsets in ``text`` to offsets in the source; None where ``span`` is None.
        label: the author's own label ("KR1.2", "目标一") or None.
        label_span: where that label stands in the source.
        place: "Sheet1!B4" or "paragraph 3" where there is no span.
        quoting: how the source writes the text: "plain", "json", "yaml-double", "yaml-single",
            "yaml-block", "html", "csv"; an edit is escaped the same way.
        dropped: struck through by the author: kept, shown, not judged.
        id: position in the file, "O1" or "O1/KR2"; set by ``Document.number``.
    """

    text: str
    span: Span | None = None
    map: TextMap | None = None
    label: str | None = None
    label_span: Span | None = None
    place: str | None = None
    quoting: str = "plain"
    dropped: bool = False
    context: Context = field(default_factory=Context)
    id: str = ""

    def source_span(self, start: int, end: int) -> Span | None:
        """The source range of ``text[start:end]``; None in formats without spans."""
        return self.map.span(start, end) if self.map is not None else None


@dataclass(slots=True)
class KeyResult(Statement):
    """How one gets to the objective, and the result that shows it."""


@dataclass(slots=True)
class Objective(Statement):
    """What is to be reached and why, with its key results in the order of the source."""

    key_results: list[KeyResult] = field(default_factory=list)


@dataclass(slots=True)
class Leftover:
    """A text that may be a statement but was not taken as one (F003 names it)."""

    text: str
    span: Span | None
    place: str | None = None
    reason: str = ""


@dataclass(slots=True)
class Comment:
    """A comment in the source, for suppressions: its inner text and where it stands."""

    text: str
    span: Span


@dataclass(slots=True)
class Document:
    """One file as it was understood."""

    path: str
    format: str
    source: Source
    objectives: list[Objective] = field(default_factory=list)
    context: Context = field(default_factory=Context)
    leftovers: list[Leftover] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    mission: str | None = None

    def statements(self) -> Iterator[Statement]:
        """Objectives and key results in the order of the source."""
        for objective in self.objectives:
            yield objective
            yield from objective.key_results

    def number(self) -> None:
        """Give ids by position and hand inherited context down; a reader's last step."""
        for o, objective in enumerate(self.objectives, 1):
            objective.id = f"O{o}"
            objective.context.inherit(self.context)
            objective.context.parent = objective.context.parent or self.context.parent
            for k, key_result in enumerate(objective.key_results, 1):
                key_result.id = f"O{o}/KR{k}"
                key_result.context.inherit(objective.context)
