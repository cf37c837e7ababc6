"""Codes, prefixes and rule names of a configuration: all of them must exist."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from okr_lint.config.errors import ConfigError
from okr_lint.config.layer import Layer


@lru_cache(maxsize=64)
def _names(folders: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Codes by code, prefix, and present or former rule name."""
    from okr_lint.checks.registry import all_rules, codes_by_name

    rules = all_rules(folders)
    names: dict[str, tuple[str, ...]] = {
        name: (code,) for name, code in codes_by_name(rules).items() if name not in rules
    }
    for code in rules:
        for length in range(1, len(code) + 1):
            names[code[:length]] = (*names.get(code[:length], ()), code)
    return names


Folders = tuple[str, ...]


def only_here(values: dict[str, Any], given: Mapping[str, Any], elsewhere: Iterable[Folders]) -> None:
    """Leave out of ``values`` what was given by hand and is a rule of other files only; these select nothing here.

    Args:
        values: the effective values of a file, changed in place.
        given: the values that a user gave by hand.
        elsewhere: the rule folders of the other files of the run.
    """
    others = list(elsewhere)
    known = _names(tuple(values["rule_folders"])) if others else {}
    for key in ("select", "ignore") if others else ():
        foreign = {one for one in given.get(key) or () if one not in known and any(one in _names(f) for f in others)}
        left = tuple(name for name in values[key] if name not in foreign)
        if key == "select" and foreign and not left:
            values["ignore"] = tuple(dict.fromkeys(name for name in known if len(name) == 1))
        values[key] = left


def check_names(values: Mapping[str, Any], layers: Iterable[Layer], given: Mapping[str, Any]) -> None:
    """Check ``select``, ``ignore`` and ``severity`` against the rules that there are.

    Raises:
        ConfigError: a name that is none of them, with its place and the closest that is one.
    """
    names = [*values["select"], *values["ignore"], *values["severity"]]
    known = _names(tuple(values["rule_folders"])) if names or values["rule_folders"] else {}
    for name in names:
        if name not in known:
            from okr_lint.checks.registry import rule_hint

            hint = rule_hint(name, [one for one in known if len(one) > 3])
            raise ConfigError(f"{_place(name, layers, given)}unknown rule {name!r}{hint}")


def severities(levels: Mapping[str, str], folders: tuple[str, ...]) -> dict[str, str]:
    """Severity by code; the longer of two prefixes has the last word, a rule's own name or code above all."""
    made: dict[str, str] = {}
    for name in sorted(levels, key=lambda name: -len(_names(folders)[name])):
        made.update(dict.fromkeys(_names(folders)[name], levels[name]))
    return made


def _place(name: str, layers: Iterable[Layer], given: Mapping[str, Any]) -> str:
    for key in ("select", "ignore"):
        if name in (given.get(key) or ()):
            return f"--{key}: "
    for layer in layers:
        tables: list[tuple[Mapping[str, Any], tuple[str, ...]]] = [(layer.values, ())]
        tables += [(one, ("overrides", f"#{n}")) for n, one in enumerate(layer.values.get("overrides", ()), 1)]
        for table, path in tables:
            for key in ("select", "ignore"):
                if name in table.get(key, ()):
                    return f"{layer.place(*path, key, value=name)}: "
            if name in table.get("severity", {}):
                return f"{layer.place(*path, 'severity', name)}: "
    return ""
