"""How long an event loop waits while checks run: in threads of its process, or in processes of their own.

python benchmarks/http_threads.py
"""

from __future__ import annotations

import asyncio
import json
import threading
import time

from okr_lint.http.jobs.work import run
from okr_lint.http.pool import WorkerPool

_TEXT = "".join(
    f"# O{n}: 让第 {n} 家门店独立运转\n- KR1: 优化流程 {n}\n- KR2: 电话从 40 通降到 {n} 通\n" for n in range(1, 40)
)
_HEADER = {"job": "check", "query": {}, "media_type": "text/markdown"}
_SECONDS, _BUSY, _TURN = 8.0, 2, 0.01


async def lateness() -> list[float]:
    """By how many milliseconds a timer of 10 ms comes late."""
    late, end = [], time.perf_counter() + _SECONDS
    while (began := time.perf_counter()) < end:
        await asyncio.sleep(_TURN)
        late.append((time.perf_counter() - began - _TURN) * 1000)
    return sorted(late)


async def threads() -> tuple[list[float], int]:
    """With busy threads beside the loop; also the number of documents that they checked."""
    stop, done = threading.Event(), [0] * _BUSY

    def work(index: int) -> None:
        while not stop.is_set():
            run(_HEADER, _TEXT.encode())
            done[index] += 1

    run(_HEADER, _TEXT.encode())
    busy = [threading.Thread(target=work, args=(index,)) for index in range(_BUSY)]
    for one in busy:
        one.start()
    late = await lateness()
    stop.set()
    for one in busy:
        one.join()
    return late, sum(done)


async def processes() -> tuple[list[float], int]:
    """With busy workers of the server's pool."""
    pool, done = WorkerPool(_BUSY, 60), [0] * _BUSY
    await pool.start()

    async def work(index: int) -> None:
        while True:
            await pool.run(_HEADER, _TEXT.encode())
            done[index] += 1

    busy = [asyncio.create_task(work(index)) for index in range(_BUSY)]
    late, count = await lateness(), sum(done)
    for one in busy:
        one.cancel()
    await asyncio.gather(*busy, return_exceptions=True)
    await pool.close()
    return late, count


def main() -> None:
    """Measure both and print."""
    for name, measured in (("threads", threads), ("processes", processes)):
        late, count = asyncio.run(measured())
        at = {q: round(late[int((len(late) - 1) * q / 100)], 1) for q in (50, 99, 100)}
        print(json.dumps({"in": name, "documents": count, "late_milliseconds": at}))


if __name__ == "__main__":
    main()
