"""The JSON Schema of okr-lint.toml, from the table of keys (docs/okr-lint.schema.json)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from okr_lint.config.keys import KEYS, LEVELS, PER_FILE, Key, limit_shapes

_NAMES = {"type": "array", "items": {"type": "string"}}


def schema() -> dict[str, Any]:
    """The schema (draft 2020-12), for editors that complete and check TOML."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "okr-lint.toml",
        "description": "Configuration of okr-lint; the same table is [tool.okr_lint] in pyproject.toml.",
        **_table(KEYS),
    }


def _table(keys: Iterable[Key], required: tuple[str, ...] = ()) -> dict[str, Any]:
    made: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {key.name: {"description": key.doc, **_value(key)} for key in keys},
    }
    return {**made, "required": list(required)} if required else made


def _value(key: Key) -> dict[str, Any]:
    if key.kind == "overrides":
        return {"type": "array", "items": _table(PER_FILE.values(), ("files",))}
    if key.kind == "limits":
        return {"type": "object", "additionalProperties": False, "properties": _limits()}
    if key.kind == "levels":
        return {"type": "object", "additionalProperties": {"enum": list(LEVELS)}}
    if key.kind == "choice":
        return {"enum": list(key.choices)} | ({"default": key.default} if key.default else {})
    if key.kind == "names":
        return {**_NAMES, "minItems": 1} if key.name == "files" else _NAMES
    kinds = {"text": "string", "yes": "boolean", "count": "integer"}
    made: dict[str, Any] = {"type": kinds[key.kind]}
    if key.default is not None:
        made["default"] = key.default
    return {**made, "minimum": 0} if key.kind == "count" else made


def _limits() -> dict[str, Any]:
    count = {"type": "integer", "minimum": 0}
    pair = {"type": "array", "items": count, "minItems": 2, "maxItems": 2}
    return {name: pair if is_pair else count for name, is_pair in limit_shapes().items()}
