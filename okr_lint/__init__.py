"""okr-lint: reads Objectives and Key Results, in Chinese and English, and says how to mend them.

>>> from okr_lint import Linter
>>> result = Linter().check_text("# O1: Be the best")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from okr_lint.version import __version__

if TYPE_CHECKING:
    from okr_lint.linter import FileResult, Linter
    from okr_lint.settings import Settings

__all__ = ["FileResult", "Linter", "Settings", "__version__"]


def __getattr__(name: str) -> Any:
    """Load the linter on first use, so that ``import okr_lint`` costs nothing."""
    if name in ("Linter", "FileResult"):
        from okr_lint import linter

        return getattr(linter, name)
    if name == "Settings":
        from okr_lint.settings import Settings

        return Settings
    raise AttributeError(f"module 'okr_lint' has no attribute {name!r}")
