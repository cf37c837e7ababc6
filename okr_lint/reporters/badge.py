"""The overall score as a badge: the object that shields.io reads, and a picture that needs nobody."""

from __future__ import annotations

from typing import Any

_COLOURS = {"lightgrey": "#767676", "green": "#2e7d32", "yellow": "#8a6d00", "orange": "#b3541e"}  # white is legible


def badge(score: int | None) -> dict[str, Any]:
    """The object that shields.io's endpoint badge reads."""
    colour = "lightgrey" if score is None else "green" if score >= 75 else "yellow" if score >= 50 else "orange"
    return {
        "schemaVersion": 1,
        "label": "OKR",
        "message": "no score" if score is None else f"{score}/100",
        "color": colour,
    }


def badge_svg(made: dict[str, Any]) -> str:
    """A badge as SVG, from the object of ``badge``."""
    label, message = made["label"], made["message"]
    left, right = (20 + 7 * len(text) for text in (label, message))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img" '
        f'aria-label="{label}: {message}"><title>{label}: {message}</title>'
        f'<rect width="{left + right}" height="20" rx="3" fill="{_COLOURS[made["color"]]}"/>'
        f'<path d="M3 0h{left - 3}v20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z" fill="#444"/>'
        f'<g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,sans-serif" font-size="11">'
        f'<text x="{left / 2:g}" y="14">{label}</text><text x="{left + right / 2:g}" y="14">{message}</text></g>'
        "</svg>\n"
    )
