"""Draws cProfile data as a flame graph: one SVG that needs nothing else (a tooltip names each box).

cProfile knows who called whom and for how long, not whole stacks: where a function has several callers, the
time below it is split by how long it ran for each of them. A call that recurses is drawn once.
"""

from __future__ import annotations

import cProfile
import pstats
from collections import defaultdict
from html import escape
from pathlib import Path
from zlib import crc32

Function = tuple[str, int, str]
_WIDTH, _ROW, _TEXT = 1200.0, 17, 6.6  # pixels: the whole, a row, a letter
_LEAST = 0.8  # pixels: narrower boxes are left out
_DEPTH = 60  # rows


def _name(function: Function) -> str:
    file, line, name = function
    if file == "~":
        return name.strip("<>")
    parts = Path(file).with_suffix("").parts
    where = parts[parts.index("okr_lint") + 1 :] if "okr_lint" in parts else parts[-1:]
    return f"{'.'.join(where)}.{name}:{line}"


def _boxes(stats: dict, root: Function) -> list[tuple[int, float, float, Function]]:
    """Row, left edge, width (shares of the root's time) and function of each box."""
    called: dict[Function, list[tuple[Function, float]]] = defaultdict(list)
    for function, (*_, callers) in stats.items():
        for caller, (*_, seconds) in callers.items():
            if caller != function:
                called[caller].append((function, seconds))
    boxes: list[tuple[int, float, float, Function]] = []
    waiting: list[tuple[Function, float, float, tuple[Function, ...]]] = [(root, 0.0, 1.0, ())]
    while waiting:
        function, left, width, above = waiting.pop()
        boxes.append((len(above), left, width, function))
        path = (*above, function)
        below = [(child, seconds) for child, seconds in called[function] if child not in path]
        # recursion may make the parts larger than the whole: they never reach over their parent
        whole = max(stats[function][3], sum(seconds for _, seconds in below)) or 1.0
        for child, seconds in sorted(below, key=lambda one: -one[1]):
            share = width * seconds / whole
            if share * _WIDTH >= _LEAST and len(path) < _DEPTH:
                waiting.append((child, left, share, path))
                left += share
    return boxes


def draw(profile: cProfile.Profile, root: str, title: str) -> str:
    """The SVG of what ran below a function.

    Args:
        profile: what was recorded.
        root: the name of the function at the bottom; its longest namesake is taken.
        title: the line above the drawing.

    Raises:
        ValueError: no function of that name ran.
    """
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    roots = [function for function in stats if function[2] == root]
    if not roots:
        raise ValueError(f"no function named {root} was profiled")
    first = max(roots, key=lambda function: stats[function][3])
    seconds = stats[first][3]
    boxes = _boxes(stats, first)
    rows = 1 + max(row for row, *_ in boxes)
    height = (rows + 2) * _ROW
    made = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH:.0f} {height}" width="{_WIDTH:.0f}" '
        f'height="{height}" font-family="monospace" font-size="11">',
        f'<rect width="100%" height="100%" fill="#fff"/><text x="4" y="14">{escape(title)}</text>',
    ]
    for row, left, width, function in boxes:
        name, wide = _name(function), width * _WIDTH
        x, y = left * _WIDTH, height - (row + 1) * _ROW
        tint = crc32(name.encode()) % 55
        shown = escape(name[: int((wide - 4) / _TEXT)]) if wide > 5 * _TEXT else ""
        made.append(
            f"<g><title>{escape(name)}: {width:.1%}, {width * seconds:.3f} s</title>"
            f'<rect x="{x:.1f}" y="{y}" width="{max(wide - 0.5, 0.3):.1f}" height="{_ROW - 1}" '
            f'fill="hsl({tint},85%,68%)"/><text x="{x + 2:.1f}" y="{y + 12}">{shown}</text></g>'
        )
    return "\n".join([*made, "</svg>"]) + "\n"
