"""Structured logs: one JSON object a line, never a word of a document."""

from __future__ import annotations

import json
import logging
import os
import queue
import sys
import threading
import time
from contextlib import suppress
from typing import Any

_WAITING = 20_000
_CLOSE_SECONDS = 2.0
_logger = logging.getLogger("okr_lint.http")
_writer: Writer | None = None


class JsonFormatter(logging.Formatter):
    """One JSON object a record: time, level, event and the fields given with it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record; of an exception only its type, for its message may quote a request."""
        made: dict[str, Any] = {
            "time": time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created)) + f".{int(record.msecs):03d}Z",
            "level": record.levelname.lower(),
        }
        fields = getattr(record, "fields", None)
        made |= fields if fields is not None else {"event": "server", "logger": record.name}
        if fields is None:
            made["message"] = record.msg if record.exc_info else record.getMessage()
        if record.exc_info and record.exc_info[0] is not None:
            made["exception"] = record.exc_info[0].__name__
        return json.dumps(made, ensure_ascii=False, default=str)


class Writer(logging.Handler):
    """Hands lines to a thread that writes them: whoever reads the log slowly, or not at all, delays no answer.

    At most ``most`` lines wait; further ones are dropped, counted, and told once there is room again.
    """

    def __init__(self, descriptor: int, most: int = _WAITING) -> None:
        super().__init__()
        self.lost = 0
        self._descriptor = descriptor
        self._lines: queue.Queue[str | None] = queue.Queue(most)
        self._thread = threading.Thread(target=self._write, name="okr-lint log", daemon=True)
        self._thread.start()

    def emit(self, record: logging.LogRecord) -> None:
        """Queue a record's line."""
        try:
            self._lines.put_nowait(self.format(record) + "\n")
        except queue.Full:
            self.lost += 1

    def close(self) -> None:
        """Write what waits, for as long as somebody reads it."""
        with suppress(queue.Full):
            self._lines.put(None, timeout=_CLOSE_SECONDS)
            self._thread.join(_CLOSE_SECONDS)
        super().close()

    def _write(self) -> None:
        told = 0
        while (line := self._lines.get()) is not None:
            if self.lost > told:
                told = self.lost
                line = self.format(_record("log-lines-lost", logging.ERROR, count=told)) + "\n" + line
            content = line.encode(errors="backslashreplace")
            with suppress(OSError):  # the reader is gone: nobody misses a line
                while content:
                    content = content[os.write(self._descriptor, content) :]


def configure() -> None:
    """Send our records and uvicorn's to standard error as JSON."""
    global _writer
    _writer = Writer(sys.stderr.fileno())
    _writer.setFormatter(JsonFormatter())
    for name in ("okr_lint.http", "uvicorn", "uvicorn.error"):
        logger = logging.getLogger(name)
        logger.handlers = [_writer]
        logger.propagate = False
        logger.setLevel(logging.INFO)
    logging.getLogger("uvicorn.access").disabled = True


def lines_lost() -> int:
    """How many lines were dropped since the start, because nobody took them."""
    return _writer.lost if _writer else 0


def log(event: str, level: int = logging.INFO, **fields: Any) -> None:
    """Write one event."""
    if _logger.isEnabledFor(level):
        _logger.handle(_record(event, level, **fields))


def _record(event: str, level: int, **fields: Any) -> logging.LogRecord:
    return logging.makeLogRecord(
        {"name": _logger.name, "levelno": level, "levelname": logging.getLevelName(level), "msg": event}
        | {"fields": {"event": event, **fields}}
    )
