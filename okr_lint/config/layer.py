"""One configuration file, read and checked, and the files that it extends."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from okr_lint.config.errors import ConfigError
from okr_lint.config.locate import line_of
from okr_lint.config.validate import check_table
from okr_lint.lean_dataclasses import dataclass, field

NAME = "okr-lint.toml"
_MISSPELT = "okr-lint"


@dataclass(frozen=True, slots=True)
class Layer:
    """The values of one file.

    ``prefix`` is where they stand in it: () or ("tool", "okr_lint").
    """

    path: Path
    values: dict[str, Any]
    prefix: tuple[str, ...] = ()
    text: str = field(default="", repr=False)

    def place(self, *names: str, value: str | None = None) -> str:
        """ "file:line" of a key, or of a string below it."""
        line = line_of(self.text, (*self.prefix, *names), value)
        return f"{self.path}:{line}" if line else str(self.path)


def read_layers(path: Path) -> list[Layer]:
    """A file and everything that it extends, the outermost first.

    Raises:
        ConfigError: unreadable, unknown keys or values, or files that extend each other in a circle.
    """
    layers: list[Layer] = []
    seen: set[Path] = set()
    current: Path | None = path.resolve()
    while current is not None:
        if current in seen:
            raise ConfigError(f"{layers[-1].place('extend')}: these files extend each other in a circle")
        seen.add(current)
        if layers and not current.is_file():
            raise ConfigError(f"{layers[-1].place('extend')}: there is no file {current}")
        layer = read_layer(current)
        layers.append(layer)
        extended = layer.values.get("extend")
        current = (current.parent / extended).resolve() if extended else None
    return layers[::-1]


def read_layer(path: Path) -> Layer:
    """One file alone.

    Raises:
        ConfigError: it cannot be read or says something unknown.
    """
    import tomllib  # most folders have no configuration

    try:
        text = path.read_text(encoding="utf-8-sig")  # editors on Windows write a byte-order mark
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not readable as TOML: {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from error
    prefix: tuple[str, ...] = ()
    if path.name == "pyproject.toml":
        prefix = ("tool", "okr_lint")
        data = _tools(data, path, text).get("okr_lint", {})
    layer = Layer(path, data, prefix, text)
    check_table(data, layer.place)
    for folder in data.get("rule_folders", ()):
        if not (path.parent / folder).is_dir():
            raise ConfigError(f"{layer.place('rule_folders', value=folder)}: there is no folder {path.parent / folder}")
    return layer


def closest(folder: Path) -> Path | None:
    """The configuration file for a folder: its own, else that of the closest folder above."""
    for one in (folder, *folder.parents):
        if (own := one / NAME).is_file():
            return own
        project = one / "pyproject.toml"
        if project.is_file() and _speaks_of_us(project):
            return project
    return None


def _speaks_of_us(project: Path) -> bool:
    try:
        text = project.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{project}: cannot be read: {error}") from error
    if "okr_lint" not in text and _MISSPELT not in text:
        return False
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{project}: not readable as TOML: {error}") from error
    return "okr_lint" in _tools(data, project, text)


def _tools(data: dict[str, Any], project: Path, text: str) -> dict[str, Any]:
    tools: dict[str, Any] = data.get("tool", {})
    if _MISSPELT in tools:  # ignored in silence, it would leave everybody believing that it holds
        line = line_of(text, ("tool", _MISSPELT))
        where = f"{project}:{line}" if line else str(project)
        raise ConfigError(f"{where}: unknown table [tool.{_MISSPELT}]; did you mean [tool.okr_lint]?")
    return tools
