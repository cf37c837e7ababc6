"""Fitted weights -> model files: whole numbers, sorted names, a manifest of hashes.

NAME.json has the heads, their scales and how many features each group has, NAME.names the features' names and NAME.bin
a row of weights for each name.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np

from okr_lint.classifier.feature_names import blocks_of, joined
from okr_lint.classifier.features import GROUPS
from okr_lint.classifier.training.fit import Fitted
from okr_lint.classifier.training.matrices import SCALES, VECTOR_FACTOR

_LARGEST = 32767


def save(folder: Path, name: str, fitted: Fitted, heads: list[dict[str, Any]], ratings: dict[str, int]) -> None:
    """Write NAME.json, NAME.names and NAME.bin and enter them into the manifest."""
    groups, names, rows = _groups(fitted)
    table = np.vstack(rows)
    scales = np.abs(table).max(axis=0) / _LARGEST
    scales[scales == 0] = 1.0
    scales = np.array([float(f"{scale:.6e}") for scale in scales])
    whole = np.clip(np.round(table / scales), -_LARGEST, _LARGEST).astype("<i2")
    content = {
        "version": 3,
        "groups": groups,
        "heads": heads,
        "ratings": ratings,
        "lane_scales": scales.tolist(),
        "intercepts": [round(float(value), 6) for value in fitted.intercepts],
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
    write(folder, f"{name}.json", text.encode("utf-8"))
    write(folder, f"{name}.names", joined([blocks_of(one) for one in names]))
    write(folder, f"{name}.bin", whole.tobytes())


def _groups(fitted: Fitted) -> tuple[list[dict[str, Any]], list[list[str]], list[Any]]:
    """The groups, the names in each, and per name a row of lane weights (idf multiplied in) and its idf."""
    space, at = fitted.space, 0
    groups: list[dict[str, Any]] = []
    sorted_names: list[list[str]] = []
    rows: list[Any] = []
    for group in GROUPS:
        if group == "words":
            if space.vectors is None:
                groups.append({"name": group, "scale": None, "features": 0})
                sorted_names.append([])
                continue
            names = list(space.vectors.index)
            weights = space.vectors.matrix @ (fitted.coefficients[:, at:].T * VECTOR_FACTOR)
            idf = space.word_idf
        else:
            names = space.names[group]
            weights = fitted.coefficients[:, at : at + len(names)].T
            idf = space.idf[group]
            at += len(names)
        weights = weights * idf[:, None]
        order = sorted(range(len(names)), key=names.__getitem__)
        groups.append({"name": group, "scale": SCALES[group], "features": len(names)})
        sorted_names.append([names[i] for i in order])
        rows.append(np.column_stack([weights[order], idf[order]]))
    return groups, sorted_names, rows


def write(folder: Path, name: str, content: bytes) -> None:
    """Write a model file and enter its hash into the manifest."""
    (folder / name).write_bytes(content)
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    manifest[name] = hashlib.sha256(content).hexdigest()
    path.write_text(json.dumps(dict(sorted(manifest.items())), indent=1) + "\n", encoding="utf-8")
