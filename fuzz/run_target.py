"""``python -m fuzz.run_target NAME [libFuzzer's options] [SEED FOLDER]``: one target with coverage of okr_lint."""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module

import atheris

# what the tool loads late is loaded here, or it would run without coverage and guide nothing
_LATE = ("okr_lint.readers", "okr_lint.language", "okr_lint.classifier", "okr_lint.checks", "okr_lint.fixes")

with atheris.instrument_imports(include=["okr_lint"]):
    from fuzz.targets import TARGETS

    for _package in map(import_module, _LATE):
        for _module in pkgutil.walk_packages(_package.__path__, f"{_package.__name__}."):
            if ".training" not in _module.name:
                import_module(_module.name)


def main() -> None:
    """Run until libFuzzer ends."""
    name = sys.argv.pop(1)
    atheris.Setup(sys.argv, TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
