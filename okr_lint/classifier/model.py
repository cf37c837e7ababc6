"""The trained models: read from models/, their hashes checked, no pickle anywhere."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from typing import Any

from okr_lint.classifier.feature_names import SortedNames, parted
from okr_lint.classifier.heads import LabelHead
from okr_lint.classifier.linear import Group, Linear
from okr_lint.lean_dataclasses import dataclass
from okr_lint.paths import data_folder


class ModelError(RuntimeError):
    """A model file that is missing or not the one that the manifest names."""


@dataclass(frozen=True, slots=True)
class Model:
    """All heads for one kind of statement.

    ``ratings`` maps a rating ("quality", "inspiring") to its lane; the score is the rating itself.
    """

    linear: Linear
    heads: tuple[LabelHead, ...]
    ratings: dict[str, int]


@lru_cache(maxsize=2)
def load_model(name: str) -> Model:
    """The model "objective" or "key_result".

    Raises:
        ModelError: a file is missing or its SHA-256 is not the manifest's; says what to do.
    """
    data = json.loads(read_checked(f"{name}.json"))
    return build_model(data, read_checked(f"{name}.names"), read_checked(f"{name}.bin"))


def build_model(data: dict[str, Any], names: bytes, weights: bytes) -> Model:
    """A model from the content of its three files: heads and sizes, names of features, and their rows of weights."""
    parts = parted(names, [group["features"] for group in data["groups"]])
    groups = [Group(SortedNames(part), group["scale"]) for part, group in zip(parts, data["groups"], strict=True)]
    linear = Linear(groups, weights, data["lane_scales"], data["intercepts"])
    return Model(linear, tuple(LabelHead.from_json(head) for head in data["heads"]), data["ratings"])


def read_checked(name: str) -> bytes:
    """The bytes of a file in models/ whose hash stands in the manifest.

    Raises:
        ModelError: missing or altered.
    """
    folder = data_folder("models")
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        content = (folder / name).read_bytes()
    except FileNotFoundError as error:
        raise ModelError(
            f"the model file {error.filename} is missing; reinstall okr-lint or run `make train`"
        ) from error
    if hashlib.sha256(content).hexdigest() != manifest.get(name):
        raise ModelError(
            f"the model file {folder / name} is not the one in manifest.json; reinstall okr-lint or run `make train`"
        )
    return content
