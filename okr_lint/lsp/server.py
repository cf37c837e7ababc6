"""``okr-lint lsp``: the language server over standard input and output."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from io import FileIO

from okr_lint.lsp import (
    code_actions,
    commands,
    completion,
    definition,
    folding,
    hover,
    inlay_hints,
    lens,
    publishing,
    starting,
    symbols,
    synchronising,
    watching,
)
from okr_lint.lsp.session import OkrLanguageServer
from okr_lint.lsp.transport import serve

_FEATURES = (
    starting, synchronising, watching, publishing, hover, code_actions, inlay_hints, symbols, folding, lens,
    completion, definition, commands,
)  # fmt: skip


def create_server() -> OkrLanguageServer:
    """A server with all features, not running yet."""
    server = OkrLanguageServer()
    for feature in _FEATURES:
        feature.register(server)
    return server


def main(argv: Sequence[str] | None = None) -> int:
    """Serve one client over standard input and output; the exit code of the protocol's ``exit``."""
    parser = argparse.ArgumentParser(prog="okr-lint lsp", description="Language server over standard input and output.")
    parser.add_argument("--stdio", action="store_true", help="accepted for clients that pass it; the only transport")
    parser.add_argument("--log-level", default="WARNING", choices=["DEBUG", "INFO", "WARNING", "ERROR"])
    args = parser.parse_args(argv)
    logging.basicConfig(level=args.log_level, stream=sys.stderr, format="%(asctime)s %(name)s %(message)s")
    for name in ("pygls", "asyncio"):  # pygls logs every message at INFO
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(args.log_level)))
    stdin, stdout = FileIO(sys.stdin.fileno(), closefd=False), sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever prints must not end up between the messages
    return serve(create_server(), stdin, stdout)


if __name__ == "__main__":
    sys.exit(main())
