"""Applies the server's edits the way an editor does: positions in UTF-16, all edits at once."""

from __future__ import annotations

from typing import Any

from lsprotocol import types

from okr_lint.lsp.positions import PositionMap


def applied(text: str, edits: list[dict[str, Any]]) -> str:
    positions = PositionMap(text)

    def offset(place: dict[str, int]) -> int:
        return positions.offset(types.Position(place["line"], place["character"]))

    spans = [(offset(e["range"]["start"]), offset(e["range"]["end"]), e["newText"]) for e in edits]
    for start, end, new in sorted(spans, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def edits_of(action: dict[str, Any], uri: str) -> list[dict[str, Any]]:
    return action["edit"]["changes"][uri]
