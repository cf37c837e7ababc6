"""``okr-lint evaluate``: how often labels, findings and scores are right on labelled OKRs."""

from __future__ import annotations

import argparse
from pathlib import Path

from okr_lint.cli.usage import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("gold", nargs="?", type=Path, help="labelled OKRs, one JSON object a line")
    parser.add_argument(
        "--cross-validate",
        type=Path,
        metavar="CORPUS",
        help="held-out figures of the classifier, whole authors and domains left out (extra: train)",
    )


def run(args: argparse.Namespace) -> int:
    """Print the tables."""
    if args.gold is None and args.cross_validate is None:
        raise UsageError("name a file of labelled OKRs, or --cross-validate CORPUS")
    if args.gold is not None:
        _on_gold(args.gold)
    if args.cross_validate is not None:
        _cross_validate(args.cross_validate)
    return 0


def _on_gold(path: Path) -> None:
    from okr_lint.evaluation.gold import GoldError, compare, read_gold
    from okr_lint.evaluation.tables import table
    from okr_lint.linter import Linter

    try:
        rows = list(compare(read_gold(path), Linter()))
    except (OSError, GoldError) as error:
        raise UsageError(str(error)) from error
    print(*table(rows), sep="\n")


def _cross_validate(corpus: Path) -> None:
    if not corpus.is_dir():
        raise UsageError(f"there is no folder {corpus}")
    try:
        import sklearn  # noqa: F401  (the extra's only sign)
    except ImportError as error:
        raise UsageError("cross-validation needs the extra: pip install 'okr-lint[train]'") from error
    import tempfile

    from okr_lint.classifier.training.train import train

    with tempfile.TemporaryDirectory() as folder:
        train(corpus, Path(folder))
