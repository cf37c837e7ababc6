"""Escaping of a replacement text for the kind of literal that it is put into."""

from __future__ import annotations

import json
from html import escape


def quote(text: str, quoting: str) -> str:
    """``text`` as it must stand inside a literal of kind ``Statement.quoting``."""
    if quoting in ("json", "yaml-double"):
        return json.dumps(text, ensure_ascii=False)[1:-1]
    if quoting == "json-json":  # JSON written as a string inside JSON
        return quote(quote(text, "json"), "json")
    if quoting == "yaml-single":
        return text.replace("'", "''")
    if quoting == "html":
        return escape(text, quote=False)
    if quoting == "csv":
        return text.replace('"', '""')
    return text
