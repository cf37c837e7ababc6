"""Dask and Spark in local mode (extras): the same rows as the plain function. Skipped where they are not installed."""

from __future__ import annotations

import sys

import pytest

from okr_lint.batch import COLUMNS, check_documents
from okr_lint.batch.frames import PartitionCheck

pandas = pytest.importorskip("pandas")
DOCUMENTS = [
    {"path": f"{n}.md", "text": f"# O1: Try to light street {n}\n\n- KR1: Street {n} gets significantly brighter\n"}
    for n in range(40)
]
NAMES = ("path", "code", "start", "end", "message")
EXPECTED = sorted((tuple(row[name] for name in NAMES) for row in check_documents(DOCUMENTS)), key=str)


def _plain(frame) -> list[tuple[object, ...]]:  # type: ignore[no-untyped-def]
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return sorted((tuple(row[name] for name in NAMES) for row in rows), key=str)


@pytest.mark.filterwarnings("default")
def test_dask() -> None:
    dataframe = pytest.importorskip("dask.dataframe")
    frame = dataframe.from_pandas(pandas.DataFrame(DOCUMENTS), npartitions=4)
    checked = frame.map_partitions(PartitionCheck(), meta=PartitionCheck.meta())
    found = checked.compute(scheduler="processes", num_workers=2)
    assert list(found.columns) == list(COLUMNS) and _plain(found) == EXPECTED


@pytest.mark.filterwarnings("default")
def test_spark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)  # workers otherwise take the python3 of the PATH
    sql = pytest.importorskip("pyspark.sql")
    session = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        frame = session.createDataFrame(pandas.DataFrame(DOCUMENTS)).repartition(4)
        found = frame.mapInPandas(PartitionCheck().frames, schema=PartitionCheck.SCHEMA).toPandas()
    finally:
        session.stop()
    assert list(found.columns) == list(COLUMNS) and _plain(found) == EXPECTED
