"""The alignment of an organisation as a tree for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from okr_lint.alignment.forest import Node
from okr_lint.reporters.terminal import Paint, visible

_WORDS = {
    "loose": {"zh": "没有对齐，也没人承接", "en": "serve nothing and are served by none"},
    "also": {"zh": "也支撑", "en": "also serves"},
    "again": {"zh": "见上", "en": "see above"},
}


def lines(roots: Sequence[Node], paint: Paint, lang: str) -> Iterator[str]:
    """Lines of a tree; objectives that stand alone come last, under a heading."""
    loose = [node for node in roots if not node.below]
    for root in roots:
        if root.below:
            yield _line(root, paint, lang)
            yield from _below(root, paint, lang)
            yield ""
    if loose:
        yield paint("dim", f"{_WORDS['loose'][lang]} ({len(loose)}):")
        for node in loose:
            yield f"  {_line(node, paint, lang)}"


def _below(root: Node, paint: Paint, lang: str) -> Iterator[str]:
    stack = [(node, "", i == len(root.below) - 1) for i, node in enumerate(root.below)][::-1]
    while stack:
        node, indent, last = stack.pop()
        yield f"{indent}{'└─ ' if last else '├─ '}{_line(node, paint, lang)}"
        deeper = indent + ("   " if last else "│  ")
        count = len(node.below)
        stack += [(one, deeper, i == count - 1) for i, one in enumerate(node.below)][::-1]


def _line(node: Node, paint: Paint, lang: str) -> str:
    goal = node.goal
    text = visible(" ".join(goal.statement.text.split()))
    parts = [paint("bold", visible(goal.name)), text]
    if node.through is not None:
        parts.append(paint("dim", f"→ {node.through.statement.label or node.through.statement.id}"))
    if node.also:
        parts.append(paint("dim", f"({_WORDS['also'][lang]} {visible(', '.join(node.also))})"))
    if node.again:
        parts.append(paint("warning", f"↻ {_WORDS['again'][lang]}"))
    return "  ".join(parts)
