"""S304: the same statement twice in one owner's set, or the same metric twice with other values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from okr_lint.checks.groups import owner_groups
from okr_lint.checks.labels import number_of
from okr_lint.checks.likeness import Likeness, likeness, literal
from okr_lint.checks.match import Judged, Match, Subject, check


@check("duplicate-statement")
def duplicate_statement(subject: Subject) -> Iterator[Match]:
    """Said at the later of the two; objectives and key results are compared among themselves."""
    for group in owner_groups(subject.sets):
        yield from _doubles(one.objective for one in group)
        yield from _doubles(key_result for one in group for key_result in one.key_results)


def _doubles(statements: Iterable[Judged]) -> Iterator[Match]:
    seen: dict[tuple[str, ...], tuple[Judged, Likeness]] = {}
    for judged in statements:
        key = likeness(judged) or literal(judged)
        if key is None:
            continue
        if key.topic not in seen:
            seen[key.topic] = (judged, key)
            continue
        first, first_key = seen[key.topic]
        numbers = _numbers(judged), _numbers(first)
        if key.values == first_key.values:
            message = "default"
        elif numbers[0] and numbers[1] and _dates(judged) == _dates(first):
            message = "values"
        else:
            continue  # stages: the same thing by another date
        other = first.statement
        yield Match(
            message=message,
            params={"other": other.label if number_of(other.label) is not None else other.id},
            statement=judged.statement.id,
            related=(other.id,),
        )


def _numbers(judged: Judged) -> bool:
    return any(q.target is not None for q in judged.analysis.quantities)


def _dates(judged: Judged) -> list[str]:
    return sorted(judged.analysis.normal[d.start : d.end] for d in judged.analysis.dates)
