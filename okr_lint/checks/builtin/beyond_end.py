"""K222: a key result that is due when its cycle is over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from okr_lint.checks.behind import Behind, deadlines, is_fiscal
from okr_lint.checks.match import Judged, Match, Subject, check


@check("deadline-beyond-cycle")
def deadline_beyond_cycle(subject: Subject) -> Iterator[Match]:
    """Each deadline behind the end of the cycle; a deadline that an objective hands down is said once.

    Where several deadlines of a cycle all lie behind it, the cycle is more likely to be counted in another way
    (a fiscal year that nobody calls one), so nothing is said.
    """
    if not any(one.objective.statement.context.cycle for one in subject.sets):
        return
    fiscal = is_fiscal(subject.document.source.text)
    by_cycle: dict[str | None, list[tuple[Judged, Behind, bool]]] = defaultdict(list)
    for one in subject.sets:
        said = set()
        for judged in one.key_results:
            for found, is_late in deadlines(judged, fiscal=fiscal):
                if found.end is not None or found.wording not in said:
                    by_cycle[judged.statement.context.cycle].append((judged, found, is_late))
                if found.end is None:
                    said.add(found.wording)
    for cycle, group in by_cycle.items():
        if not _doubtful(group):
            for judged, found, is_late in group:
                if is_late:
                    yield Match(
                        found.start,
                        found.end,
                        params={"word": found.wording, "cycle": cycle},
                        statement=judged.statement.id,
                    )


def _doubtful(group: list[tuple[Judged, Behind, bool]]) -> bool:
    late = {_month(found) for _, found, is_late in group if is_late}
    return len(late) > 1 and all(is_late for _, _, is_late in group)


def _month(found: Behind) -> tuple[int | None, int] | None:
    from okr_lint.checks.due import due  # few documents have deadlines

    date = due(found.wording)
    return (date.year, date.month) if date else None
