"""What all routes share: configuration, workers, and how many requests are being worked on."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from okr_lint.http import lateness
from okr_lint.http.config import ServerConfig
from okr_lint.http.frames import Header
from okr_lint.http.keys import KeyFile
from okr_lint.http.logs import lines_lost, log
from okr_lint.http.metrics import Metrics
from okr_lint.http.pool import WorkerPool
from okr_lint.http.problems import Problem
from okr_lint.http.rate import RateLimit
from okr_lint.http.turns import Turns


class Service:
    """One server's parts.

    Args:
        config: its settings.
        pool: makes the worker pool, for another one than the default (benchmarks, tests).
    """

    def __init__(self, config: ServerConfig, pool: Callable[..., WorkerPool] = WorkerPool) -> None:
        self.config = config
        self.limits = config.limits
        self.metrics = Metrics()
        self.pool = pool(config.workers, config.limits.seconds, lost=self._lost)
        self.metrics.workers.set_function(lambda: self.pool.alive)
        self.metrics.log_lost.set_function(lines_lost)
        self.keys = KeyFile(config.key_file, self._key_warning) if config.key_file else None
        self.rate = RateLimit(config.limits.rate, config.limits.burst)
        self.turns = Turns()
        self.ready = False
        self._accepted = 0

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Workers from the first request to the last."""
        await self.pool.start()
        watch = asyncio.create_task(lateness.watch(self.metrics.loop_was_late))
        self.ready = True
        log("started", workers=self.config.workers)
        try:
            yield
        finally:
            self.ready = False
            watch.cancel()
            await self.pool.close()
            log("stopped")

    @asynccontextmanager
    async def accepted(self) -> AsyncIterator[None]:
        """A place among the requests that are worked on.

        Raises:
            Problem: "overloaded", before anything of the body was read.
        """
        if self._accepted >= self.limits.concurrent:
            raise Problem("overloaded", f"{self._accepted} requests are being worked on", retry_after=1)
        self._accepted += 1
        self.metrics.in_progress.inc()
        try:
            yield
        finally:
            self._accepted -= 1
            self.metrics.in_progress.dec()

    async def work(self, job: str, media_type: str, query: dict[str, str], body: bytes) -> tuple[Header, bytes]:
        """A worker's answer.

        Raises:
            Problem: the worker's own, or that of a job that got no answer.
        """
        header = {
            "job": job,
            "media_type": media_type,
            "query": query,
            "statements": self.limits.statements,
            "depth": self.limits.depth,
        }
        answer, content = await self.pool.run(header, body)
        if problem := answer.get("problem"):
            if trace := answer.get("trace"):
                log("fault", logging.ERROR, job=job, trace=trace)
            raise Problem(problem["kind"], problem["detail"], problem["field"])
        self.metrics.statements.inc(answer["statements"])
        self.metrics.findings.inc(answer["findings"])
        return answer, content

    def _lost(self, reason: str) -> None:
        self.metrics.replaced.labels(reason).inc()
        log("worker-replaced", logging.WARNING, reason=reason)

    def _key_warning(self, reason: str) -> None:
        log("key-file", logging.ERROR, reason=reason)
