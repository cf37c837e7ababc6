"""A server as its users start it: a process of its own, on a free port."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

START_SECONDS = 120

PROGRAM = """
import argparse, sys
from okr_lint.http.arguments import add_arguments
from okr_lint.http.server import serve
parser = argparse.ArgumentParser()
add_arguments(parser)
sys.exit(serve(parser.parse_args()))
"""


@dataclass
class Server:
    process: subprocess.Popen[str]
    url: str = ""
    log: list[dict[str, Any]] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)


@contextmanager
def serving(*arguments: str, program: str = PROGRAM) -> Iterator[Server]:
    """Start, wait until it is ready, and end with SIGTERM."""
    command = [sys.executable, "-c", program, "--port", "0", "--workers", "1", *arguments]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    server = Server(process)
    events: queue.Queue[dict[str, Any] | None] = queue.Queue()
    reader = threading.Thread(target=_read, args=(server, events), daemon=True)
    reader.start()
    try:
        while (event := events.get(timeout=START_SECONDS)) is not None and event.get("event") != "started":
            if event.get("event") == "listening":
                server.url = f"http://127.0.0.1:{event['port']}"
        assert event is not None, server.raw
        yield server
    finally:
        process.terminate()
        process.wait(60)
        reader.join(10)
        assert process.stderr
        process.stderr.close()


def _read(server: Server, events: queue.Queue[dict[str, Any] | None]) -> None:
    assert server.process.stderr
    for line in server.process.stderr:
        server.raw.append(line)
        server.log.append(json.loads(line) if line.startswith("{") else {"event": "not JSON", "line": line})
        events.put(server.log[-1])
    events.put(None)
