"""What a server is told when it starts: where it listens, who may call it, how much it takes on."""

from __future__ import annotations

import os
from pathlib import Path

from okr_lint.lean_dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request, and all together, may take.

    Attributes:
        body: largest body in bytes (413).
        statements: most objectives and key results in one document (422).
        depth: deepest nesting of a JSON body (422).
        seconds: time for one document: 504 where the work took longer, 503 where it did not start.
        body_seconds: time for a body to arrive (408).
        concurrent: requests that are worked on or wait, beyond which a new one is sent away (503).
        rate: requests a second for one key, or for one address where no keys are used (429); 0: no limit.
        burst: how many seconds of ``rate`` may come at once.
        line: largest line of a batch in bytes (a problem in the line's place).
    """

    body: int = 8 * 1024 * 1024
    statements: int = 5_000
    depth: int = 64
    seconds: float = 20.0
    body_seconds: float = 30.0
    concurrent: int = 256
    rate: float = 0.0
    burst: float = 10.0
    line: int = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ServerConfig:
    """A server's settings.

    Attributes:
        host, port: where it listens; loopback unless told otherwise.
        key_file: file with one ``name:sha256`` a line (``okr_lint.http.keys``); None: no keys.
        allow_anonymous: answer without a key although other machines can reach the server.
        workers: processes that check.
        grace: seconds that accepted requests have after SIGTERM.
    """

    host: str = "127.0.0.1"
    port: int = 8765
    key_file: Path | None = None
    allow_anonymous: bool = False
    workers: int = field(default_factory=lambda: max(1, min(len(os.sched_getaffinity(0)), 8)))
    grace: float = 30.0
    limits: Limits = field(default_factory=Limits)
