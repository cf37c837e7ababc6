"""Requests a second for each caller: token buckets."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable

_CALLERS = 10_000


class RateLimit:
    """Lets each caller make ``rate`` requests a second, ``rate * burst`` at once.

    Only the ``_CALLERS`` seen last are remembered: memory stays bounded whoever calls.
    """

    def __init__(self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.rate, self.size, self._clock = rate, max(1.0, rate * burst), clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, caller: str) -> int:
        """0 where the caller may go on, else the seconds after which to try again."""
        if self.rate <= 0:
            return 0
        now = self._clock()
        tokens, then = self._buckets.pop(caller, (self.size, now))
        tokens = min(self.size, tokens + (now - then) * self.rate)
        allowed = tokens >= 1
        self._buckets[caller] = (tokens - allowed, now)
        if len(self._buckets) > _CALLERS:
            self._buckets.popitem(last=False)
        return 0 if allowed else max(1, math.ceil((1 - tokens) / self.rate))
