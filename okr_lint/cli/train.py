"""``okr-lint train``: corpus in, models out (``okr_lint.classifier.training``)."""

from __future__ import annotations

import argparse
from pathlib import Path

from okr_lint.cli.usage import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("corpus", type=Path, help="folder with the labelled statements")
    parser.add_argument("models", type=Path, help="folder for the models")


def run(args: argparse.Namespace) -> int:
    """Train, and print the held-out figures."""
    for folder in (args.corpus, args.models):
        if not folder.is_dir():
            raise UsageError(f"there is no folder {folder}")
    try:
        import sklearn  # noqa: F401  (the extra's only sign)
    except ImportError as error:
        raise UsageError("training needs the extra: pip install 'okr-lint[train]'") from error
    from okr_lint.scoring.train import train_all

    train_all(args.corpus, args.models)
    return 0
