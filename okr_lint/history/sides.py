"""One side of a comparison: a file, a folder, or a git revision, as documents by name."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from okr_lint.history import git
from okr_lint.lean_dataclasses import dataclass, field
from okr_lint.model import Document
from okr_lint.readers import ReadError, read_bytes
from okr_lint.readers.read import format_of

Walk = Callable[[str], Iterable[str]]
Walked = Callable[[Path, Path], bool]


class SideError(ValueError):
    """A side that cannot be read; the message says what to do."""


@dataclass(slots=True)
class Version:
    """The documents of one side.

    Attributes:
        name: as the user wrote it.
        documents: by path relative to the side's own root; "" for a single file.
        unreadable: files that no reader accepts, with the reason.
    """

    name: str
    documents: dict[str, Document] = field(default_factory=dict)
    unreadable: dict[str, ReadError] = field(default_factory=dict)


def read_side(
    name: str, other: str, walk: Walk, folder: Path | None = None, walked: Walked = lambda path, top: True
) -> Version:
    """Read one side.

    Args:
        name: a file, a folder, ``REV``, or ``REV:path``.
        other: the other side; a bare revision is read at the other's path.
        walk: the readable files of a folder.
        folder: where git is asked; the current folder.
        walked: whether a walk through a folder (second) would come to a file (first); for folders of a revision.

    Raises:
        SideError: it is neither a path nor a revision, or git says no.
    """
    here = folder or Path.cwd()
    if (here / name).exists():
        return _from_disk(name, here, walk)
    rev, colon, path = name.partition(":")
    try:
        commit = git.revision(rev, here)
        if commit is None:
            raise SideError(f"{name!r} is neither a file, a folder nor a git revision")
        top = git.root(here)
        return _from_git(name, commit, path if colon else _place(other, here, top), here, top, walked)
    except git.GitError as error:
        raise SideError(f"{name}: {error}") from error


def _from_disk(name: str, here: Path, walk: Walk) -> Version:
    version = Version(name)
    target = here / name
    if target.is_file():
        _add(version, "", name, target.read_bytes)
        return version
    for path in walk(name):
        relative = posixpath.relpath(Path(path).as_posix(), Path(name).as_posix())
        _add(version, relative, path, (here / path).read_bytes)
    return version


def _from_git(name: str, commit: str, path: str, here: Path, top: Path, walked: Walked) -> Version:
    version = Version(name)
    path = posixpath.normpath(path) if path and path != "." else ""
    listed = [one for one in git.files(commit, path, here) if format_of(one)]
    listed = [one for one in listed if one == path or walked(top / one, top / path)]
    if not listed:
        raise SideError(f"{name}: no readable file{f' at {path}' if path else ''} in that revision")
    for one in listed:
        relative = "" if one == path else posixpath.relpath(one, path or ".")
        _add(version, relative, f"{name.partition(':')[0]}:{one}", lambda one=one: git.content(commit, one, here))  # type: ignore[misc]
    return version


def _place(other: str, here: Path, top: Path) -> str:
    """Where the other side lies in the repository; everything where it is a revision as well."""
    rev, colon, path = other.partition(":")
    if (here / other).exists():
        absolute = (here / other).resolve()
        return absolute.relative_to(top.resolve()).as_posix() if absolute.is_relative_to(top.resolve()) else ""
    return path if colon and rev else ""


def _add(version: Version, relative: str, shown: str, read: Callable[[], bytes]) -> None:
    try:
        version.documents[relative] = read_bytes(read(), shown)
    except OSError as error:
        raise SideError(f"{shown}: cannot be opened: {error.strerror}") from error
    except ReadError as error:
        version.unreadable[shown] = error


def paired(old: Version, new: Version) -> Iterator[tuple[list[Document], list[Document]]]:
    """Documents that are versions of each other: of one path; what is left together, as files are renamed."""
    if len(old.documents) == len(new.documents) == 1:
        yield list(old.documents.values()), list(new.documents.values())
        return
    both = [path for path in new.documents if path in old.documents]
    for path in both:
        yield [old.documents[path]], [new.documents[path]]
    gone = [document for path, document in old.documents.items() if path not in new.documents]
    come = [document for path, document in new.documents.items() if path not in old.documents]
    if gone or come:
        yield gone, come
