"""What the client sets, and the linter for a file under it and the project's configuration."""

from __future__ import annotations

from typing import Any

from okr_lint.config import configuration_for, forget
from okr_lint.lean_dataclasses import dataclass, field, replace
from okr_lint.linter import Linter
from okr_lint.memory import Memory
from okr_lint.settings import PROFILES, Settings

SECTION = "okrLint"


class OptionError(ValueError):
    """A setting of the client that cannot be used; the message names it."""


@dataclass(frozen=True, slots=True)
class Options:
    """The client's settings.

    Attributes:
        enabled: whether files are checked at all.
        inlay_hints, code_lens: whether these are shown.
        workspace_diagnostics: whether OKR files that are not open are reported as well.
        files: patterns of OKR files in the workspace.
        lang: language of messages, "zh" or "en"; None follows each statement.
        profile, select, ignore, preview: over the project's configuration; None leaves that alone.
        snippet_command: a command of the client that inserts a snippet (uri, range, snippet).
        tree_command: a command of the client that shows the tree of objectives.
    """

    enabled: bool = True
    inlay_hints: bool = True
    code_lens: bool = True
    workspace_diagnostics: bool = True
    files: tuple[str, ...] = ("**/*okr*.{md,markdown,yaml,yml,json,txt,rst}",)
    lang: str | None = None
    profile: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    preview: bool | None = None
    snippet_command: str | None = None
    tree_command: str | None = None


_NAMES = {
    "enable": "enabled",
    "inlayHints": "inlay_hints",
    "codeLens": "code_lens",
    "workspaceDiagnostics": "workspace_diagnostics",
    "files": "files",
    "language": "lang",
    "profile": "profile",
    "select": "select",
    "ignore": "ignore",
    "preview": "preview",
    "snippetCommand": "snippet_command",
    "treeCommand": "tree_command",
}
_CLIENT_ONLY = ("interpreter", "trace", "path")
_CHOICES: dict[str, tuple[str, ...]] = {"lang": ("zh", "en"), "profile": PROFILES}


def read_options(given: Any, base: Options) -> Options:
    """``base`` with the client's settings over it; ``{"enabled": …}`` stands for its value.

    Raises:
        OptionError: an unknown setting, or one of the wrong kind.
    """
    if given is None:
        return base
    if not isinstance(given, dict):
        raise OptionError(f"{SECTION} is {type(given).__name__}, not an object of settings")
    changes: dict[str, Any] = {}
    for key, value in given.items():
        if key in _CLIENT_ONLY or value is None:
            continue
        if key not in _NAMES:
            import difflib

            close = difflib.get_close_matches(key, _NAMES, 1, 0.5)
            raise OptionError(f"unknown setting {SECTION}.{key}" + (f"; did you mean {close[0]!r}?" if close else ""))
        changes[_NAMES[key]] = _value(key, value)
    return replace(base, **changes)


def _value(key: str, value: Any) -> Any:
    name = _NAMES[key]
    if isinstance(value, dict) and set(value) <= {"enabled", "enable"}:
        value = next(iter(value.values()), True)
    default = getattr(Options(), name)
    if name in ("files", "select", "ignore"):
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise OptionError(f"{SECTION}.{key} is a list of texts")
        return tuple(value) or default
    if isinstance(default, bool) or name == "preview":
        if not isinstance(value, bool):
            raise OptionError(f"{SECTION}.{key} is true or false")
        return value
    if not isinstance(value, str):
        raise OptionError(f"{SECTION}.{key} is a text")
    if value in ("", "auto", "default"):
        return None
    if name in _CHOICES and value not in _CHOICES[name]:
        raise OptionError(f"{SECTION}.{key} is {value!r}; use one of {', '.join(_CHOICES[name])}")
    return value


@dataclass(slots=True)
class Linters:
    """Linters by their settings: made once, kept until a configuration changes."""

    options: Options = field(default_factory=Options)
    _made: dict[str, Linter] = field(default_factory=dict)

    def for_file(self, path: str) -> Linter:
        """The linter for a file.

        Raises:
            ValueError: a configuration that cannot be used; the message says which and why.
        """
        settings = self.settings_for(path)
        key = repr(settings)
        if key not in self._made:
            self._made[key] = Linter(settings, Memory())
        return self._made[key]

    def settings_for(self, path: str) -> Settings:
        """The project's settings for a file, with the client's over them.

        Raises:
            ConfigError: the configuration cannot be used.
        """
        options = self.options
        given = {
            "lang": options.lang,
            "profile": options.profile,
            "select": options.select,
            "ignore": options.ignore,
            "preview": options.preview,
        }
        return configuration_for(path, given={name: one for name, one in given.items() if one is not None}).settings

    def reset(self) -> None:
        """Forget everything that was read from configuration files."""
        forget()
        self._made.clear()
