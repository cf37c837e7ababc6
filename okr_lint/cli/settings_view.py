"""``okr-lint check --show-settings``: every setting with its value and its origin."""

from __future__ import annotations

import argparse
import json
from typing import Any

from okr_lint.cli.checking import Checker, representative
from okr_lint.cli.inputs import STDIN
from okr_lint.config.keys import KEYS


def show_settings(args: argparse.Namespace, checker: Checker) -> int:
    """Print the settings for each file named (or for the current folder)."""
    for number, path in enumerate(args.files or ["."]):
        name = args.stdin_filename or "stdin" if path == STDIN else path
        configuration = checker.configuration(representative([path], args.stdin_filename))
        print(f"{chr(10) if number else ''}# settings for {name}")
        print(f"# configuration file: {configuration.file or 'none'}")
        for key in KEYS:
            if key.kind == "overrides" or key.name == "extend":
                continue
            value = configuration[key.name]
            shown = f"{key.name} = {_toml(value)}" if value is not None else f"# {key.name} is not set"
            print(f"{shown}  # {configuration.origins[key.name]}")
    return 0


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {_toml(one)}" for name, one in value.items()) + " }" if value else "{}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_toml(one) for one in value) + "]"
    return json.dumps(value, ensure_ascii=False)
