"""What was understood of a document, as a tree for people (``okr-lint parse FILE``)."""

from __future__ import annotations

from okr_lint.model import Document, Statement
from okr_lint.reporters.closing import plural

_SHOWN = (
    "owner", "team", "cycle", "deadline", "parent", "metric", "baseline", "target", "current", "unit", "weight",
    "progress", "score", "confidence", "priority", "status", "committed",
)  # fmt: skip


def tree(document: Document) -> str:
    """The document's objectives and key results with what is about them, then what was left over.

    A key result shows no owner, team, cycle or deadline that it only has from its objective.
    """
    count = sum(len(o.key_results) for o in document.objectives)
    size = f"{plural(len(document.objectives), 'objective')}, {plural(count, 'key result')}"
    lines = [f"{document.path}  ({document.format}, {size})"]
    if about := _about(document.context.said(), {}):
        lines.append(f"  {about}")
    if document.mission:
        lines.append(f"  mission: {document.mission}")
    for objective in document.objectives:
        lines += _statement(document, objective, "", "   ", document.context.said())
        for i, key_result in enumerate(objective.key_results):
            last = i == len(objective.key_results) - 1
            branch, below = ("└─ ", "      ") if last else ("├─ ", "│     ")
            lines += _statement(document, key_result, branch, below, objective.context.said())
    if document.leftovers:
        lines.append("not taken as statements:")
        for leftover in document.leftovers:
            where = f"line {document.source.position(leftover.span.start).line}" if leftover.span else leftover.place
            lines.append(f"  {where or '?'}: {_short(leftover.text)}  ({leftover.reason})")
    return "\n".join(lines)


def _statement(document: Document, statement: Statement, branch: str, below: str, outer: dict[str, str]) -> list[str]:
    label = f"[{statement.label}] " if statement.label else ""
    dropped = "  (struck through, not judged)" if statement.dropped else ""
    lines = [f"{branch}{statement.id} {label}{statement.text}{dropped}"]
    where = f"line {document.source.position(statement.span.start).line}" if statement.span else statement.place
    about = _about(statement.context.said(), outer)
    lines.append(f"{below}{' · '.join(part for part in (where, about) if part)}")
    return [line for line in lines if line.strip(" │")]


def _about(said: dict[str, str], outer: dict[str, str]) -> str:
    own = {name: value for name, value in said.items() if name in _SHOWN and outer.get(name) != value}
    return " · ".join(f"{name}: {_short(own[name])}" for name in _SHOWN if name in own)


def _short(text: str, limit: int = 80) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
