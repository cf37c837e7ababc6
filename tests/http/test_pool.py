"""Workers that hang, die half-way or are left alone: the next job gets its own, whole answer."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from okr_lint.http.pool import WorkerPool
from okr_lint.http.problems import Problem
from tests.http.workers import obedient


@asynccontextmanager
async def pool(count: int = 1, seconds: float = 20.0) -> AsyncIterator[tuple[WorkerPool, list[str]]]:
    lost: list[str] = []
    made = WorkerPool(count, seconds, target=obedient, preload="okr_lint.http.frames", lost=lost.append)
    await made.start()
    try:
        yield made, lost
    finally:
        await made.close()


def run(test: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(test())  # type: ignore[arg-type]


def test_jobs_run_side_by_side_and_bodies_may_be_large() -> None:
    async def test() -> None:
        async with pool(2) as (workers, _):
            body = os.urandom(3_000_000)
            answers = await asyncio.gather(*(workers.run({"sleep": 0.2}, body) for _ in range(4)))
            assert all(content == body for _, content in answers)
            assert len({header["pid"] for header, _ in answers}) == 2

    run(test)


def test_a_worker_that_dies_half_way_gives_an_error_and_the_next_job_works() -> None:
    async def test() -> None:
        async with pool() as (workers, lost):
            with pytest.raises(Problem) as caught:
                await workers.run({"die": True}, b"")
            assert (caught.value.kind, caught.value.status) == ("worker-lost", 503)
            assert (await workers.run({}, b"next"))[1] == b"next"
            assert lost == ["lost"] and workers.alive == 1

    run(test)


def test_an_idle_worker_that_was_killed_is_not_given_a_job() -> None:
    async def test() -> None:
        async with pool() as (workers, lost):
            header, _ = await workers.run({}, b"")
            os.kill(header["pid"], signal.SIGKILL)
            await asyncio.sleep(0.3)
            assert (await workers.run({}, b"next"))[1] == b"next"
            assert lost == ["lost"]

    run(test)


def test_work_that_takes_too_long_is_stopped() -> None:
    async def test() -> None:
        async with pool(seconds=1.0) as (workers, lost):
            with pytest.raises(Problem) as caught:
                await workers.run({"sleep": 60}, b"")
            assert caught.value.status == 504 and lost == ["timeout"]
            workers.seconds = 20.0
            assert (await workers.run({}, b"next"))[1] == b"next"

    run(test)


def test_a_job_that_does_not_start_in_time_is_sent_away() -> None:
    async def test() -> None:
        async with pool(seconds=10.0) as (workers, lost):
            long = asyncio.create_task(workers.run({"sleep": 2}, b"long"))
            await asyncio.sleep(0.1)
            workers.seconds = 0.5
            with pytest.raises(Problem) as caught:
                await workers.run({}, b"")
            assert (caught.value.kind, caught.value.retry_after) == ("overloaded", 1)
            assert (await long)[1] == b"long" and lost == []

    run(test)


def test_a_caller_who_leaves_does_not_leave_an_answer_behind() -> None:
    async def test() -> None:
        async with pool() as (workers, _):
            left = asyncio.create_task(workers.run({"sleep": 5}, b"left"))
            await asyncio.sleep(0.1)
            left.cancel()
            with pytest.raises(asyncio.CancelledError):
                await left
            assert (await workers.run({}, b"mine"))[1] == b"mine"

    run(test)
