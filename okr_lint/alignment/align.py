"""What is wrong with the links of an organisation: matches for A401–A407, by document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from okr_lint.alignment.coverage import uncovered
from okr_lint.alignment.dependencies import unmirrored
from okr_lint.alignment.links import Links, serves
from okr_lint.alignment.loops import loops, out_of_time
from okr_lint.alignment.organisation import Goal, Organisation
from okr_lint.alignment.resolve import Load
from okr_lint.alignment.serving import copied, not_more_concrete
from okr_lint.checks.match import Match
from okr_lint.model import Document
from okr_lint.settings import Settings


class Said(NamedTuple):
    """A rule's match in one document."""

    code: str
    match: Match


def align(
    documents: Sequence[Document],
    parents: Sequence[Document] = (),
    *,
    load: Load | None = None,
    settings: Callable[[str], Settings] | None = None,
) -> dict[str, list[Said]]:
    """Judge the links between the documents of one organisation.

    Where nobody links to anything and no parents are given there is nothing to say.

    Args:
        documents: the documents to judge.
        parents: documents above them, which are only linked to (``--parent FILE``).
        load: reads a document that is linked to by path and not among these; None: such links are left alone.
        settings: the settings that hold for a path (mission, vision, strategy).

    Returns:
        Matches by path; paths without any are left out.
    """
    if not parents and not any(links_out(document) for document in documents):
        return {}
    organisation = Organisation(documents, parents)
    links = Links(organisation, load)
    said: dict[str, list[Said]] = {}
    judged = {document.path for document in organisation.documents}

    def say(code: str, goal: Goal, match: Match) -> None:
        if goal.document.path in judged:
            said.setdefault(goal.document.path, []).append(Said(code, match))

    for goal, match in links.missing():
        say("A401", goal, match)
    for goal, match in _unaligned(organisation, settings):
        say("A402", goal, match)
    for goal in [one for one in organisation.goals.values() if one.parents]:
        copies = list(copied(organisation, goal))
        for match in copies:
            say("A404", goal, match)
        if not any(match.statement == goal.statement.id for match in copies):
            for match in not_more_concrete(organisation, goal):
                say("A403", goal, match)
        for match in out_of_time(goal):
            say("A405", goal, match)
        for one in (goal, *organisation.key_results(goal)):
            one.forget()
    for goal, match in loops(organisation):
        say("A405", goal, match)
    for goal, match in uncovered(organisation):
        say("A406", goal, match)
    for goal, match in unmirrored(organisation):
        say("A407", goal, match)
    return said


def links_out(document: Document) -> bool:
    """Whether anything in a document names what it serves."""
    return document.context.parent is not None or any(s.context.parent for s in document.statements())


def _unaligned(organisation: Organisation, settings: Callable[[str], Settings] | None) -> Iterator[tuple[Goal, Match]]:
    """Objectives that serve nothing: each of them where parents are given, else a document as a whole."""
    given = bool(organisation.given_parents)
    tops = {document.path for document in organisation.tops}
    several = len(organisation.documents) > 1
    for document in organisation.documents:
        own = settings(document.path) if settings else Settings()
        if document.path in tops or document.mission or own.mission or own.vision or own.strategy:
            continue
        goals = [organisation.goals.get((document.path, o.id)) for o in document.objectives]
        objectives = [goal for goal in goals if goal is not None]
        loose = [goal for goal in objectives if not serves(goal)]
        if given:
            for goal in loose:
                yield goal, Match(statement=goal.statement.id, severity="warning", message="given")
        elif several and loose and not any(goal.children for goal in objectives):
            alone = len(loose) == len(objectives) > 1
            for goal in loose[: 1 if alone else None]:
                yield (
                    goal,
                    Match(
                        statement=goal.statement.id,
                        message="document" if alone else "default",
                        params={"count": len(loose)},
                    ),
                )
