"""``okr-lint serve``: the HTTP front end (``okr_lint.http``)."""

from __future__ import annotations

import argparse


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    from okr_lint.http.arguments import add_arguments

    add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Serve until a signal ends it."""
    from okr_lint.http.server import serve

    return serve(args)
