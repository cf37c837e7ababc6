"""F004: labels that contradict each other or the tree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from okr_lint.checks.labels import number_of, numbers_of, renumbered
from okr_lint.checks.match import Match, Subject, check
from okr_lint.model import Document, Edit, Objective, Span, Statement


@check("numbering-mismatch")
def numbering_mismatch(subject: Subject) -> Iterator[Match]:
    """Doubled or missing numbers, and key results numbered for another objective."""
    document = subject.document
    yield from _sequence(list(document.objectives), document)
    for objective in document.objectives:
        if objective.dropped:
            continue
        own = number_of(objective.label)
        for key_result in objective.key_results:
            numbers = numbers_of(key_result.label)
            if own is not None and len(numbers) >= 2 and numbers[0] != own and not key_result.dropped:
                yield _match(
                    key_result,
                    document,
                    "parent",
                    {"label": key_result.label, "parent": objective.label},
                    _edit(key_result, document, (own, *numbers[1:])),
                    objective,
                )
        yield from _sequence(list(objective.key_results), document)


def _sequence(statements: list[Statement], document: Document) -> Iterator[Match]:
    """Gaps and repetitions in one run of numbers; a restart at 1 is a new run.

    A repetition is numbered after what its predecessor will be called, so that one round of fixes mends a whole run.
    """
    numbered = [(s, number) for s in statements if (number := number_of(s.label)) is not None]
    taken, mended = {number for _, number in numbered}, dict[int, int]()
    for (before, last), (statement, number) in pairwise(numbered):
        if statement.dropped:
            continue  # it keeps its number, but nothing is said of it
        if isinstance(statement, Objective) and _elsewhere(before, statement):
            continue
        if numbers_of(before.label)[:-1] != numbers_of(statement.label)[:-1]:
            continue  # said as "parent" already
        params: dict[str, Any] = {"label": statement.label, "before": before.label, "number": last + 1}
        if number == last:
            free = mended.get(id(before), last) + 1
            edit = _edit(statement, document, (*numbers_of(statement.label)[:-1], free)) if free not in taken else ()
            if edit:
                mended[id(statement)] = params["number"] = free
            yield _match(statement, document, "doubled", params, edit, before)
        elif number > last + 1:
            yield _match(statement, document, "gap", params, (), before)


def _elsewhere(before: Statement, statement: Statement) -> bool:
    one, other = before.context, statement.context
    return (one.owner, one.team, one.cycle) != (other.owner, other.team, other.cycle)


def _label_span(statement: Statement, document: Document) -> Span | None:
    """Where the label stands: as the reader says, else in front of the text on the statement's own line."""
    if statement.label_span is not None or statement.label is None or statement.span is None:
        return statement.label_span
    source = document.source
    line_start = source.line_starts[source.position(statement.span.start).line - 1]
    start = source.text.rfind(statement.label, line_start, statement.span.start)
    return Span(start, start + len(statement.label)) if start >= 0 else None


def _edit(statement: Statement, document: Document, numbers: tuple[int, ...]) -> tuple[Edit, ...]:
    span = _label_span(statement, document)
    if statement.label is None or span is None or document.source.text[slice(*span)] != statement.label:
        return ()
    made = renumbered(statement.label, numbers)
    return (Edit(span, made),) if made is not None else ()


def _match(
    statement: Statement,
    document: Document,
    message: str,
    params: dict[str, Any],
    edit: tuple[Edit, ...],
    other: Statement,
) -> Match:
    return Match(
        message=message,
        params=params,
        edits={"renumber": edit} if edit else {},
        span=_label_span(statement, document),
        place=statement.place,
        statement=statement.id,
        related=(other.id,),
    )
