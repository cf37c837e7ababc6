"""A filter after the rules ran: leaves out what is ignored, and says which comments ignore nothing (F007)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from okr_lint.checks.engine import Engine
from okr_lint.checks.match import Match, ObjectiveSet, Subject
from okr_lint.fingerprint import with_fingerprints
from okr_lint.model import Document, Edit, Finding, Span
from okr_lint.suppression.directive import Directive, Word, read_directive
from okr_lint.suppression.known import Known
from okr_lint.suppression.removal import without_codes, without_comment
from okr_lint.suppression.scope import Lines, Places

CODE = "F007"


def suppress(
    document: Document, sets: list[ObjectiveSet], findings: list[Finding], engine: Engine, today: date | None = None
) -> list[Finding]:
    """The findings that stay, with those about the suppressions themselves.

    Args:
        document: the document, with its comments.
        sets: its judged objectives.
        findings: what the rules found, with fingerprints.
        engine: the rules that ran.
        today: the day against which ``until`` counts.
    """
    ignored = engine.settings.ignored_fingerprints
    kept = [f for f in findings if f.fingerprint not in ignored] if ignored else findings
    spans = sorted({comment.span for comment in document.comments})
    given = (read_directive(document.source.text, span) for span in spans)
    directives = [directive for directive in given if directive is not None]
    if not directives:
        return kept
    made = _Filter(document, engine, directives, today or date.today())
    kept = [finding for finding in kept if not made.ignores(finding)]
    rule = engine.rules.get(CODE)
    if rule is None:
        return kept
    subject = Subject(document, engine.settings, sets=sets)
    about = with_fingerprints(document, engine.findings(rule, made.matches(), subject))
    about = [finding for finding in about if not made.ignores(finding)]
    return sorted([*kept, *about], key=lambda finding: finding.order)


class _Filter:
    """The directives of one document, and which of their codes were of use."""

    def __init__(self, document: Document, engine: Engine, directives: list[Directive], today: date) -> None:
        self._text = document.source.text
        self._places = Places(document)
        self._known = Known(engine)
        self._directives = directives
        self._today = today
        self._used: set[Span] = set()
        # by code: on one line alone (most of them, found by the line), and over more than one
        self._single: dict[tuple[str, int], list[Word]] = defaultdict(list)
        self._wide: dict[str, list[tuple[Lines, Word]]] = defaultdict(list)
        for index, directive in enumerate(directives):
            if directive.action not in ("", "ignore-end") and not self._overdue(directive):
                self._enter(directive, self._places.scope(directive, self._closing(index)))

    def _enter(self, directive: Directive, lines: Lines) -> None:
        for word in directive.codes:
            code = self._known.code(word.text)
            if code is None:
                continue
            if lines.first == lines.last and not lines.whole_file:
                self._single[code, lines.first].append(word)
            else:
                self._wide[code].append((lines, word))

    def ignores(self, finding: Finding) -> bool:
        """Whether a directive leaves the finding out; the code that does so is of use."""
        code, extent = finding.code, self._places.extent(finding)
        words = [word for lines, word in self._wide.get(code, ()) if lines.whole_file or _meets(lines, extent)]
        if extent is not None:
            for line in range(extent[0], extent[1] + 1):
                words += self._single.get((code, line), ())
        self._used.update(word.span for word in words)
        return bool(words)

    def matches(self) -> Iterator[Match]:
        """What is to be said of each directive."""
        for index, directive in enumerate(self._directives):
            edits = {"remove": self._removal(directive)}
            if directive.problem is not None:
                yield Match(message="unreadable", params={"word": directive.problem}, span=directive.span)
            elif directive.action == "ignore-end":
                if self._opening(index) is None:
                    yield Match(message="unopened", span=directive.span, edits=edits)
            elif not directive.codes:
                yield Match(message="missing", span=directive.span, edits=edits)
            elif self._overdue(directive):
                until = directive.until.isoformat() if directive.until else ""
                yield Match(message="overdue", params={"until": until}, span=directive.span, edits=edits)
            else:
                yield from self._useless(directive)

    def _useless(self, directive: Directive) -> Iterator[Match]:
        unknown = [w for w in directive.codes if self._known.code(w.text) is None]
        unused = [w for w in directive.codes if w.span not in self._used and self._known.ran(w.text)]
        for message, words in (("unknown", unknown), ("default", unused)):
            if words:
                everything = len(words) == len(directive.codes)
                edits = self._removal(directive) if everything else self._shortening(directive, words)
                yield Match(
                    message=message if everything or message == "unknown" else "partial",
                    params={"codes": ", ".join(word.text for word in words)},
                    span=directive.span,
                    edits={"remove": edits},
                )

    def _removal(self, directive: Directive) -> tuple[Edit, ...]:
        return (without_comment(self._text, directive.span, alone=self._places.alone(directive)),)

    def _shortening(self, directive: Directive, words: list[Word]) -> tuple[Edit, ...]:
        return tuple(without_codes(self._text, [word.span for word in words]))

    def _overdue(self, directive: Directive) -> bool:
        return directive.until is not None and directive.until < self._today

    def _closing(self, index: int) -> Directive | None:
        """The end of the block that a directive opens: for the same codes, or for all."""
        opening = self._directives[index]
        if opening.action != "ignore-start":
            return None
        names = {word.text for word in opening.codes}
        for later in self._directives[index + 1 :]:
            ends = {word.text for word in later.codes}
            if later.action == "ignore-end" and (not ends or ends & names):
                return later
        return None

    def _opening(self, index: int) -> Directive | None:
        closing = self._directives[index]
        ends = {word.text for word in closing.codes}
        for earlier in self._directives[:index]:
            names = {word.text for word in earlier.codes}
            if earlier.action == "ignore-start" and (not ends or ends & names):
                return earlier
        return None


def _meets(lines: Lines, extent: tuple[int, int] | None) -> bool:
    return extent is not None and extent[0] <= lines.last and lines.first <= extent[1]
