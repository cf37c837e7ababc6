"""Where rules, models and examples lie, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path

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
