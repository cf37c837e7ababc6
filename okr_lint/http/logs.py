"""Structured logs: one JSON object a line, never a word of a document."""

from __future__ import annotations

import json
import logging
import sys
import time
from typing import Any

_logger = logging.getLogger("okr_lint.http")


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


def configure() -> None:
    """Send our records and uvicorn's to stderr as JSON."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter())
    for name in ("okr_lint.http", "uvicorn", "uvicorn.error"):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.propagate = False
        logger.setLevel(logging.INFO)
    logging.getLogger("uvicorn.access").disabled = True


def log(event: str, level: int = logging.INFO, **fields: Any) -> None:
    """Write one event."""
    _logger.log(level, event, extra={"fields": {"event": event, **fields}})
