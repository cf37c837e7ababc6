"""What rules said of a set of statements, remembered until the set changes: for editors, which check at every key.

A rule may look at anything: at its statement, its set, or the whole document. What it looked at is
noticed (``WatchedSubject``). Only matches that came from the set alone are remembered; a rule that
looked beyond it, or that answered in places of the source, runs again every time.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Iterable
from operator import attrgetter

from okr_lint.checks.match import Check, Judged, Match, ObjectiveSet, Subject, TextEdit
from okr_lint.checks.rule import Rule
from okr_lint.lean_dataclasses import dataclass, field, fields
from okr_lint.model import Context, Document, Edit, Finding, Span, Statement, Suggestion
from okr_lint.model.copies import copier

_CONTEXT = attrgetter(*(one.name for one in fields(Context) if one.name != "notes"))
_DOCUMENT = Subject.__dict__["document"]
_SETS = Subject.__dict__["sets"]
_moved_finding = copier(Finding, "span", "suggestions")
_with_edits = copier(Suggestion, "edits")


class WatchedSubject(Subject):
    """A subject that notices whether a check looks beyond the statement's own set."""

    __slots__ = ("looked_beyond",)
    looked_beyond: bool

    @property
    def document(self) -> Document:
        """The whole document."""
        self.looked_beyond = True
        found: Document = _DOCUMENT.__get__(self)
        return found

    @document.setter
    def document(self, value: Document) -> None:
        _DOCUMENT.__set__(self, value)

    @property
    def sets(self) -> list[ObjectiveSet]:
        """All sets of the document."""
        self.looked_beyond = True
        found: list[ObjectiveSet] = _SETS.__get__(self)
        return found

    @sets.setter
    def sets(self, value: list[ObjectiveSet]) -> None:
        _SETS.__set__(self, value)

    @classmethod
    def watching(cls, subject: Subject) -> WatchedSubject:
        """A watched copy of a subject."""
        made = cls(
            subject.document,
            subject.settings,
            subject.statement,
            subject.objective,
            subject.key_results,
            subject.sets,
        )
        made.looked_beyond = False
        return made


@dataclass(slots=True)
class Told:
    """What was said of one statement.

    Attributes:
        start: where its text stood in the source at the last time; None without a place.
        findings: what came from the set alone.
        again: the rules that must run again each time.
    """

    start: int | None
    findings: list[Finding] = field(default_factory=list)
    again: list[Rule] = field(default_factory=list)

    @classmethod
    def about(cls, judged: Judged) -> Told:
        """Nothing yet, about a statement."""
        return cls(_start(judged))

    def findings_at(self, judged: Judged) -> list[Finding]:
        """The findings, where the statement stands now; the next version will find it there most likely."""
        start = _start(judged)
        if start is not None and self.start is not None and start != self.start:
            self.findings = [_moved(finding, start - self.start) for finding in self.findings]
            self.start = start
        return self.findings


def _start(judged: Judged) -> int | None:
    span = judged.statement.span
    return span.start if span else None


def _moved(finding: Finding, by: int) -> Finding:
    suggestions = finding.suggestions
    if any(one.edits for one in suggestions):
        suggestions = tuple(
            _with_edits(one, tuple(Edit(_span(edit.span, by), edit.text) for edit in one.edits)) for one in suggestions
        )
    return _moved_finding(finding, _span(finding.span, by) if finding.span else None, suggestions)


def _span(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


@dataclass(slots=True)
class Recall:
    """The least recently used sets are forgotten beyond ``size``. One recall serves one engine."""

    size: int = 2_000
    _known: OrderedDict[Hashable, list[Told]] = field(default_factory=OrderedDict)

    def get(self, key: Hashable) -> list[Told] | None:
        """What is remembered of a set, by subject in order."""
        found = self._known.get(key)
        if found is not None:
            self._known.move_to_end(key)
        return found

    def put(self, key: Hashable, told: list[Told]) -> None:
        """Remember what rules said of a set."""
        self._known[key] = told
        if len(self._known) > self.size:
            self._known.popitem(last=False)


def key_of(one: ObjectiveSet) -> Hashable:
    """Everything that a check may see of a set without looking beyond it.

    Of places only how the statements lie to each other: a rule about the objective may speak of its key results.
    """
    first = one.objective.statement.span
    start = first.start if first else 0
    return tuple([_statement_key(judged, start) for judged in one])


def _statement_key(judged: Judged, start: int) -> Hashable:
    statement = judged.statement
    context = statement.context
    return (
        statement.id,
        statement.text,
        statement.label,
        statement.quoting,
        statement.place,
        statement.span.start - start if statement.span else None,
        _layout(statement),
        _CONTEXT(context),
        tuple(context.notes),
        id(judged.labels),
    )


def _layout(statement: Statement) -> Hashable:
    """How the text lies in the source, wherever that is."""
    if statement.span is None or statement.map is None:
        return None
    start = statement.span.start
    return tuple((p.start, p.length, p.source_start - start, p.source_length) for p in statement.map.pieces)


def try_rule(rule: Rule, check: Check, subject: Subject) -> tuple[tuple[Match, ...], bool]:
    """A rule's matches, and whether they may be remembered."""
    watched = WatchedSubject.watching(subject)
    matches = tuple(check(watched))
    return matches, not watched.looked_beyond and all(map(_in_text, matches))


def _in_text(match: Match) -> bool:
    """Whether a match speaks of texts of its set only, not of places in the source."""
    edits: Iterable[object] = (edit for some in match.edits.values() for edit in some)
    return match.span is None and match.place is None and all(isinstance(edit, TextEdit) for edit in edits)
