"""Rows -> sparse matrices, scaled the way ``Linear`` scales at run time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy import sparse

from okr_lint.classifier.english_joints import PAIR
from okr_lint.classifier.features import GROUPS
from okr_lint.classifier.training.dataset import Row
from okr_lint.classifier.training.vectors import WordVectors
from okr_lint.lean_dataclasses import dataclass

# None: divided by the norm of the inverse document frequencies; chosen by cross-validation
SCALES: dict[str, float | None] = {"ngrams": None, "cues": 0.3, "context": 0.3, "words": None}
VECTOR_FACTOR = 1.5
# how often a feature must occur: what is rarer would not fit into 5 MB. Chosen here rather than by weight after
# training, so that the weights that are calibrated are the weights that ship.
MIN_COUNT = {"objective": 2, "key_result": 3}
# how features begin that no head of a model learns from
UNUSED = {"objective": (PAIR,), "key_result": ()}


@dataclass(slots=True)
class Space:
    """The features that training knows.

    Attributes:
        names: known features per sparse group (ngrams, cues, context), sorted.
        idf: inverse document frequencies per group; ones where the group has a fixed scale.
        vectors: the distilled word vectors, or None to train without them.
        word_idf: inverse document frequency per word of ``vectors``.
    """

    names: dict[str, list[str]]
    idf: dict[str, Any]
    vectors: WordVectors | None
    word_idf: Any

    @classmethod
    def fit(cls, task: str, rows: Sequence[Row], vectors: WordVectors | None) -> Space:
        """The features that occur ``MIN_COUNT`` times in some rows of a model ("objective", "key_result")."""
        names, idf = {}, {}
        for at, group in enumerate(GROUPS[:3]):
            counts = Counter(name for row in rows for name in row.features[at])
            names[group] = sorted(
                name for name, n in counts.items() if n >= MIN_COUNT[task] and not name.startswith(UNUSED[task])
            )
            frequencies = np.array([counts[name] for name in names[group]], dtype=np.float64)
            idf[group] = _idf(frequencies, len(rows)) if SCALES[group] is None else np.ones(len(frequencies))
        word_idf = None
        if vectors is not None:
            counts = Counter(name for row in rows for name in row.features[3] if name in vectors.index)
            word_idf = _idf(np.array([counts[name] for name in vectors.index], dtype=np.float64), len(rows))
        return cls(names, idf, vectors, word_idf)

    def without(self, group: str, beginning: str = "") -> Any:
        """A factor per column of the matrix: 0 for a sparse group's columns whose names begin so, else 1."""
        sizes = [len(self.names[name]) for name in GROUPS[:3]]
        factors = np.ones(sum(sizes) + (self.vectors.matrix.shape[1] if self.vectors is not None else 0))
        start = sum(sizes[: GROUPS.index(group)])
        names = self.names[group]
        factors[start : start + len(names)] = [0.0 if name.startswith(beginning) else 1.0 for name in names]
        return factors

    def transform(self, rows: Sequence[Row]) -> Any:
        """A CSR matrix: the sparse groups, then the mean word vectors."""
        parts = []
        for at, group in enumerate(GROUPS[:3]):
            index = {name: i for i, name in enumerate(self.names[group])}
            matrix = _binary([row.features[at] for row in rows], index) @ sparse.diags_array(self.idf[group])
            scale = SCALES[group]
            parts.append(_unit_rows(matrix) if scale is None else matrix * scale)
        if self.vectors is not None:
            matrix = _binary([row.features[3] for row in rows], self.vectors.index) @ sparse.diags_array(self.word_idf)
            parts.append(sparse.csr_array(_unit_rows(matrix) @ (self.vectors.matrix * VECTOR_FACTOR)))
        # half the memory traffic, which is what training waits for; the stored weights are 16 bit anyway
        return sparse.hstack(parts, format="csr").astype(np.float32)


def _idf(frequencies: Any, rows: int) -> Any:
    return np.log((1 + rows) / (1 + frequencies)) + 1


def _binary(features: Sequence[set[str]], index: dict[str, int]) -> Any:
    pointers, columns = [0], []
    for names in features:
        columns += sorted(index[name] for name in names if name in index)
        pointers.append(len(columns))
    ones = np.ones(len(columns))
    return sparse.csr_array((ones, columns, pointers), shape=(len(features), len(index)))


def _unit_rows(matrix: Any) -> Any:
    """Divide every row by the norm of the idf in it; ``matrix`` holds the idf where a feature is present."""
    norms = np.sqrt(matrix.multiply(matrix).sum(axis=1))
    norms[norms == 0] = 1
    return sparse.diags_array(1 / norms) @ matrix
