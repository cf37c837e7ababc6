"""Regular expressions that are compiled when first used, so that no run pays for forms it never meets.

Only Python's ``re`` with patterns that cannot backtrack into another (bounded or possessive parts,
searched on a short text or anchored at a place): on texts of this size it is six times quicker
than RE2 through its Python binding. tests/language/test_quantity.py feeds them hostile texts.

Compiling two hundred of them costs as much as checking two hundred statements. So what ``re`` makes of them
is stored (rules/patterns.json, made by tools/build_patterns.py) and handed to the same engine; a pattern that
is not stored, or stored by another version of the engine, is compiled as usual.
"""

from __future__ import annotations

import re
from array import array
from base64 import b64decode
from functools import lru_cache
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")
KNOWN: list[tuple[str, int]] = []  # every pattern that was made late, for tools/build_patterns.py


class _Late:
    """Compiles on the first attribute that is asked for, then hands on the pattern's own methods."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags
        KNOWN.append((source, flags))

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        made = compiled(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(made, method))
        return getattr(made, name)


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as ``re.compile`` gives, compiled on first use."""
    return cast("re.Pattern[str]", _Late(source, int(flags)))


def compiled(source: str, flags: int) -> re.Pattern[str]:
    """The pattern, from the store where this version of ``re`` has it there."""
    stored = _stored().get(f"{flags} {source}")
    if stored is None:
        return re.compile(source, flags)
    import _sre  # type: ignore[import-not-found]

    all_flags, groups, names, codes = stored
    numbers = array("I", b64decode(codes)).tolist()
    by_index: list[str | None] = [None] * (groups + 1)
    for name, index in names.items():
        by_index[index] = name
    return cast("re.Pattern[str]", _sre.compile(source, all_flags, numbers, groups, names, tuple(by_index)))


def engine_name() -> str:
    """What the stored form depends on: the engine's version, the width of its codes, the byte order."""
    import _sre
    import sys

    return f"{_sre.MAGIC}-{_sre.CODESIZE}-{sys.byteorder}"


@lru_cache(maxsize=1)
def _stored() -> dict[str, list[Any]]:
    import json

    from okr_lint.paths import data_folder

    path = data_folder("rules") / f"patterns-{engine_name()}.json"
    if not path.is_file():
        return {}
    table: dict[str, list[Any]] = json.loads(path.read_text(encoding="utf-8"))
    return table
