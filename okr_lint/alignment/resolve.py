"""From a reference to the goals that it means, or the reason why there are none."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Callable, Iterable
from urllib.parse import unquote

from okr_lint.alignment.names import key, means_company, name_key
from okr_lint.alignment.organisation import Goal, Organisation
from okr_lint.alignment.reference import Reference, labelled
from okr_lint.checks.labels import number_of
from okr_lint.language.normal import normalise
from okr_lint.lean_dataclasses import dataclass, field
from okr_lint.model import Document, Objective

Load = Callable[[str], Document | str | None]  # "unknown": it is there and cannot be read
_CLOSE = 0.75  # likeness from which a text is taken for a misspelt one


@dataclass(slots=True)
class Resolved:
    """What a reference leads to.

    ``state`` is "found", "missing" (it should be in what is known, and is not) or "unknown" (it may well
    exist elsewhere); ``hint`` is what may have been meant.
    """

    state: str
    goals: list[Goal] = field(default_factory=list)
    hint: str | None = None


UNKNOWN = Resolved("unknown")


class Resolver:
    """Finds goals in an organisation.

    Args:
        organisation: where to look.
        load: reads a document that is linked to and not yet known, by path; None where there is no such file.
    """

    def __init__(self, organisation: Organisation, load: Load | None = None) -> None:
        self._organisation = organisation
        self._load = load
        self._by_path = {_clean(document.path): document for document in organisation.everything()}
        self._strict = bool(organisation.given_parents)

    def resolve(self, reference: Reference, child: Goal) -> Resolved:
        """The goals that a child's reference means."""
        if reference.kind == "external":
            return UNKNOWN
        if reference.kind == "file":
            return self._file(reference, child)
        for table in (self._organisation.by_identifier, self._organisation.by_text):
            found = [goal for goal in table.get(key(reference.text), ()) if goal is not child]
            if found:
                return Resolved("found", _nearest(found, child))
        if reference.labelled:
            return self._labelled(reference, child)
        return self._by_name(reference) or self._unresolved(reference)

    def document(self, path: str, child: Goal) -> Document | str | None:
        """The document at a path as a child writes it; None where it is missing, "unknown" where nobody can say."""
        base = posixpath.dirname(child.document.path.replace("\\", "/"))
        target = _clean(posixpath.join(base, unquote(path).replace("\\", "/")))
        for candidate in (target, _clean(unquote(path).replace("\\", "/"))):
            if candidate in self._by_path:
                return self._by_path[candidate]
        if self._load is None:
            return "unknown"
        loaded = self._load(target)
        if isinstance(loaded, Document):
            self._by_path[target] = loaded
            self._organisation.add_parent(loaded)
        return loaded

    def _file(self, reference: Reference, child: Goal) -> Resolved:
        document = self.document(reference.path, child) if reference.path else child.document
        if isinstance(document, str):
            return UNKNOWN
        if document is None:
            close = difflib.get_close_matches(_clean(reference.path), list(self._by_path), 1, 0.6)
            return Resolved("missing", hint=close[0] if close else None)
        if not reference.fragment:
            return Resolved("found", self._objectives(document))
        fragment = unquote(reference.fragment)
        by_label = labelled(fragment, normalise(fragment))
        goals = self._in(document, by_label) if by_label.labelled else []
        wanted = key(fragment)
        goals = goals or [
            goal
            for goal in self._goals(document)
            if wanted
            in (
                key(goal.statement.label or ""),
                key(goal.statement.text),
                key(f"{goal.statement.label or ''}{goal.statement.text}"),
            )
            or (goal.statement.context.identifier and key(goal.statement.context.identifier) == wanted)
        ]
        if goals:
            return Resolved("found", goals)
        return Resolved("missing", hint=_labels(self._objectives(document)))

    def _labelled(self, reference: Reference, child: Goal) -> Resolved:
        documents = self._meant(reference, child)
        if not documents:
            return UNKNOWN if not self._strict else Resolved("missing")
        found = [goal for document in documents for goal in self._in(document, reference)]
        goals = [goal for goal in found if goal is not child]
        if found and not goals:
            return UNKNOWN  # its own label: surely another's objective of that number is meant
        if goals:
            return Resolved("found", goals[:1] if len(documents) > 1 else goals)
        known = [goal for document in documents for goal in self._objectives(document)]
        return Resolved("missing", hint=_labels(known)) if known else UNKNOWN

    def _meant(self, reference: Reference, child: Goal) -> list[Document]:
        """The documents in which a label is looked up."""
        organisation = self._organisation
        if reference.qualifier and not means_company(reference.qualifier):
            named = organisation.names.get(name_key(reference.qualifier), [])
            return [one for one in named if one is not child.document] or named
        others = [one for one in organisation.tops if one is not child.document]
        if not others and not reference.qualifier and len(organisation.documents) == 2 and not organisation.parents:
            others = [one for one in organisation.documents if one is not child.document]
        if not others and not reference.qualifier and _several_owners(child.document):
            others = [child.document]
        return others

    def _by_name(self, reference: Reference) -> Resolved | None:
        """A document named as a whole ("parent: 公司")."""
        tops = self._organisation.tops if means_company(reference.rest) else []
        named = tops or self._organisation.names.get(name_key(reference.rest), [])
        goals = [goal for document in named for goal in self._objectives(document)]
        return Resolved("found", goals) if goals else None

    def _unresolved(self, reference: Reference) -> Resolved:
        """Neither identifier nor words nor name: missing where it is plainly a slip, or where the parents are given."""
        wanted = key(reference.rest)
        shape = _shape(wanted)
        if shape and any(_shape(one) == shape for one in self._organisation.by_identifier):
            close = difflib.get_close_matches(wanted, list(self._organisation.by_identifier), 1, 0.6)
            named = self._organisation.by_identifier[close[0]][0].statement.context.identifier if close else None
            return Resolved("missing", hint=named)
        texts = self._organisation.by_text
        candidates = [text for text in texts if abs(len(text) - len(wanted)) <= len(wanted) // 3]
        close = difflib.get_close_matches(wanted, candidates[:2000], 1, _CLOSE)
        if close:
            return Resolved("missing", hint=texts[close[0]][0].statement.text)
        return Resolved("missing") if self._strict else UNKNOWN

    def _goals(self, document: Document) -> Iterable[Goal]:
        for statement in document.statements():
            if goal := self._organisation.goals.get((document.path, statement.id)):
                yield goal

    def _objectives(self, document: Document) -> list[Goal]:
        return [goal for goal in self._goals(document) if goal.is_objective]

    def _in(self, document: Document, reference: Reference) -> list[Goal]:
        """The goals of a document that a label means: by the author's numbers, else by position."""
        chosen = self._objectives(document)
        if reference.objective is not None:
            chosen = [goal for goal in chosen if _number(goal.objective, document) == reference.objective]
        if reference.key_result is None:
            return chosen[:1]
        found = []
        for goal in chosen:
            for position, one in enumerate(goal.objective.key_results, 1):
                if (number_of(one.label) or position) == reference.key_result:
                    found.append(self._organisation.goals.get((document.path, one.id)))
        goals = [goal for goal in found if goal is not None]
        return goals if reference.objective is not None or len(chosen) == 1 else []


def _number(objective: Objective, document: Document) -> int:
    return number_of(objective.label) or document.objectives.index(objective) + 1


def _nearest(found: list[Goal], child: Goal) -> list[Goal]:
    """Of equal candidates those of the child's own document and cycle first."""
    same = [goal for goal in found if goal.document is child.document]
    cycle = [goal for goal in same or found if goal.statement.context.cycle == child.statement.context.cycle]
    return (cycle or same or found)[:1]


def _several_owners(document: Document) -> bool:
    return len({(o.context.team, o.context.owner) for o in document.objectives}) > 1


def _labels(goals: list[Goal]) -> str | None:
    labels = [goal.statement.label or goal.statement.id for goal in goals]
    return ", ".join(labels[:6]) or None


def _shape(identifier: str) -> str | None:
    """ "okr2026017" is letters and digits; a sentence has no shape."""
    if len(identifier) > 24 or not identifier.isascii() or not any(char.isdigit() for char in identifier):
        return None
    return "".join("9" if char.isdigit() else "a" for char in identifier).replace("99", "9").replace("99", "9")


def _clean(path: str) -> str:
    return posixpath.normpath(path.replace("\\", "/"))
