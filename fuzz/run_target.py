"""``python -m fuzz.run_target NAME [libFuzzer's options] [SEED FOLDER]``: one target with coverage of okr_lint."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["okr_lint"]):
    from fuzz.targets import TARGETS


def main() -> None:
    """Run until libFuzzer ends."""
    name = sys.argv.pop(1)
    atheris.Setup(sys.argv, TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
