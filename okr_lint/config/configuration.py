"""From the layers that apply to a file to its settings, with the origin of every value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from okr_lint.config.errors import ConfigError
from okr_lint.config.keys import BY_NAME, KEYS
from okr_lint.config.layer import Layer, closest, read_layers
from okr_lint.config.names import check_names, only_here, severities
from okr_lint.config.validate import Place, check_value
from okr_lint.lean_dataclasses import dataclass, field
from okr_lint.settings import Limits, Settings

DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Configuration:
    """Everything that a configuration decides for one file.

    Attributes:
        settings: what to check and how loud.
        values: every key of ``okr_lint.config.keys`` with its effective value.
        origins: where each value comes from: "default", "file:line", "command line".
        file: the configuration file, or None.
    """

    settings: Settings
    values: Mapping[str, Any]
    origins: Mapping[str, str] = field(default_factory=dict)
    file: Path | None = None

    def __getitem__(self, name: str) -> Any:
        return self.values[name]


def settings_for(path: str | Path) -> Settings:
    """The settings of the closest configuration for a file (the same for every front end).

    Raises:
        ConfigError: the configuration cannot be used.
    """
    return configuration_for(path).settings


def configuration_for(
    path: str | Path,
    *,
    file: Path | None = None,
    isolated: bool = False,
    given: Mapping[str, Any] | None = None,
    elsewhere: Iterable[tuple[str, ...]] = (),
) -> Configuration:
    """The configuration for a file.

    Args:
        path: the file that is checked (it need not exist).
        file: a configuration file to use instead of the closest one.
        isolated: read no configuration file at all.
        given: values by key that a user gave by hand, over everything else ("command line").
        elsewhere: rule folders of other files in the run: a name given by hand may be a rule of theirs alone.

    Raises:
        ConfigError: a file cannot be read, or a key, value or rule name is unknown.
    """
    target = Path(path).absolute()
    found = file.absolute() if file else None if isolated else closest_for(target.parent)
    layers = _layers(found) if found else ()
    values: dict[str, Any] = {key.name: key.default for key in KEYS}
    origins = dict.fromkeys(values, DEFAULT)
    for layer in layers:
        _merge(values, origins, _anchored(layer.values, layer.path.parent), layer.place)
    for layer in layers:
        for number, table in _matching(layer, target):
            _merge(values, origins, table, partial(layer.place, "overrides", f"#{number}"))
    if given:
        by_hand = {name: value for name, value in given.items() if value is not None}
        for name, value in by_hand.items():
            check_value(BY_NAME[name], value, _command_line, (name,))
        if by_hand.get("select"):
            values["ignore"] = ()
        _merge(values, origins, by_hand, _command_line)
        only_here(values, by_hand, elsewhere)
    return Configuration(_settings(values, layers, given or {}), values, origins, found)


def _command_line(*names: str, value: str | None = None) -> str:
    return f"command line (--{names[0].replace('_', '-')})" if names else "command line"


@lru_cache(maxsize=4096)
def closest_for(folder: Path) -> Path | None:
    """``closest``, remembered by folder."""
    return closest(folder)


@lru_cache(maxsize=256)
def _layers(file: Path) -> tuple[Layer, ...]:
    return tuple(read_layers(file))


def layer_files(file: Path) -> frozenset[Path]:
    """A configuration file and all that it extends."""
    return frozenset(layer.path for layer in _layers(file))


def forget() -> None:
    """Read configuration files anew (for a server, when one of them was changed)."""
    closest_for.cache_clear()
    _layers.cache_clear()


def _anchored(values: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """Values with file names made absolute: they count from the folder of their own file."""
    made = dict(values)
    if "rule_folders" in made:
        made["rule_folders"] = [str((folder / one).resolve()) for one in made["rule_folders"]]
    if "baseline" in made:
        made["baseline"] = str((folder / made["baseline"]).resolve())
    return made


def _merge(values: dict[str, Any], origins: dict[str, str], table: Mapping[str, Any], place: Place) -> None:
    for name, value in table.items():
        if name not in BY_NAME:
            continue
        key = BY_NAME[name]
        if isinstance(key.default, dict):
            values[name] = {**values[name], **value}
        elif key.adds_up:
            values[name] = tuple(dict.fromkeys((*values[name], *value)))
        else:
            values[name] = tuple(value) if isinstance(value, list) else value
        where = place(name)
        joined = origins[name] != DEFAULT and (key.adds_up or isinstance(key.default, dict))
        origins[name] = f"{origins[name]}, {where}" if joined else where


def _matching(layer: Layer, target: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    tables = layer.values.get("overrides", ())
    if tables and target.is_relative_to(layer.path.parent):
        relative = target.relative_to(layer.path.parent).as_posix()
        for number, table in enumerate(tables, 1):
            if matches(table["files"], relative):
                yield number, {name: value for name, value in table.items() if name != "files"}


def matches(patterns: Iterable[str], relative: str) -> bool:
    """Whether patterns in .gitignore syntax match a path with forward slashes."""
    return bool(_spec(tuple(patterns)).match_file(relative))


@lru_cache(maxsize=256)
def _spec(patterns: tuple[str, ...]) -> Any:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def _settings(values: Mapping[str, Any], layers: Iterable[Layer], given: Mapping[str, Any]) -> Settings:
    check_names(values, layers, given)
    limits: dict[str, Any] = {
        name: tuple(one) if isinstance(one, list) else one for name, one in values["limits"].items()
    }
    return Settings(
        profile=values["profile"],
        select=tuple(values["select"]),
        ignore=tuple(values["ignore"]),
        severity=severities(values["severity"], tuple(values["rule_folders"])),
        preview=values["preview"],
        lang=values["lang"],
        limits=Limits(**limits),
        rule_folders=tuple(values["rule_folders"]),
        mission=values["mission"],
        vision=values["vision"],
        strategy=values["strategy"],
        ignored_fingerprints=tuple(values["ignored_fingerprints"]),
    )


__all__ = ["ConfigError", "Configuration", "configuration_for", "forget", "matches", "settings_for"]
