"""HTTP/1.1 as uvicorn speaks it, with a time for the head of a request."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

from okr_lint.http.problems import MEDIA_TYPE, Problem


def protocol(seconds: float) -> type[H11Protocol]:
    """The protocol whose clients have ``seconds`` to send a request's head, so that silent ones hold no socket."""

    class Protocol(H11Protocol):
        """uvicorn waits for a head without end: its own timer runs only between two requests."""

        _timer: asyncio.TimerHandle | None = None

        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            self._watch()

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            self._watch()

        def connection_lost(self, exc: Exception | None) -> None:
            self._stop()
            super().connection_lost(exc)

        def _watch(self) -> None:
            """Run the timer while a head is awaited; the first bytes of one do not start it again."""
            if self.cycle is not None and not self.cycle.response_complete:
                self._stop()
            elif self._timer is None:
                self._timer = self.loop.call_later(seconds, self._too_late)

        def _stop(self) -> None:
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None

        def _too_late(self) -> None:
            self._timer = None
            if self.transport.is_closing() or (self.cycle is not None and not self.cycle.response_complete):
                return
            if self.conn.trailing_data[0]:  # a part of a head: somebody waits for an answer
                self.transport.write(_late(seconds))
            self.transport.close()

    return Protocol


def _late(seconds: float) -> bytes:
    body = Problem("slow-body", f"the head of the request was not complete after {seconds:g} s").body()
    head = f"HTTP/1.1 408 Request Timeout\r\ncontent-type: {MEDIA_TYPE}\r\ncontent-length: {len(body)}\r\n"
    return f"{head}connection: close\r\n\r\n".encode() + body
