"""Requests begin one after another, so that what is urgent gets between them."""

from __future__ import annotations

import asyncio
from collections import deque


class Turns:
    """Lets one waiter go on in each round of the event loop, first come, first served.

    When many connections send at once, the loop would else begin all of their requests before it looks
    at the network again, and a health check would wait for all of them.
    """

    def __init__(self) -> None:
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def wait(self) -> None:
        """Go on in a round of one's own."""
        loop = asyncio.get_running_loop()
        turn = loop.create_future()
        self._waiting.append(turn)
        if len(self._waiting) == 1:
            loop.call_soon(self._next, loop)
        await turn

    def _next(self, loop: asyncio.AbstractEventLoop) -> None:
        while self._waiting and self._waiting[0].done():  # who was waiting has left
            self._waiting.popleft()
        if not self._waiting:
            return
        self._waiting[0].set_result(None)
        loop.call_soon(self._next, loop)
