"""F and S checks that need nothing but the tree: what was found, and how much of it."""

from __future__ import annotations

from collections.abc import Iterator

from okr_lint.checks.match import Match, Subject, check


@check("no-okr-found")
def no_okr_found(subject: Subject) -> Iterator[Match]:
    """A readable document without a single objective."""
    if not subject.document.objectives:
        yield Match()


@check("no-key-results")
def no_key_results(subject: Subject) -> Iterator[Match]:
    """An objective with no key result, or with a single one."""
    count = len(subject.key_results)
    if count == 0:
        yield Match()
    elif count == 1:
        yield Match(message="single", severity="info")
