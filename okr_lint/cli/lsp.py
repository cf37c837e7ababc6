"""``okr-lint lsp``: the language server over standard input and output (``okr_lint.lsp``)."""

from __future__ import annotations

import argparse


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's arguments, which ``okr_lint.lsp.server`` reads as well."""
    parser.add_argument("--stdio", action="store_true", help="accepted for clients that pass it; the only transport")
    parser.add_argument("--log-level", default="WARNING", choices=["DEBUG", "INFO", "WARNING", "ERROR"])


def run(args: argparse.Namespace) -> int:
    """Serve one client."""
    from okr_lint.lsp.server import main

    return main(["--log-level", args.log_level])
