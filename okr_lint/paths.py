"""Where rules, models and examples lie, in a checkout and in an installed wheel."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """The folder ``rules``, ``models`` or ``examples``.

    Raises:
        FileNotFoundError: the installation is incomplete; the message says what to reinstall.
    """
    for base in (_PACKAGE / "_data", _PACKAGE.parent):
        if (folder := base / name).is_dir():
            return folder
    raise FileNotFoundError(f"okr-lint's folder {name!r} is missing beside {_PACKAGE}; reinstall the package okr-lint")


@lru_cache(maxsize=1)
def compiled_data() -> dict[str, Any]:
    """The content of rules/compiled.json (``make data``), read once for rules, lexicons and metrics."""
    data: dict[str, Any] = json.loads((data_folder("rules") / "compiled.json").read_text(encoding="utf-8"))
    return data
