"""Regular expressions that are compiled when first used, so that no run pays for forms it never meets.

Only Python's ``re`` with patterns that cannot backtrack into another (bounded or possessive parts,
searched on a short text or anchored at a place): on texts of this size it is six times quicker
than RE2 through its Python binding. tests/language/test_quantity.py feeds them hostile texts.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """Compiles on the first attribute that is asked for, then hands on the pattern's own methods."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as ``re.compile`` gives, compiled on first use."""
    return cast("re.Pattern[str]", _Late(source, flags))
