"""``okr-lint mcp``: the server for assistants over standard input and output (``okr_lint.mcp``)."""

from __future__ import annotations

import argparse
from importlib.util import find_spec

from okr_lint.cli.usage import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """The command takes no arguments."""


def run(args: argparse.Namespace) -> int:
    """Serve one client."""
    if find_spec("mcp") is None:
        raise UsageError('the extra is missing: pip install "okr-lint[mcp]"')
    from okr_lint.mcp.server import main

    return main()
