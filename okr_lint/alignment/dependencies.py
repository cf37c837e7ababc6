"""A407: a team that is counted on and does not say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from okr_lint.alignment.names import means_company, name_key
from okr_lint.alignment.organisation import Goal, Organisation
from okr_lint.checks.match import Match
from okr_lint.language.normal import normalise
from okr_lint.model import Document, Statement

_LEAST = {True: 3, False: 2}  # letters of a name: ASCII, Han


@lru_cache(maxsize=1)
def _patterns() -> dict[str, Any]:
    import re2

    return {
        "before": re2.compile(
            r"(?:依赖|配合|联合|协同|联手|等待|需要|委托|交给|会同|携手|请|与|和|跟|由)[\s:「【《]*$"
            r"|(?:^|[^a-z])(?:depends? on|dependency on|dependencies|with|from|needs?|requires?|blocked by|waiting for|"
            r"together with|jointly with|hand over to|by)\s*:?\s*(?:the\s)?$"
        ),
        "after": re2.compile(r"^\s?(?:团队|小组|部门|部|组|中心|team|squad|department|dept)(?:[^a-z]|$)"),
    }


def unmirrored(organisation: Organisation) -> Iterator[tuple[Goal, Match]]:
    """Each team that a document names, where that team's documents neither name it back nor are linked to it."""
    teams = _teams(organisation)
    if len(teams) < 2:
        return
    matcher = _matcher(teams)
    named = {document.path: _mentions(document, matcher) for document in organisation.documents}
    linked = {
        frozenset((goal.document.path, parent.document.path))
        for goal in organisation.goals.values()
        for parent in goal.parents
    }
    for document in organisation.documents:
        own = _own_names(document)
        for name, (statement, written) in named[document.path].items():
            others = teams[name]
            if name in own or any(frozenset((document.path, one.path)) in linked for one in others):
                continue
            if any(own & named.get(one.path, {}).keys() for one in others):
                continue
            goal = organisation.goals.get((document.path, statement.id))
            if goal is not None:
                yield goal, Match(statement=statement.id, params={"team": written})


def _own_names(document: Document) -> set[str]:
    said = [document.context.team, *(objective.context.team for objective in document.objectives)]
    return {normalise(_bare(one)) for one in said if one}


def _teams(organisation: Organisation) -> dict[str, list[Document]]:
    teams: dict[str, list[Document]] = {}
    for document in organisation.documents:
        for name in _own_names(document):
            if len(name) >= _LEAST[name.isascii()] and not means_company(name):
                teams.setdefault(name, []).append(document)
    return teams


def _bare(name: str) -> str:
    """A team's name without "Team" or 组 around it, as it is written."""
    wanted = name_key(name)
    folded = normalise(name).strip()
    for ending in ("团队", "小组", "部门", "部", "组", " team", " squad", " department"):
        if folded.endswith(ending):
            folded = folded[: -len(ending)].strip()
    folded = folded.removeprefix("team ").strip()
    return folded if name_key(folded) == wanted or folded else name


def _mentions(document: Document, teams: Any) -> dict[str, tuple[Statement, str]]:
    """The teams that a document names as somebody it works with, each with the first statement that does."""
    found: dict[str, tuple[Statement, str]] = {}
    for statement in document.statements():
        for text in (statement.text, *statement.context.notes):
            folded = normalise(text)
            for name in {name for _, name in teams.iter(folded)} - found.keys():
                if written := _named(text, folded, name):
                    found[name] = (statement, written)
    return found


def _matcher(names: Iterable[str]) -> Any:
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for name in names:
        automaton.add_word(name, name)
    automaton.make_automaton()
    return automaton


def _named(text: str, folded: str, name: str) -> str | None:
    at = folded.find(name)
    while at >= 0:
        end = at + len(name)
        edges = not name.isascii() or not (folded[max(0, at - 1) : at].isalnum() or folded[end : end + 1].isalnum())
        before = _patterns()["before"].search(folded[max(0, at - 24) : at])
        after = _patterns()["after"].search(folded[end : end + 16])
        if edges and ((before and _ends(folded, end, name)) or after):
            return text[at : end + (after.end() if after and not name.isascii() else 0)].strip(" ,，。.;；")
        at = folded.find(name, end)
    return None


def _ends(folded: str, end: int, name: str) -> bool:
    """Whether the name is a word of its own: 与销售 counts, 与销售额 does not."""
    following = folded[end : end + 1]
    return name.isascii() or not ("㐀" <= following <= "鿿") or following in "一共协联的在把对做完"
