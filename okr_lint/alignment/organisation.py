"""All documents of an organisation, and every objective and key result in them as a goal that can be linked to."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from functools import cached_property

from okr_lint.alignment.names import is_company, key, names_of
from okr_lint.language import Analysis, analyse
from okr_lint.lean_dataclasses import dataclass, field
from okr_lint.model import Document, Objective, Statement


@dataclass(eq=False, slots=True)
class Goal:
    """An objective or key result with the document that holds it.

    Attributes:
        document: where it stands.
        statement: the objective or key result itself.
        objective: the objective that it belongs to (itself for an objective).
        parents: the goals that it serves, as its links were resolved.
        children: the goals that serve it.
        linked: whether it names a parent at all, found or not.
    """

    document: Document
    statement: Statement
    objective: Objective
    parents: list[Goal] = field(default_factory=list, repr=False)
    children: list[Goal] = field(default_factory=list, repr=False)
    linked: bool = False
    _analysis: Analysis | None = field(default=None, repr=False)

    @property
    def analysis(self) -> Analysis:
        """The statement's analysis, made when first asked for."""
        if self._analysis is None:
            self._analysis = analyse(self.statement.text)
        return self._analysis

    def forget(self) -> None:
        """Let go of the analysis: that of each goal of a large organisation would fill the memory."""
        self._analysis = None

    @property
    def is_objective(self) -> bool:
        """Whether it is an objective."""
        return self.statement is self.objective

    @property
    def name(self) -> str:
        """How people call it: team or file, and label."""
        label = self.statement.label or self.statement.id
        if not self.is_objective and self.objective.label and not any(c in label for c in ".-"):
            label = f"{self.objective.label}/{label}"
        team = self.statement.context.team or self.document.context.team
        return f"{team or self.document.path} {label}"


class Organisation:
    """Documents that belong together.

    Args:
        documents: the documents that are judged.
        parents: documents above them, only linked to (``--parent FILE``).
    """

    def __init__(self, documents: Sequence[Document], parents: Sequence[Document] = ()) -> None:
        given = {posixpath.normpath(document.path) for document in parents}
        paths = {posixpath.normpath(document.path) for document in documents}
        self.documents = list(documents)
        self.parents = [document for document in parents if posixpath.normpath(document.path) not in paths]
        self.given_parents = {one.path for one in self.everything() if posixpath.normpath(one.path) in given}
        self.goals: dict[tuple[str, str], Goal] = {}
        for document in self.everything():
            self.add(document)

    def everything(self) -> Iterator[Document]:
        """All documents, those above included."""
        yield from self.documents
        yield from self.parents

    def add(self, document: Document) -> None:
        """Know the goals of a document."""
        for objective in document.objectives:
            for statement in (objective, *objective.key_results):
                if not statement.dropped and not objective.dropped:
                    self.goals[document.path, statement.id] = Goal(document, statement, objective)

    def add_parent(self, document: Document) -> None:
        """Take in a document that is only linked to."""
        self.parents.append(document)
        self.add(document)
        for name in ("by_identifier", "by_text", "names", "tops"):
            self.__dict__.pop(name, None)

    def goal(self, document: Document, statement: Statement) -> Goal:
        """The goal of a statement.

        Raises:
            KeyError: the statement is dropped or of no known document.
        """
        return self.goals[document.path, statement.id]

    def key_results(self, goal: Goal) -> list[Goal]:
        """The key results of an objective; none of a key result."""
        if not goal.is_objective:
            return []
        found = (self.goals.get((goal.document.path, k.id)) for k in goal.objective.key_results)
        return [one for one in found if one is not None]

    @cached_property
    def by_identifier(self) -> dict[str, list[Goal]]:
        """Goals by the identifier that their tool or author gave them."""
        found: dict[str, list[Goal]] = {}
        for goal in self.goals.values():
            if identifier := goal.statement.context.identifier:
                found.setdefault(key(identifier), []).append(goal)
        return found

    @cached_property
    def by_text(self) -> dict[str, list[Goal]]:
        """Goals by what they say."""
        found: dict[str, list[Goal]] = {}
        for goal in self.goals.values():
            found.setdefault(key(goal.statement.text), []).append(goal)
        return found

    @cached_property
    def names(self) -> dict[str, list[Document]]:
        """Documents by every name that they go by."""
        found: dict[str, list[Document]] = {}
        for document in self.everything():
            for name in names_of(document):
                found.setdefault(name, []).append(document)
        return found

    @cached_property
    def tops(self) -> list[Document]:
        """The documents above all others: those given as parents, else those that call themselves the company's."""
        given = [document for document in self.everything() if document.path in self.given_parents]
        return given or [document for document in self.everything() if is_company(document)]
