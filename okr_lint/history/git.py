"""Files of a git revision, read with git itself; nothing is written or checked out."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


class GitError(ValueError):
    """What git says, in one line."""


def revision(name: str, folder: Path) -> str | None:
    """The full hash of a revision ("HEAD~1", a branch, a tag); None where there is none of that name."""
    if name.startswith("-") or not name:
        return None
    try:
        found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    except GitError:
        return None
    return found.decode("ascii").strip() or None


def root(folder: Path) -> Path:
    """The top folder of the repository that holds a folder.

    Raises:
        GitError: there is none, or there is no git.
    """
    return Path(_git(folder, "rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").rstrip("\n"))


def files(commit: str, path: str, folder: Path) -> list[str]:
    """The files of a commit below a path (from the repository's top folder, "" for all), in order."""
    listed = _git(folder, "ls-tree", "-r", "-z", "--name-only", "--full-tree", commit, *(["--", path] if path else []))
    return [name for name in listed.decode("utf-8", "surrogateescape").split("\0") if name]


def content(commit: str, path: str, folder: Path) -> bytes:
    """The bytes of a file in a commit.

    Raises:
        GitError: the commit has no such file.
    """
    return _git(folder, "show", f"{commit}:{path}")


def _git(folder: Path, *arguments: str) -> bytes:
    program = shutil.which("git")
    if program is None:
        raise GitError("git is not installed")
    made = subprocess.run([program, "-C", str(folder), *arguments], capture_output=True, check=False)
    if made.returncode:
        said = made.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(said[0] if said else f"git {arguments[0]} failed")
    return made.stdout
