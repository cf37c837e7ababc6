"""Store what ``re`` makes of the tool's own patterns in rules/patterns-ENGINE.json (see okr_lint/patterns.py).

    python tools/build_patterns.py [--check]     for the Python that runs it
    python3.12 tools/build_patterns.py --again   for another Python, the sources from the files that are there

A pattern that is not stored only costs time, so the file need not be renewed with every change.
``--check`` fails where a stored pattern is not what this Python makes of its source.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from array import array
from base64 import b64encode
from pathlib import Path
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from okr_lint import patterns  # noqa: E402

PARTS = ("language", "readers", "checks", "classifier", "suppression", "alignment", "suggestions")


def known() -> list[tuple[str, int]]:
    """Every late pattern of the package, in order of source."""
    import okr_lint

    for part in PARTS:
        folder = importlib.import_module(f"okr_lint.{part}")
        for module in pkgutil.walk_packages(folder.__path__, folder.__name__ + "."):
            if ".training" not in module.name:
                importlib.import_module(module.name)
    assert okr_lint.__name__
    return sorted(set(patterns.KNOWN))


def stored_sources() -> list[tuple[str, int]]:
    """Every pattern of the files that are there."""
    found = set()
    for path in (ROOT / "rules").glob("patterns-*.json"):
        for key in json.loads(path.read_text(encoding="utf-8")):
            flags, _, source = key.partition(" ")
            found.add((source, int(flags)))
    return sorted(found)


def stored_form(source: str, flags: int) -> list[Any]:
    """Flags, number of groups, their names, and the engine's codes."""
    parsed = _parser.parse(source, flags)
    codes = _compiler._code(parsed, flags)
    state = parsed.state
    return [flags | state.flags, state.groups - 1, dict(state.groupdict), b64encode(array("I", codes)).decode()]


def main() -> int:
    """Write or check the file of this Python."""
    path = ROOT / "rules" / f"patterns-{patterns.engine_name()}.json"
    if "--check" in sys.argv[1:]:
        if not path.exists():
            return 0
        table = json.loads(path.read_text(encoding="utf-8"))
        for key, form in table.items():
            flags, _, source = key.partition(" ")
            if stored_form(source, int(flags)) != form:
                print(f"{path.name}: {source!r} is compiled otherwise by this Python; run {__file__}", file=sys.stderr)
                return 1
        return 0
    sources = stored_sources() if "--again" in sys.argv[1:] else known()
    table = {f"{flags} {source}": stored_form(source, flags) for source, flags in sources}
    text = json.dumps(table, indent=0, separators=(",", ":")) + "\n"
    path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
