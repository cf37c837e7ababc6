"""The libraries that the language server needs, in one folder beside the VS Code extension: an environment to bundle.

    python tools/bundle_environment.py FOLDER

Copied from the environment that runs this, so nothing is downloaded. What is compiled in it fits this version of
Python and this platform only: ``FOLDER/python.txt`` names the version. Left out is what the command line, HTTP and
spreadsheets need, and spaCy (ten times as large as all the rest), which only token rules of a project's own ask for.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
NEEDED = (
    "charset-normalizer", "google-re2", "pathspec", "platformdirs", "pyahocorasick", "pygls", "pyyaml", "rjieba",
    "tree-sitter", "tree-sitter-markdown",
)  # fmt: skip
_NOT_COMPILED = shutil.ignore_patterns("__pycache__", "*.pyc")


def bundle(folder: Path) -> None:
    """Write ``libs``, ``python.txt`` and ``NOTICES.txt`` (licences that no file in ``libs`` holds) into a folder.

    Raises:
        FileExistsError: there is a ``libs`` already.
    """
    libs = folder / "libs"
    libs.mkdir(parents=True)
    notices = []
    for name in sorted(_closure(NEEDED)):
        if not _copy_distribution(name, libs):
            notices.append(_notice(name))
    (folder / "NOTICES.txt").write_text("\n\n".join(notices), encoding="utf-8")
    left = shutil.ignore_patterns("__pycache__", "*.pyc", "_data")
    shutil.copytree(ROOT / "okr_lint", libs / "okr_lint", ignore=left)
    for name in ("rules", "models", "examples"):  # as in the wheel
        shutil.copytree(ROOT / name, libs / "okr_lint" / "_data" / name, ignore=_NOT_COMPILED)
    shutil.copy(ROOT / "LICENSE", libs / "okr_lint" / "LICENSE")
    (folder / "python.txt").write_text(f"{sys.version_info.major}.{sys.version_info.minor}\n", encoding="utf-8")


def _closure(names: tuple[str, ...]) -> set[str]:
    """Distributions with all that they require here."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop().lower().replace("_", "-")
        if name in found:
            continue
        found.add(name)
        for line in distribution(name).requires or ():
            one = Requirement(line)
            if one.marker is None or one.marker.evaluate({"extra": ""}):
                waiting.append(one.name)
    return found


def _copy_distribution(name: str, libs: Path) -> bool:
    """Its files inside site-packages, but scripts and compiled files; whether its licence is among them."""
    licensed = False
    for file in distribution(name).files or ():
        if ".." in file.parts or file.suffix == ".pyc":
            continue
        target = libs / file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(str(file.locate()), target)
        licensed = licensed or file.name.lower().startswith(("licen", "copying"))
    return licensed


def _notice(name: str) -> str:
    """What a distribution without a text of its licence says of it.

    Raises:
        ValueError: it says something else than that it is under the MIT licence.
    """
    said = distribution(name).metadata
    if said["License"] != "MIT":
        raise ValueError(f"{name}: no text of its licence, which is {said['License']!r}")
    terms = (ROOT / "LICENSE").read_text(encoding="utf-8").partition("\n\n")[2].partition("\n\n")[2]
    return f"{name} {said['Version']}, by {said['Author']}; MIT licence by its metadata:\n\n{terms}"


def main() -> None:
    """Bundle into the folder that is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    bundle(parser.parse_args().folder)


if __name__ == "__main__":
    main()
