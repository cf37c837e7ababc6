"""Worker processes: each takes one job at a time, is ended when that takes too long, and replaced."""

from __future__ import annotations

import asyncio
import multiprocessing
import socket
import time
from collections.abc import Callable
from multiprocessing.process import BaseProcess

from okr_lint.http.frames import Header, pack, receive
from okr_lint.http.problems import Problem
from okr_lint.http.worker import main
from okr_lint.lean_dataclasses import dataclass

_READER_LIMIT = 1 << 20
_START_SECONDS = 60.0


@dataclass(slots=True, eq=False)
class _Worker:
    process: BaseProcess
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    def end(self) -> None:
        """Close the connection and kill the process, whatever it is doing."""
        self.writer.close()
        self.process.kill()


class WorkerPool:
    """Runs jobs in ``count`` processes.

    Args:
        count: number of processes.
        seconds: the time that a job may wait and then run, each.
        target: what a worker process runs, with its end of the connection.
        preload: module that the process which workers are forked from imports.
        lost: called with a reason whenever a worker has to be replaced.
    """

    def __init__(
        self,
        count: int,
        seconds: float,
        target: Callable[[socket.socket], None] = main,
        preload: str = "okr_lint.http.preload",
        lost: Callable[[str], None] = lambda reason: None,
    ) -> None:
        self.count, self.seconds, self.target, self.lost = count, seconds, target, lost
        self.alive = 0
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload([preload])
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self._workers: set[_Worker] = set()
        self._starting: set[asyncio.Task[None]] = set()
        self._closed = False

    async def start(self) -> None:
        """Start all workers and wait until each is ready.

        Raises:
            RuntimeError: a worker does not come up.
        """
        try:
            await asyncio.gather(*(self._add() for _ in range(self.count)))
        except (TimeoutError, OSError, asyncio.IncompleteReadError) as error:
            raise RuntimeError(f"a worker process does not start ({type(error).__name__})") from error

    async def run(self, header: Header, body: bytes) -> tuple[Header, bytes]:
        """One job's answer.

        Raises:
            Problem: "overloaded" (not started in time), "timeout" (not done in time), "worker-lost".
        """
        deadline = time.monotonic() + self.seconds
        try:
            async with asyncio.timeout(self.seconds):
                worker = await self._free()
        except TimeoutError:
            raise Problem("overloaded", "the request waited too long for its turn", retry_after=1) from None
        try:
            async with asyncio.timeout(max(self.seconds / 2, deadline - time.monotonic())):
                worker.writer.write(pack(header, body))
                await worker.writer.drain()
                answer = await receive(worker.reader)
        except TimeoutError:
            self._replace(worker, "timeout")
            raise Problem("timeout", f"the work was stopped after {self.seconds:g} s") from None
        except (OSError, asyncio.IncompleteReadError):
            self._replace(worker, "lost")
            raise Problem("worker-lost", "nothing was answered; the request can be sent again", retry_after=1) from None
        except BaseException:  # the caller is gone: the half-done answer must not reach the next one
            self._replace(worker, "abandoned")
            raise
        self._idle.put_nowait(worker)
        return answer

    async def _free(self) -> _Worker:
        """The next idle worker that still lives."""
        while (worker := await self._idle.get()).reader.at_eof() or not worker.process.is_alive():
            self._replace(worker, "lost")
        return worker

    async def close(self) -> None:
        """End all workers."""
        self._closed = True
        for task in self._starting:
            task.cancel()
        workers, self._workers, self.alive = list(self._workers), set(), 0
        for worker in workers:
            worker.end()
        for worker in workers:
            await asyncio.to_thread(worker.process.join, 5)

    async def _add(self) -> None:
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        process = self._context.Process(target=self.target, args=(theirs,), daemon=True, name="okr-lint worker")
        try:
            await asyncio.to_thread(process.start)
        finally:
            theirs.close()
        reader, writer = await asyncio.open_connection(sock=ours, limit=_READER_LIMIT)
        worker = _Worker(process, reader, writer)
        try:
            async with asyncio.timeout(_START_SECONDS):
                await receive(reader)
        except BaseException:
            worker.end()
            raise
        self._workers.add(worker)
        self.alive += 1
        self._idle.put_nowait(worker)

    def _replace(self, worker: _Worker, reason: str) -> None:
        worker.end()
        if self._closed:
            return
        self._workers.discard(worker)
        self.alive -= 1
        self.lost(reason)
        task = asyncio.create_task(self._again())
        self._starting.add(task)
        task.add_done_callback(self._starting.discard)

    async def _again(self) -> None:
        """Start a worker, and try for as long as it fails."""
        pause = 0.1
        while not self._closed:
            try:
                return await self._add()
            except (TimeoutError, OSError, asyncio.IncompleteReadError):
                self.lost("start")
                await asyncio.sleep(pause)
                pause = min(pause * 2, 10.0)
