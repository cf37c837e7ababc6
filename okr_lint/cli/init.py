"""``okr-lint init``: a commented configuration, and on request a pre-commit entry."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from okr_lint.cli.options import steady_output
from okr_lint.cli.usage import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("folder", nargs="?", default=".", type=Path, help="default: the current folder")
    parser.add_argument("--pre-commit", action="store_true", help="also write or show an entry for pre-commit")
    parser.add_argument("--schema", action="store_true", help="print the JSON Schema of the configuration instead")


def run(args: argparse.Namespace) -> int:
    """Write the files; existing ones are left alone."""
    from okr_lint.config.layer import NAME
    from okr_lint.config.schema import schema
    from okr_lint.config.starter import pre_commit_entry, starter

    steady_output()
    if args.schema:
        print(json.dumps(schema(), indent=2, ensure_ascii=False))
        return 0
    if not args.folder.is_dir():
        raise UsageError(f"there is no folder {args.folder}")
    _write(args.folder / NAME, starter(), must=not args.pre_commit)
    if args.pre_commit:
        path = args.folder / ".pre-commit-config.yaml"
        if path.exists():
            print(f"{path} exists; add this to its repos:\n\n{pre_commit_entry()}", end="")
        else:
            _write(path, pre_commit_entry(), must=True)
    return 0


def _write(path: Path, text: str, *, must: bool) -> None:
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        if must:
            raise UsageError(f"{path} exists and is left as it is") from error
        print(f"{path} exists and is left as it is")
        return
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from error
    print(f"wrote {path}")
