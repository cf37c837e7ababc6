"""The alignment of an organisation as one SVG: trees from left to right, light and dark, no network, no script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from okr_lint.alignment.forest import Node
from okr_lint.reporters.terminal import visible, width, wrap

_BOX, _GAP, _LINE, _PAD, _DOWN = 268, 72, 18, 12, 16
_COLUMNS = 34  # of text in a box, as a terminal counts them
_MOST_LINES = 4
STYLE = (
    ".tb{fill:#fff;stroke:#c9d3e0}.tn{font-weight:600;fill:#3558a6}.tt{fill:#1d2734}"
    ".tl{fill:none;stroke:#9fb0c6;stroke-width:1.6}"
    ".tk{fill:#6b7a8d;font-size:11px}.loose .tb{stroke-dasharray:5 4}.again .tb{stroke:#c47d1c}"
    "text{font:13px system-ui,'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif}"
    "@media(prefers-color-scheme:dark){.tb{fill:#1d2530;stroke:#3a4757}.tn{fill:#9dbbff}.tt{fill:#e4eaf2}"
    ".tl{stroke:#56667a}.tk{fill:#93a2b5}}"
)


def svg(roots: Sequence[Node], title: str, *, style: str = STYLE) -> str:
    """The whole drawing; an empty ``style`` where the page around it has one."""
    drawn: list[str] = []
    bottom, right = 16.0, 0.0
    for root in roots:
        bottom, deepest = _place(root, bottom, drawn)
        right = max(right, deepest)
        bottom += _DOWN
    across, down = int(right + 16), int(bottom)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {down}" width="{across}" height="{down}" '
        f'role="img" aria-label="{escape(title)}"><title>{escape(title)}</title>'
        f"<style>{STYLE}</style>{''.join(drawn)}</svg>\n"
    )


def _place(root: Node, top: float, drawn: list[str]) -> tuple[float, float]:
    """Draw one tree below ``top``; its lower and its right edge. A parent stands at the middle of its children."""
    order: list[tuple[Node, int]] = []
    stack = [(root, 0)]
    while stack:
        node, depth = stack.pop()
        order.append((node, depth))
        stack += [(child, depth + 1) for child in reversed(node.below)]
    heights = {id(node): _height(node) for node, _ in order}
    needs: dict[int, float] = {}
    for node, _ in reversed(order):
        below = sum(needs[id(child)] for child in node.below) + _DOWN * (len(node.below) - 1)
        needs[id(node)] = max(heights[id(node)], below)
    middle: dict[int, float] = {}
    starts = {id(root): top}
    for node, _ in order:  # a parent comes before its children
        start, need = starts[id(node)], needs[id(node)]
        middle[id(node)] = start + need / 2
        below = sum(needs[id(child)] for child in node.below) + _DOWN * (len(node.below) - 1)
        start += (need - below) / 2
        for child in node.below:
            starts[id(child)] = start
            start += needs[id(child)] + _DOWN
    lowest = 0.0
    for node, depth in order:
        centre, left = middle[id(node)], 16 + depth * (_BOX + _GAP)
        for child in node.below:
            end = middle[id(child)]
            start, stop = left + _BOX, left + _BOX + _GAP
            bend = (start + stop) / 2
            drawn.append(
                f'<path class="tl" d="M{start} {centre:.0f}C{bend} {centre:.0f} {bend} {end:.0f} {stop} {end:.0f}"/>'
            )
            if child.through is not None:
                label = child.through.statement.label or child.through.statement.id
                drawn.append(
                    f'<text class="tk" x="{stop - 6}" y="{end - 5:.0f}" text-anchor="end">{escape(label)}</text>'
                )
        drawn.append(_box(node, left, centre, heights[id(node)], loose=node is root and not root.below))
        lowest = max(lowest, centre + heights[id(node)] / 2)
    return lowest, 16.0 + (max(depth for _, depth in order) + 1) * (_BOX + _GAP) - _GAP


def _height(node: Node) -> int:
    return _PAD * 2 + _LINE * (1 + len(list(_text(node)))) - 4


def _text(node: Node) -> Iterator[str]:
    found = list(wrap(visible(node.goal.statement.text), _COLUMNS))
    if len(found) > _MOST_LINES:
        found = [*found[: _MOST_LINES - 1], found[_MOST_LINES - 1].rstrip() + "…"]
    yield from found


def _box(node: Node, left: float, centre: float, height: int, *, loose: bool) -> str:
    top = centre - height / 2
    kind = " ".join(name for name, on in (("loose", loose), ("again", node.again)) if on)
    lines = [f'<g class="{kind}">' if kind else "<g>"]
    lines.append(f'<rect class="tb" x="{left}" y="{top:.0f}" width="{_BOX}" height="{height}" rx="9"/>')
    name = visible(node.goal.name)
    if width(name) > _COLUMNS:
        name = next(iter(wrap(name, _COLUMNS - 4))) + "…"  # it is bold
    baseline = top + _PAD + 12
    sign = "↻ " if node.again else ""
    lines.append(f'<text class="tn" x="{left + _PAD}" y="{baseline:.0f}">{sign}{escape(name)}</text>')
    for i, line in enumerate(_text(node), 1):
        lines.append(f'<text class="tt" x="{left + _PAD}" y="{baseline + i * _LINE:.0f}">{escape(line)}</text>')
    return "".join([*lines, "</g>"])
