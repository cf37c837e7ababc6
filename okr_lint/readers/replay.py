"""What came of an objective's heading, remembered and given again where nothing that it depends on has changed.

The interpreter is not told what to do; it is watched. What one heading came to is kept only where it followed from
that heading's own text, from what holds around it and from nothing else: one objective, made of the
heading itself, with everything else within it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from operator import attrgetter
from typing import Any

from okr_lint.lean_dataclasses import dataclass, fields
from okr_lint.model import Context, Document, KeyResult, Leftover, Objective, Span, Statement
from okr_lint.readers.building import Builder
from okr_lint.readers.interpret import Interpreter
from okr_lint.readers.interpret_statements import Scope
from okr_lint.readers.labels import Label
from okr_lint.readers.outline import Block, Outline
from okr_lint.readers.sections import Section, moved_map

_VALUES = tuple(f.name for f in fields(Context) if f.name != "notes")  # which is the last one
_context_values: Callable[[Context], tuple[Any, ...]] = attrgetter(*_VALUES)


@dataclass(slots=True)
class Outcome:
    """What a heading came to.

    Attributes:
        base: the offset of its section then.
        objective: the objective as it was made; never given out itself.
        leftovers: texts that found no place.
        latest: number of the statement that was made last, 0 for the objective.
        pending, before: what the interpreter knew afterwards.
    """

    base: int
    objective: Objective
    leftovers: list[Leftover]
    latest: int
    pending: tuple[str, Label] | None
    before: int


class _WatchedBuilder(Builder):
    """Notices a field line that is about the whole document, and whether numbers that stand above were asked for."""

    said_of_document = False
    looked_back = False

    def about(self, name: str, value: str, whole: str) -> None:
        """Note a field line."""
        self.said_of_document = self.said_of_document or self.latest is None
        super().about(name, value, whole)

    def is_said_again(self, label: Label) -> bool:
        """Whether a label comes back."""
        self.looked_back = self.looked_back or self.apart
        return super().is_said_again(label)

    def is_named(self, label: Label) -> bool:
        """Whether an objective above has this label."""
        self.looked_back = True
        return super().is_named(label)

    def has_begun(self) -> bool:
        """Whether anything stands above."""
        self.looked_back = True
        return super().has_begun()


class ReplayingInterpreter(Interpreter):
    """Reads an outline made of sections; of sections that were read before it takes what they came to then.

    Args:
        sections: sections with the offsets where they stand now, by the ``id`` of the heading of each.
        known: what headings came to, by ``_key``; new ones are added.
    """

    def __init__(
        self,
        outline: Outline,
        document: Document,
        sections: dict[int, tuple[Section, int]],
        known: dict[Hashable, Outcome],
    ) -> None:
        super().__init__(outline, document)
        self.build = self._watched = _WatchedBuilder(document)
        self._sections = sections
        self._known = known
        self._whole = (
            self.signers,
            self.coded,
            self.listed,
            self.structure.lines_over(),
            self._aims_come_back(),
            self.resulting,
            *(
                (name, value)
                for name, value in sorted(vars(self.structure).items())
                if value is None or isinstance(value, (bool, int, str))
            ),
        )

    def _heading(self, block: Block, scope: Scope) -> None:
        section, base = self._sections.get(id(block), (None, 0))
        if section is None:
            super()._heading(block, scope)
            return
        key: Hashable = None
        if self._starts_afresh(block):
            around = (scope.role, scope.listed, scope.filled, _context_key(scope.context), self.before, self.announced)
            beside = self.structure.stands_beside_okrs(block)
            key = (section.text, *around, beside, self.about, self._whole)
            if (known := self._known.get(key)) is not None:
                self._replay(known, base)
                return
        section.move(base)
        if key is None:
            super()._heading(block, scope)
        else:
            self._record(key, base, block, scope)

    def _starts_afresh(self, block: Block) -> bool:
        """Whether nothing of what was read before can change what this heading comes to."""
        build = self.build
        settled = build.current is None or bool(build.current.key_results)
        closed = not build.run or bool(build.run[-1].key_results)
        alone = not any(child.kind in ("heading", "table") for child in block.children)
        numbers = self._decimals or self._initials
        return alone and settled and closed and not (numbers or build.in_past or build.planned or self.pending)

    def _record(self, key: Hashable, base: int, block: Block, scope: Scope) -> None:
        build, document = self._watched, self.document
        objectives, leftovers = len(document.objectives), len(document.leftovers)
        others = (len(build.orphans), len(build.past))
        mission, document.mission = document.mission, None
        build.said_of_document = build.strayed = build.looked_back = False
        super()._heading(block, scope)
        said = document.mission is not None or build.said_of_document or build.strayed
        said = said or build.looked_back or build.apart
        document.mission = document.mission if document.mission is not None else mission
        made = document.objectives[objectives:]
        if said or len(made) != 1 or others != (len(build.orphans), len(build.past)):
            return
        objective = made[0]
        statements = [objective, *objective.key_results]
        heading = block.passage.span()
        own = objective.span is not None and heading is not None and heading.start <= objective.span.start < heading.end
        latest = next((i for i, one in enumerate(statements) if one is build.latest), None)
        same = build.current is objective and [id(one) for one in build.run] == [id(objective)] and not build.planned
        if own and same and latest is not None and not build.in_past:
            left = document.leftovers[leftovers:]
            template = _moved_objective(objective, 0)
            self._known[key] = Outcome(base, template, left, latest, self.pending, self.before)

    def _replay(self, outcome: Outcome, base: int) -> None:
        by = base - outcome.base
        objective = _moved_objective(outcome.objective, by)
        self.document.objectives.append(objective)
        self.document.leftovers += [
            Leftover(one.text, _moved_span(one.span, by), one.place, one.reason) for one in outcome.leftovers
        ]
        build = self.build
        build.run = [objective]
        build.current = objective
        build.latest = objective.key_results[outcome.latest - 1] if outcome.latest else objective
        build.apart = False
        build.name(objective)
        for key_result in objective.key_results:
            build.number(key_result)
        self.pending, self.before = outcome.pending, outcome.before


def _context_key(context: Context) -> Hashable:
    return (_context_values(context), tuple(context.notes))


def _moved_objective(objective: Objective, by: int) -> Objective:
    made = Objective(*_moved(objective, by))
    made.key_results = [KeyResult(*_moved(one, by)) for one in objective.key_results]
    return made


def _moved(one: Statement, by: int) -> tuple[Any, ...]:
    context = Context(*(*_context_values(one.context), list(one.context.notes)))
    return (
        one.text, _moved_span(one.span, by), moved_map(one.map, by), one.label, _moved_span(one.label_span, by),
        one.place, one.quoting, one.dropped, context, one.id,
    )  # fmt: skip


def _moved_span(span: Span | None, by: int) -> Span | None:
    return Span(span.start + by, span.end + by) if span is not None and by else span
