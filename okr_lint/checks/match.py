"""What a check returns, and what it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from okr_lint.classifier.types import StatementLabels
from okr_lint.language import Analysis
from okr_lint.lean_dataclasses import dataclass, field
from okr_lint.model import Document, Edit, KeyResult, Objective, Span, Statement
from okr_lint.settings import Settings


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Replace ``start`` to ``end`` of the statement's own text by ``text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """One place where a rule applies.

    Attributes:
        start, end: range in the statement's text; the whole statement where ``end`` is None.
        message: key of the rule's message.
        params: what the message and the scaffolds are filled with.
        severity: overrides the rule's (never above it where the profile sets one); None keeps it.
        edits: edits by name, which a rule's suggestion refers to: of the statement's text, and (as
            ``Edit``) of the source, for what stands around the text.
        why: reasons in the message's language, or in both as ``{"zh": …, "en": …}``.
        statement: id of the statement that the finding is attached to, where it is not the one
            that the check ran on (a set or document rule); ``start`` and ``end`` count in its text.
        span, place: a place in the source instead of one in the statement (document rules).
        related: ids of other statements that belong to the finding.
    """

    start: int = 0
    end: int | None = None
    message: str = "default"
    params: dict[str, Any] = field(default_factory=dict)
    severity: str | None = None
    edits: Mapping[str, tuple[TextEdit | Edit, ...]] = field(default_factory=dict)
    source: str = "rule"
    confidence: float = 1.0
    why: tuple[str | Mapping[str, str], ...] = ()
    statement: str | None = None
    span: Span | None = None
    place: str | None = None
    related: tuple[str, ...] = ()


@dataclass(slots=True)
class Judged:
    """A statement with everything that is known of it."""

    statement: Statement
    analysis: Analysis
    labels: StatementLabels


@dataclass(slots=True)
class Subject:
    """What one run of a check looks at.

    ``statement`` is the judged objective or key result, or None for document checks;
    ``objective`` is the objective it belongs to (itself for an objective), ``key_results`` all
    key results of that objective that are not dropped; ``sets`` are all sets of the document;
    ``language`` is the one of its messages about the document as a whole, once it has been asked for.
    """

    document: Document
    settings: Settings
    statement: Judged | None = None
    objective: Judged | None = None
    key_results: list[Judged] = field(default_factory=list)
    sets: list[ObjectiveSet] = field(default_factory=list)
    language: str | None = field(default=None, repr=False, compare=False)
    _by_id: dict[str, Judged] | None = field(default=None, repr=False, compare=False)

    @property
    def judged(self) -> Judged:
        """The judged statement, for checks that run on statements only."""
        assert self.statement is not None
        return self.statement

    def find(self, statement_id: str) -> Judged:
        """The judged statement of an id.

        Raises:
            KeyError: no statement of the document that is judged has this id.
        """
        for judged in (self.objective, *self.key_results):  # nearly always one of its own
            if judged is not None and judged.statement.id == statement_id:
                return judged
        if self._by_id is None:
            self._by_id = {judged.statement.id: judged for one in self.sets for judged in one}
        return self._by_id[statement_id]


@dataclass(slots=True)
class ObjectiveSet:
    """An objective and its key results, judged."""

    objective: Judged
    key_results: list[Judged]

    def __iter__(self) -> Iterator[Judged]:
        yield self.objective
        yield from self.key_results


Check = Callable[[Subject], Iterable[Match]]
_CHECKS: dict[str, Check] = {}


def check(name: str) -> Callable[[Check], Check]:
    """Register a Python check under the name that a rule file gives in ``match.check``."""

    def register(function: Check) -> Check:
        if name in _CHECKS:
            raise ValueError(f"two checks are named {name!r}")
        _CHECKS[name] = function
        return function

    return register


def checks() -> dict[str, Check]:
    """All registered Python checks by name."""
    import okr_lint.checks.builtin  # noqa: F401  (registers them)

    return _CHECKS


def is_objective(judged: Judged) -> bool:
    """Whether the statement is an objective."""
    return isinstance(judged.statement, Objective)


def is_key_result(judged: Judged) -> bool:
    """Whether the statement is a key result."""
    return isinstance(judged.statement, KeyResult)
