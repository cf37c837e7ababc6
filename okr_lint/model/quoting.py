"""Escaping of a replacement text for the kind of literal that it is put into."""

from __future__ import annotations

import json

_YAML_MARKS = "-?:,[]{}#&*!|>'\"%@`"
_YAML_WORDS = ("", "~", "null", "true", "false", "yes", "no", "on", "off")


def quote(text: str, quoting: str) -> str:
    """``text`` as it must stand inside a literal of kind ``Statement.quoting``."""
    if quoting in ("json", "yaml-double"):
        return json.dumps(text, ensure_ascii=False)[1:-1]
    if quoting == "json-json":  # JSON written as a string inside JSON
        return quote(quote(text, "json"), "json")
    if quoting == "yaml-single":
        return text.replace("'", "''")
    if quoting == "html":
        from html import escape

        return escape(text, quote=False)
    if quoting == "csv":
        return text.replace('"', '""')
    return text


def stands_unquoted(text: str, format: str) -> bool:
    """Whether ``text`` can stand in a file of a format without quotes around it.

    False only where it could be read as something else: YAML's own marks, a table's separators.
    """
    if format == "yaml":
        marked = text[:1] in _YAML_MARKS and not (text[:1] in "-?:" and text[1:2].strip())
        structured = ": " in text or " #" in text or text.endswith(":") or "\n" in text
        return not marked and not structured and text.lower() not in _YAML_WORDS
    if format == "toml":  # in single quotes, where nothing can be escaped
        return "'" not in text and "\n" not in text
    if format == "csv":
        return not any(mark in text for mark in '",;\t\r\n')
    return True
