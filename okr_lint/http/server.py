"""`okr-lint serve`: the application on a socket until a signal ends it."""

from __future__ import annotations

import argparse
import gc
import ipaddress
import math
import signal
import socket
import sys

import uvicorn
from fastapi import FastAPI

from okr_lint.http import routes_rules
from okr_lint.http.app import create_app
from okr_lint.http.arguments import config_from
from okr_lint.http.config import Limits, ServerConfig
from okr_lint.http.logs import configure, log
from okr_lint.http.protocol import protocol
from okr_lint.lean_dataclasses import fields


def serve(args: argparse.Namespace) -> int:
    """Serve until SIGINT or SIGTERM; then answer what was accepted, and end.

    Returns:
        0, or 2 where the arguments cannot be used.
    """
    config = config_from(args)
    if fault := refusal(config):
        print(f"okr-lint serve: {fault}", file=sys.stderr)
        return 2
    try:
        listener = _listen(config)
    except OSError as error:
        print(f"okr-lint serve: cannot listen on {config.host}:{config.port}: {error.strerror}", file=sys.stderr)
        return 2
    configure()
    app = _warm(create_app(config))
    log("listening", host=config.host, port=listener.getsockname()[1])
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            http=protocol(config.limits.body_seconds),
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=True,
            proxy_headers=False,
            timeout_keep_alive=30,
            timeout_graceful_shutdown=int(config.grace),
            h11_max_incomplete_event_size=64 * 1024,
        )
    )
    # uvicorn raises the signal again once it is done; that ends a process that has no handler of its own
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
    server.run(sockets=[listener])
    return 0 if server.started else 2


def _warm(app: FastAPI) -> FastAPI:
    """Do before the first request what would hold the event loop up for long."""
    app.openapi()
    routes_rules.warm()
    # what is loaded stays: a whole collection would look through all of it (some 30 ms), again and again
    gc.collect()
    gc.freeze()
    return app


def refusal(config: ServerConfig) -> str | None:
    """Why a configuration is not served, or None."""
    if config.key_file is not None and not config.key_file.is_file():
        return f"the key file {config.key_file} does not exist"
    if not is_loopback(config.host) and config.key_file is None and not config.allow_anonymous:
        return (
            f"{config.host} can be reached from other machines: give --keys FILE "
            "(python -m okr_lint.http.keys NAME makes one), or --allow-anonymous"
        )
    if config.workers < 1:
        return "--workers is at least 1"
    if not 0 <= config.port <= 65_535:
        return "--port is at most 65535"
    if not 0 <= config.grace < math.inf:
        return "--grace is a number of seconds"
    for limit in fields(Limits):
        value = getattr(config.limits, limit.name)
        if not (0 < value < math.inf or value == 0 == getattr(Limits(), limit.name)):
            return f"--limit-{limit.name.replace('_', '-')} is a number above 0"
    return None


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _listen(config: ServerConfig) -> socket.socket:
    family = socket.AF_INET6 if ":" in config.host else socket.AF_INET
    listener = socket.create_server((config.host, config.port), family=family, backlog=1024)
    listener.set_inheritable(False)
    return listener
