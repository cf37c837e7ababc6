"""The tool's version and the digests of what it judges with."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from okr_lint.paths import data_folder

__version__ = "0.1.0"


@lru_cache(maxsize=1)
def tool_info() -> dict[str, str]:
    """The ``tool`` object of the JSON contract."""
    return {
        "name": "okr-lint",
        "version": __version__,
        "rules_digest": _digest("rules", "compiled.json"),
        "model_digest": _digest("models", "manifest.json"),
    }


def _digest(folder: str, name: str) -> str:
    path = data_folder(folder) / name
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16] if path.exists() else "none"
