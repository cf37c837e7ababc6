"""Work off the protocol thread: debounced, the newest version of a text only, one crash at a time.

One thread works. A text that changes again before its turn is worked on once, in its newest
version; a result that was overtaken is dropped. Requests wait for the result of the version that
was current when they came, or of a newer one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from functools import partial
from typing import Generic, TypeVar

from okr_lint.lean_dataclasses import dataclass, field

T = TypeVar("T")


class Superseded(Exception):
    """The text has changed since; the work is of no use any more."""


@dataclass(slots=True)
class Job:
    """A version of a text that is to be checked."""

    uri: str
    text: str
    version: int | None
    language_id: str | None
    number: int = 0
    is_current: Callable[[], bool] = field(default=lambda: True)

    def give_way(self) -> None:
        """Stop here where the text has changed.

        Raises:
            Superseded: it has.
        """
        if not self.is_current():
            raise Superseded


@dataclass(slots=True)
class _State(Generic[T]):
    job: Job
    waiter: asyncio.Future[T | None]
    result: T | None = None


class Workbench(Generic[T]):
    """Runs ``work`` on the newest version of each text.

    Args:
        work: done in the working thread.
        deliver: called on the loop with every result that is still current.
        crashed: called on the loop with the exception of work that failed.
        debounce: seconds to wait for further changes; a burst (many cursors, a paste in parts) arrives within one.
    """

    def __init__(
        self,
        work: Callable[[Job], T],
        deliver: Callable[[T], Awaitable[None]],
        crashed: Callable[[Job, Exception], None],
        debounce: float = 0.001,
    ) -> None:
        self._work, self._deliver, self._crashed, self.debounce = work, deliver, crashed, debounce
        self._states: dict[str, _State[T]] = {}
        self._queue: dict[str, None] = {}
        self._numbers = 0
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="okr-lint-work")
        self._wake = asyncio.Event()
        self._open = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    @property
    def pool(self) -> Executor:
        """The working thread, for other work that must not run beside it."""
        return self._pool

    @property
    def idle(self) -> bool:
        """Whether nothing waits to be checked."""
        return not self._queue

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin to take jobs (once ``release`` was called)."""
        self._task = loop.create_task(self._run())

    def stop(self) -> None:
        """Take no more jobs; what runs is left to end."""
        if self._task:
            self._task.cancel()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def release(self) -> None:
        """Let work begin: the configuration is known."""
        self._open.set()

    def submit(self, job: Job) -> None:
        """Check a text, in the place of any older version of it."""
        self._numbers += 1
        job.number = self._numbers
        old = self._states.get(job.uri)
        waiter = old.waiter if old and not old.waiter.done() else asyncio.get_running_loop().create_future()
        self._states[job.uri] = _State(job, waiter)
        job.is_current = partial(self._is_current, job.uri, job.number)  # not the job itself: no cycle to collect
        self._queue[job.uri] = None
        self._wake.set()

    def _is_current(self, uri: str, number: int) -> bool:
        state = self._states.get(uri)
        return state is not None and state.job.number == number

    def resubmit(self) -> None:
        """Check every text again (settings or other files have changed)."""
        for state in list(self._states.values()):
            job = state.job
            self.submit(Job(job.uri, job.text, job.version, job.language_id))

    def forget(self, uri: str) -> None:
        """A text was closed."""
        state = self._states.pop(uri, None)
        self._queue.pop(uri, None)
        if state and not state.waiter.done():
            state.waiter.set_result(None)

    async def result(self, uri: str) -> T | None:
        """The result of the newest version; None where the text is not open or its work failed."""
        state = self._states.get(uri)
        return await asyncio.shield(state.waiter) if state else None

    def latest(self, uri: str) -> T | None:
        """The result of the newest version if it is there already."""
        state = self._states.get(uri)
        return state.result if state else None

    def uris(self) -> list[str]:
        """The texts that are open."""
        return list(self._states)

    async def _run(self) -> None:
        await self._open.wait()
        while True:
            await self._wake.wait()
            await asyncio.sleep(self.debounce)
            self._wake.clear()
            while self._queue:
                uri = next(reversed(self._queue))  # the one that changed last is the one in view
                del self._queue[uri]
                await self._one(self._states[uri])

    async def _one(self, state: _State[T]) -> None:
        job, result = state.job, None
        try:
            result = await asyncio.get_running_loop().run_in_executor(self._pool, self._work, job)
        except Superseded:
            return
        except Exception as error:  # reported to the person at the editor, and the server lives on
            self._crashed(job, error)
        if not job.is_current():
            return
        state.result = result
        if not state.waiter.done():
            state.waiter.set_result(result)
        if result is not None:
            await self._deliver(result)
