"""What became of each statement between two versions: matched by meaning and measure, never by number or place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from okr_lint.fingerprint import normalised
from okr_lint.history.likeness import LEAST, Sketch, alike, sketch
from okr_lint.language import Analysis, analyse
from okr_lint.lean_dataclasses import dataclass
from okr_lint.model import Document, Objective, Statement

_SAME_OBJECTIVE = 0.15  # a key result of a matched objective is looked for there first
_COMMON = 200  # a pair of characters in more statements than this tells nothing


@dataclass(eq=False, slots=True)
class Said:
    """A statement of one version with its document and objective."""

    document: Document
    statement: Statement
    objective: Objective
    sketch: Sketch

    @property
    def analysis(self) -> Analysis:
        """The statement's analysis."""
        return self.sketch.analysis

    @property
    def is_objective(self) -> bool:
        """Whether it is an objective."""
        return self.statement is self.objective

    @property
    def cycle(self) -> str | None:
        """The cycle that it is for."""
        return self.statement.context.cycle or self.document.context.cycle


@dataclass(eq=False, slots=True)
class Change:
    """One statement's way: in both versions, only in the old one, or only in the new one."""

    old: Said | None
    new: Said | None
    likeness: float = 0.0

    @property
    def either(self) -> Said:
        """The new one, else the old one."""
        found = self.new or self.old
        assert found is not None
        return found


def compare(old: Sequence[Document], new: Sequence[Document]) -> list[Change]:
    """What became of every objective and key result, in the order of the new version, then what is gone."""
    before, after = list(_said(old)), list(_said(new))
    changes: list[Change] = []
    partners: dict[int, Objective] = {}
    pairs = _matched([s for s in before if s.is_objective], [s for s in after if s.is_objective], {})
    partners.update({id(one.objective): other.objective for one, other, _ in pairs})
    results = _matched([s for s in before if not s.is_objective], [s for s in after if not s.is_objective], partners)
    way = {id(new_one): (old_one, score) for old_one, new_one, score in [*pairs, *results]}
    for one in after:
        found = way.get(id(one))
        changes.append(Change(found[0], one, found[1]) if found else Change(None, one))
    matched = {id(old_one) for old_one, _ in way.values()}
    changes += [Change(one, None) for one in before if id(one) not in matched]
    return changes


def _said(documents: Iterable[Document]) -> Iterable[Said]:
    for document in documents:
        for objective in document.objectives:
            yield Said(document, objective, objective, sketch(analyse(objective.text)))
            for key_result in objective.key_results:
                yield Said(document, key_result, objective, sketch(analyse(key_result.text)))


def _matched(before: list[Said], after: list[Said], partners: dict[int, Objective]) -> list[tuple[Said, Said, float]]:
    """The best pairs first, each statement once; candidates share a pair of characters that is not common."""
    index: dict[str, list[int]] = defaultdict(list)
    below: dict[int, list[int]] = defaultdict(list)
    made, before, after = _unchanged(before, after, partners)
    for i, one in enumerate(after):
        below[id(one.objective)].append(i)
        for pair in one.sketch.pairs:
            index[pair].append(i)
    scored: list[tuple[float, int, int]] = []
    for o, one in enumerate(before):
        near = set(below.get(id(partners.get(id(one.objective))), ()))
        near |= {i for pair in one.sketch.pairs if len(index.get(pair, ())) <= _COMMON for i in index.get(pair, ())}
        for i in near:
            other = after[i]
            bonus = _SAME_OBJECTIVE if partners.get(id(one.objective)) is other.objective else 0.0
            score = alike(one.sketch, other.sketch)
            if score + bonus >= LEAST:
                scored.append((score + bonus, o, i))
    scored.sort(key=lambda item: (-item[0], item[1], item[2]))
    used_old: set[int] = set()
    used_new: set[int] = set()
    for score, o, i in scored:
        if o not in used_old and i not in used_new:
            used_old.add(o)
            used_new.add(i)
            made.append((before[o], after[i], min(1.0, score)))
    return made


def _unchanged(
    before: list[Said], after: list[Said], partners: dict[int, Objective]
) -> tuple[list[tuple[Said, Said, float]], list[Said], list[Said]]:
    """Pairs of the same words (of matched objectives first), and what is left on both sides."""
    waiting: dict[str, list[Said]] = defaultdict(list)
    for one in after:
        waiting[normalised(one.statement.text)].append(one)
    made: list[tuple[Said, Said, float]] = []
    left: list[Said] = []
    for one in before:
        same = waiting.get(normalised(one.statement.text))
        if not same:
            left.append(one)
            continue
        partner = partners.get(id(one.objective))
        at = next((i for i, other in enumerate(same) if other.objective is partner), 0)
        made.append((one, same.pop(at), 1.0))
    return made, left, [one for others in waiting.values() for one in others]
