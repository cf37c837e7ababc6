"""Arguments of `okr-lint serve`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from okr_lint.http.config import Limits, ServerConfig
from okr_lint.lean_dataclasses import fields

_LIMITS = {
    "body": "largest body in bytes",
    "statements": "most statements in one document",
    "depth": "deepest nesting of a JSON body",
    "seconds": "time for one document",
    "body_seconds": "time for a body to arrive",
    "concurrent": "requests worked on at once; more are sent away",
    "rate": "requests a second for one key or address; 0: no limit",
    "burst": "seconds of the rate that may come at once",
    "line": "largest line of a batch in bytes",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add them to a parser."""
    defaults = ServerConfig()
    parser.add_argument("--host", default=defaults.host, help="where to listen (%(default)s)")
    parser.add_argument("--port", type=int, default=defaults.port, help="(%(default)s; 0: any free one)")
    parser.add_argument("--keys", type=Path, metavar="FILE", help="bearer keys, one name:sha256 a line")
    parser.add_argument("--allow-anonymous", action="store_true", help="no keys although others can reach the server")
    parser.add_argument("--workers", type=int, default=defaults.workers, help="processes that check (%(default)s)")
    parser.add_argument(
        "--grace", type=float, default=defaults.grace, help="seconds to finish at the end (%(default)s)"
    )
    for field in fields(Limits):
        default = getattr(defaults.limits, field.name)
        flag = f"--limit-{field.name.replace('_', '-')}"
        parser.add_argument(flag, type=type(default), default=default, help=f"{_LIMITS[field.name]} (%(default)s)")


def config_from(args: argparse.Namespace) -> ServerConfig:
    """The configuration that the arguments give; what they leave out has its default."""
    defaults = ServerConfig()

    def given(name: str, default: Any) -> Any:
        value = getattr(args, name, None)
        return default if value is None else value

    limits = {
        field.name: given(f"limit_{field.name}", getattr(defaults.limits, field.name)) for field in fields(Limits)
    }
    return ServerConfig(
        host=given("host", defaults.host),
        port=given("port", defaults.port),
        key_file=getattr(args, "keys", None),
        allow_anonymous=bool(getattr(args, "allow_anonymous", False)),
        workers=given("workers", defaults.workers),
        grace=given("grace", defaults.grace),
        limits=Limits(**limits),
    )
