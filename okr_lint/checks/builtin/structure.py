"""F and S checks that need nothing but the tree: what was found, and how much of it."""

from __future__ import annotations

from collections.abc import Iterator

from okr_lint.checks.builtin.placeholders import is_blank_line
from okr_lint.checks.groups import owner_groups
from okr_lint.checks.match import Match, Subject, check

_MORE_THAN_ONE_OWNER = 2  # so many times the limit and no owner named: surely not one person's
_LEFTOVERS_SHOWN = 6  # a guide with examples has dozens: said once, `okr-lint parse` shows them all


@check("no-okr-found")
def no_okr_found(subject: Subject) -> Iterator[Match]:
    """A readable document without a single objective."""
    if not subject.document.objectives:
        yield Match()


@check("ambiguous-structure")
def ambiguous_structure(subject: Subject) -> Iterator[Match]:
    """Texts that the reader kept aside: perhaps statements, but not taken as such."""
    blanks = bool(subject.sets)  # TBD where an OKR is: F006 says so
    leftovers = [one for one in subject.document.leftovers if not (blanks and one.span and is_blank_line(one.text))]
    many = len(leftovers) > _LEFTOVERS_SHOWN
    for leftover in leftovers[: 1 if many else None]:
        yield Match(
            message="many" if many else "default",
            params={"word": _short(leftover.text), "count": len(leftovers)},
            span=leftover.span,
            place=leftover.place,
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
            context = group[0].objective.statement.context
            unowned = not (context.owner or context.team) and len(group) >= _MORE_THAN_ONE_OWNER * many
            yield Match(
                message="unowned" if unowned else "default",
                params={"count": len(group), "most": some - 1},
                severity="warning" if len(group) >= many and not unowned else "info",
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
