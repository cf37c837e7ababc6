"""A reliability diagram as SVG: how often labels are right (up) at what confidence (across)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

_SIDE, _GAP, _COLUMNS = 170, 34, 4
_STYLE = (
    "text{font:11px sans-serif;fill:#333}.frame{fill:#fff;stroke:#bbb}.ideal{stroke:#999;stroke-dasharray:4 3}"
    ".seen{fill:none;stroke:#1f6f8b;stroke-width:1.5}.bin{fill:#1f6f8b;fill-opacity:.6}"
)


class Bin(NamedTuple):
    """Labels of like confidence: mean confidence and share that is right (0-1), and how many."""

    confidence: float
    right: float
    count: int


def diagram(panels: Sequence[tuple[str, Sequence[Bin]]]) -> str:
    """One panel per label; the area of a dot grows with the labels in its bin."""
    rows = -(-len(panels) // _COLUMNS)
    width, height = _COLUMNS * (_SIDE + _GAP) + _GAP, rows * (_SIDE + 2 * _GAP) + _GAP
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        'aria-label="Reliability diagram: share of right labels by confidence">',
        f'<style>{_STYLE}</style><rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for at, (title, bins) in enumerate(panels):
        left = _GAP + (at % _COLUMNS) * (_SIDE + _GAP)
        top = _GAP + (at // _COLUMNS) * (_SIDE + 2 * _GAP)
        parts += _panel(title, bins, left, top)
    return "\n".join([*parts, "</svg>", ""])


def _panel(title: str, bins: Sequence[Bin], left: int, top: int) -> list[str]:
    total = sum(one.count for one in bins) or 1
    places = [(left + one.confidence * _SIDE, top + (1 - one.right) * _SIDE, one.count) for one in bins]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in places)
    return [
        f'<text x="{left}" y="{top - 8}">{escape(title)} ({total:,})</text>',
        f'<rect class="frame" x="{left}" y="{top}" width="{_SIDE}" height="{_SIDE}"/>',
        f'<line class="ideal" x1="{left}" y1="{top + _SIDE}" x2="{left + _SIDE}" y2="{top}"/>',
        f'<polyline class="seen" points="{path}"/>',
        *(
            f'<circle class="bin" cx="{x:.1f}" cy="{y:.1f}" r="{2 + 9 * (n / total) ** 0.5:.1f}"/>'
            for x, y, n in places
        ),
        f'<text x="{left}" y="{top + _SIDE + 14}">0</text>',
        f'<text x="{left + _SIDE - 8}" y="{top + _SIDE + 14}">1</text>',
        f'<text x="{left + 45}" y="{top + _SIDE + 14}">confidence</text>',
    ]
