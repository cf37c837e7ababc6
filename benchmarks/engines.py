"""What a million statements cost in CPU time: the plain function, Dask and Spark on the same documents.

    nice python benchmarks/engines.py [--statements N] [--engines plain,dask,spark]

The documents are those of ``benchmarks/scale.py`` (a company of linked files). Every engine runs in local mode with two
workers, in a session of its own; the CPU time is that of all its processes (JVM, schedulers and workers), sampled from
/proc until the last of them has ended. All must find the same, or the run fails.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

ENGINES = ("plain", "dask", "spark")
_WORKERS = 2
_PARTITIONS = 8
_NAMES = ("path", "code", "start", "end", "message")


def documents(folder: Path) -> list[dict[str, str]]:
    """The files of a folder as documents, in order."""
    return [{"path": str(p.relative_to(folder)), "text": p.read_text("utf-8")} for p in sorted(folder.rglob("*.md"))]


def plain(made: list[dict[str, str]]) -> list[dict[str, Any]]:
    """One process, no engine."""
    from okr_lint.batch import check_documents

    return list(check_documents(made))


def dask(made: list[dict[str, str]]) -> list[dict[str, Any]]:
    """Dask with processes."""
    import pandas
    from dask import dataframe

    from okr_lint.batch.frames import PartitionCheck

    frame = dataframe.from_pandas(pandas.DataFrame(made), npartitions=_PARTITIONS)
    found = frame.map_partitions(PartitionCheck(), meta=PartitionCheck.meta())
    return _rows(found.compute(scheduler="processes", num_workers=_WORKERS))


def spark(made: list[dict[str, str]]) -> list[dict[str, Any]]:
    """Spark in local mode."""
    import pandas
    from pyspark.sql import SparkSession

    from okr_lint.batch.frames import PartitionCheck

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master(f"local[{_WORKERS}]").config("spark.ui.enabled", "false")
    session = builder.config("spark.log.level", "ERROR").getOrCreate()
    try:
        frame = session.createDataFrame(pandas.DataFrame(made)).repartition(_PARTITIONS)
        return _rows(frame.mapInPandas(PartitionCheck().frames, schema=PartitionCheck.SCHEMA).toPandas())
    finally:
        session.stop()


def _rows(frame: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return rows


def child(engine: str, folder: Path) -> None:
    """Run one engine and print what it found, as a digest."""
    made = documents(folder)
    began = time.perf_counter()
    rows = {"plain": plain, "dask": dask, "spark": spark}[engine](made)
    seconds = time.perf_counter() - began
    lines = sorted(json.dumps([row[name] for name in _NAMES], ensure_ascii=False) for row in rows)
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    print(json.dumps({"findings": len(lines), "digest": digest, "seconds": seconds}))


def measure(engine: str, folder: Path) -> dict[str, Any]:
    """Run one engine in a session of its own; its CPU seconds over all processes."""
    command = [sys.executable, __file__, "--child", engine, "--folder", str(folder)]
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.DEVNULL, start_new_session=True)
        used: dict[tuple[int, str], float] = {}
        while process.poll() is None:
            used.update(_session(process.pid))
            time.sleep(0.1)
        if process.returncode:
            raise SystemExit(f"{engine}: ended with {process.returncode}")
        said.seek(0)
        return {**json.loads(said.read().splitlines()[-1]), "cpu": sum(used.values()), "processes": len(used)}


def _session(leader: int) -> dict[tuple[int, str], float]:
    """CPU seconds of each process of a session, by process and start time (numbers are given anew)."""
    ticks = os.sysconf("SC_CLK_TCK")
    found = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        if int(fields[3]) == leader:
            found[int(entry.name), fields[19]] = (int(fields[11]) + int(fields[12])) / ticks
    return found


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=20_000)
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("--child", choices=ENGINES, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        child(args.child, args.folder)
        return
    from benchmarks.scale import make

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written = make(folder, args.statements // 10, args.statements, 4)
        load = os.getloadavg()[0]
        print(f"{args.statements // 10:,} files, {written:,} statements, {_WORKERS} workers, load {load:.1f}")
        first = None
        for engine in args.engines.split(","):
            ran = measure(engine, folder)
            first = first or ran
            if ran["digest"] != first["digest"]:
                raise SystemExit(f"{engine}: other findings than the first engine")
            million = ran["cpu"] * 1_000_000 / written / 3600
            print(
                f"{engine}: {ran['findings']:,} findings, {ran['cpu']:.1f} s of CPU time in {ran['processes']}"
                f" processes, {ran['seconds']:.1f} s wall clock, {million:.2f} core hours for a million statements"
            )


if __name__ == "__main__":
    main()
