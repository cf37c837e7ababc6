"""Writes a file whole or not at all, and only over the bytes that were read."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


class ChangedError(Exception):
    """A file that somebody else changed since it was read; it is left as it is."""


def write_over(path: str | Path, old: bytes, new: bytes) -> None:
    """Replace a file's bytes; mode and, where permitted, owner stay; a link keeps pointing to its target.

    Args:
        path: the file.
        old: what was read; anything else in the file now is not touched.
        new: what is to be there.

    Raises:
        ChangedError: the file holds something else than ``old``.
        OSError: it cannot be written.
    """
    target = Path(os.path.realpath(path))
    status = target.stat()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".okr-lint")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, status.st_mode & 0o7777)
        if hasattr(os, "chown") and (status.st_uid, status.st_gid) != (os.geteuid(), os.getegid()):
            try:
                os.chown(temporary, status.st_uid, status.st_gid)
            except PermissionError:
                raise OSError(f"{target} belongs to another user; its owner could not be kept") from None
        if target.read_bytes() != old:
            raise ChangedError(f"{path} was changed meanwhile and is left as it is")
        os.replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)
