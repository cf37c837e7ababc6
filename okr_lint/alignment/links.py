"""Every link of an organisation, resolved once."""

from __future__ import annotations

from collections.abc import Iterator

from okr_lint.alignment.organisation import Goal, Organisation
from okr_lint.alignment.reference import references
from okr_lint.alignment.resolve import Load, Resolved, Resolver
from okr_lint.checks.match import Match
from okr_lint.model import Document


class Links:
    """Resolves the parents of all goals and notes them there (``Goal.parents``, ``Goal.children``)."""

    def __init__(self, organisation: Organisation, load: Load | None = None) -> None:
        self._missing: list[tuple[Goal, str, Resolved]] = []
        resolver = Resolver(organisation, load)
        for document in organisation.documents:
            self._document(document, organisation, resolver)

    def _document(self, document: Document, organisation: Organisation, resolver: Resolver) -> None:
        said: set[str] = set()
        for objective in document.objectives:
            for statement in (objective, *objective.key_results):
                goal = organisation.goals.get((document.path, statement.id))
                text = statement.context.parent
                if goal is None or not text:
                    continue
                own = text != document.context.parent
                goal.linked = True
                for reference in references(text):
                    resolved = resolver.resolve(reference, goal)
                    if resolved.state == "missing":
                        if own or reference.text not in said:  # a document's own parent is said once
                            self._missing.append((goal, reference.text, resolved))
                        said.add(reference.text)
                    for parent in resolved.goals:
                        if parent is not goal and parent not in goal.parents and parent.objective is not goal.statement:
                            goal.parents.append(parent)
                            parent.children.append(goal)

    def missing(self) -> Iterator[tuple[Goal, Match]]:
        """A401: links to what does not exist."""
        for goal, text, resolved in self._missing:
            yield (
                goal,
                Match(
                    statement=goal.statement.id,
                    message="hint" if resolved.hint else "default",
                    params={"parent": _short(text), "hint": _short(resolved.hint or "")},
                ),
            )


def serves(goal: Goal) -> bool:
    """Whether an objective, or one of its key results, names what it serves."""
    return goal.linked or any(k.context.parent for k in goal.objective.key_results)


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
