"""Options that several commands share."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any, TextIO

from okr_lint.settings import PROFILES


def add_files(parser: argparse.ArgumentParser) -> None:
    """The files, and how they are read."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="files, folders, patterns; - is standard input")
    parser.add_argument("--input-format", metavar="FORMAT", help="read every file as this format, whatever its name")
    parser.add_argument("--stdin-filename", metavar="NAME", help="the name that standard input stands for")


def add_settings(parser: argparse.ArgumentParser) -> None:
    """What is checked: each option is a key of the configuration."""
    group = parser.add_argument_group("settings (over the configuration file)")
    group.add_argument("--select", type=_names, metavar="CODES", help="only these codes, prefixes or rule names")
    group.add_argument("--ignore", type=_names, metavar="CODES", help="never these")
    group.add_argument("--profile", metavar="NAME", help=", ".join(PROFILES))
    group.add_argument("--lang", choices=("zh", "en"), help="language of messages (default: each statement's own)")
    group.add_argument("--preview", action="store_const", const=True, help="also run rules in preview")
    group.add_argument("--no-score", dest="score", action="store_const", const=False, help="show no scores")
    group.add_argument("--config", metavar="FILE", type=Path, help="use this configuration file")
    group.add_argument("--isolated", action="store_true", help="use no configuration file")


def given(args: argparse.Namespace) -> dict[str, Any]:
    """The configuration keys that were given by hand."""
    names = ("select", "ignore", "profile", "lang", "preview", "score", "fail_on", "baseline")
    return {name: value for name in names if (value := getattr(args, name, None)) is not None}


def add_output(
    parser: argparse.ArgumentParser,
    formats: tuple[str, ...],
    default: str | None = "text",
    said: str = "default: text",
) -> None:
    """Where the result goes and how it looks."""
    group = parser.add_argument_group("output")
    group.add_argument("--output-format", default=default, choices=formats, help=said)
    group.add_argument("--output", metavar="FILE", type=Path, help="write to this file")
    group.add_argument("--color", default="auto", choices=("auto", "always", "never"), help="colours (default: auto)")
    group.add_argument("--verbose", action="store_true", help="everything that is known of each finding")


def colours(choice: str, out: TextIO) -> bool:
    """Whether to use colours: on a terminal, unless NO_COLOR or a dumb one says otherwise."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or out.isatty()


def columns(out: TextIO) -> int:
    """Columns to fill: the terminal's, within what one likes to read."""
    if not out.isatty():
        return 100
    import shutil

    return min(shutil.get_terminal_size((100, 24)).columns, 120)


def steady_output() -> None:
    """Write UTF-8 whatever the locale; what cannot be encoded (half a surrogate pair) is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _names(text: str) -> tuple[str, ...]:
    return tuple(one for one in text.replace(",", " ").split() if one)
