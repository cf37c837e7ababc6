"""F and S checks that need nothing but the tree: what was found, and how much of it."""

from __future__ import annotations

from collections.abc import Iterator

from okr_lint.checks.groups import owner_groups
from okr_lint.checks.match import Match, Subject, check


@check("no-okr-found")
def no_okr_found(subject: Subject) -> Iterator[Match]:
    """A readable document without a single objective."""
    if not subject.document.objectives:
        yield Match()


@check("ambiguous-structure")
def ambiguous_structure(subject: Subject) -> Iterator[Match]:
    """Texts that the reader kept aside: perhaps statements, but not taken as such."""
    for leftover in subject.document.leftovers:
        yield Match(
            params={"word": _short(leftover.text), "reason": leftover.reason}, span=leftover.span, place=leftover.place
        )


@check("no-key-results")
def no_key_results(subject: Subject) -> Iterator[Match]:
    """An objective with no key result, or with a single one."""
    count = len(subject.key_results)
    if count == 0:
        yield Match()
    elif count == 1:
        yield Match(message="single", severity="info")


@check("too-many-objectives")
def too_many_objectives(subject: Subject) -> Iterator[Match]:
    """More objectives for one owner and cycle than anybody can keep in mind; said at the first one too many."""
    some, many = subject.settings.limits.objectives
    for group in owner_groups(subject.sets):
        if len(group) >= some:
            ids = [one.objective.statement.id for one in group]
            yield Match(
                params={"count": len(group), "most": some - 1},
                severity="warning" if len(group) >= many else "info",
                statement=ids[some - 1],
                related=tuple(ids),
            )


@check("too-many-key-results")
def too_many_key_results(subject: Subject) -> Iterator[Match]:
    """Less is more: the few results that decide, not everything that is being done."""
    some, many = subject.settings.limits.key_results
    count = len(subject.key_results)
    if count >= some:
        yield Match(
            params={"count": count, "most": some - 1},
            severity="warning" if count >= many else "info",
            related=tuple(k.statement.id for k in subject.key_results),
        )


def _short(text: str, most: int = 40) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
