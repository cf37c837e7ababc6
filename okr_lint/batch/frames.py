"""A partition as pandas frames, for Dask's ``map_partitions`` and Spark's ``mapInPandas`` (extras dask and spark).

frame.map_partitions(PartitionCheck(), meta=PartitionCheck.meta())             # Dask
frame.mapInPandas(PartitionCheck().frames, schema=PartitionCheck.SCHEMA)       # Spark
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from okr_lint.batch.rows import COLUMNS, check_documents
from okr_lint.lean_dataclasses import dataclass, field
from okr_lint.settings import Settings

_PANDAS = {"string": "object", "long": "Int64", "double": "float64"}


@dataclass(frozen=True)
class PartitionCheck:
    """Checks frames with the columns ``path``, ``text`` and, where wanted, ``format``; can be sent to workers.

    Attributes:
        settings: what to check.
    """

    settings: Settings = field(default_factory=Settings)

    SCHEMA = ", ".join(f"`{name}` {kind}" for name, kind in COLUMNS.items())

    @staticmethod
    def meta() -> Any:
        """An empty frame with the columns and types of the result."""
        return _frame([])

    def __call__(self, frame: Any) -> Any:
        """The findings of a frame of documents, as a frame."""
        return _frame(list(check_documents(frame.to_dict("records"), self.settings)))

    def frames(self, frames: Iterator[Any]) -> Iterator[Any]:
        """The findings of each frame; never more than one frame in memory."""
        for frame in frames:
            yield self(frame)


def _frame(rows: list[dict[str, Any]]) -> Any:
    import pandas

    frame = pandas.DataFrame(rows, columns=list(COLUMNS))
    return frame.astype({name: _PANDAS[kind] for name, kind in COLUMNS.items()})
