"""Keys and kinds of a configuration table; what is unknown is an error with the closest known name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from okr_lint.config.errors import ConfigError, did_you_mean
from okr_lint.config.keys import BY_NAME, LEVELS, PER_FILE, Key, limit_shapes


class Place(Protocol):
    """Says where a key stands: ``Layer.place``."""

    def __call__(self, *names: str, value: str | None = None) -> str:
        """ "file:line" of a key, or of a string below it."""


def check_table(table: Any, place: Place, known: Mapping[str, Key] = BY_NAME, inside: tuple[str, ...] = ()) -> None:
    """Check the keys of a table and their values.

    Raises:
        ConfigError: an unknown key, or a value of another kind than the key's.
    """
    if not isinstance(table, dict):
        raise ConfigError(f"{place(*inside)}: {'.'.join(inside)} must be a table")
    for name, value in table.items():
        if name not in known:
            if name in BY_NAME:
                raise ConfigError(f"{place(*inside, name)}: {name} holds for a whole run; it cannot stand in overrides")
            raise ConfigError(f"{place(*inside, name)}: unknown key {name!r}{did_you_mean(name, known)}")
        check_value(known[name], value, place, (*inside, name))


def check_value(key: Key, value: Any, place: Place, path: tuple[str, ...]) -> None:
    """Check one value.

    Raises:
        ConfigError: it is not what the key takes.
    """
    if key.kind == "overrides":
        _overrides(value, place, path)
    elif key.kind == "limits":
        _limits(value, place, path)
    elif key.kind == "levels":
        _levels(value, place, path)
    elif key.kind == "choice":
        if value not in key.choices:
            hint = did_you_mean(str(value), key.choices)
            raise ConfigError(f"{place(*path)}: {key.name} {value!r} is unknown{hint}")
    elif not _fits(key.kind, value):
        wanted = {"text": "a text", "yes": "true or false", "names": "a list of texts", "count": "a whole number"}
        raise ConfigError(f"{place(*path)}: {key.name} takes {wanted[key.kind]}, e.g. {key.name} = {key.example}")


def _fits(kind: str, value: Any) -> bool:
    if kind == "text":
        return isinstance(value, str)
    if kind == "yes":
        return isinstance(value, bool)
    if kind == "count":
        return isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return isinstance(value, (list, tuple)) and all(isinstance(one, str) for one in value)


def _levels(value: Any, place: Place, path: tuple[str, ...]) -> None:
    if not isinstance(value, dict):
        raise ConfigError(f"{place(*path)}: severity takes a table, e.g. severity = {BY_NAME['severity'].example}")
    for code, level in value.items():
        if level not in LEVELS:
            raise ConfigError(f"{place(*path, code)}: severity {level!r} is unknown{did_you_mean(str(level), LEVELS)}")


def _limits(value: Any, place: Place, path: tuple[str, ...]) -> None:
    if not isinstance(value, dict):
        raise ConfigError(f"{place(*path)}: limits takes a table, e.g. limits = {BY_NAME['limits'].example}")
    shapes = limit_shapes()
    for name, limit in value.items():
        if name not in shapes:
            raise ConfigError(f"{place(*path, name)}: unknown limit {name!r}{did_you_mean(name, shapes)}")
        numbers = limit if isinstance(limit, (list, tuple)) else [limit]
        right = isinstance(limit, (list, tuple)) == shapes[name] and len(numbers) == (2 if shapes[name] else 1)
        if not right or not all(_fits("count", number) for number in numbers) or sorted(numbers) != list(numbers):
            wanted = "two whole numbers, [info from, warning from]" if shapes[name] else "a whole number"
            raise ConfigError(f"{place(*path, name)}: the limit {name} takes {wanted}")


def _overrides(value: Any, place: Place, path: tuple[str, ...]) -> None:
    if not isinstance(value, (list, tuple)):
        raise ConfigError(f"{place(*path)}: overrides is a list of tables: [[overrides]]")
    for number, table in enumerate(value, 1):
        inside = (*path, f"#{number}")
        check_table(table, place, PER_FILE, inside)
        if not table.get("files"):
            raise ConfigError(f"{place(*inside)}: an override says which files it is for: {PER_FILE['files'].example}")
