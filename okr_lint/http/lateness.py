"""How late the event loop is, and how much of that is this process' own doing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

_TURN = 0.01


async def watch(tell: Callable[[float, float], None], turn: float = _TURN) -> None:
    """Tell, every ``turn`` seconds until cancelled, by how many seconds a timer came late.

    Args:
        tell: called with ``late``, and with ``held``: the most of it that this process can have caused, which is
            the processor time that it used meanwhile. The rest other programs have caused.
    """
    while True:
        began, used = time.perf_counter(), time.process_time()
        await asyncio.sleep(turn)
        late = max(0.0, time.perf_counter() - began - turn)
        tell(late, min(late, time.process_time() - used))
