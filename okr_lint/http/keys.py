"""Bearer keys: a file of hashes, read again when it changes.

One ``name:sha256`` a line, ``#`` comments; several keys may be valid at once, so that a key is changed
by adding the new one, moving callers over, and taking the old one out. The keys are random (256 bits),
so one round of SHA-256 is enough.

    python -m okr_lint.http.keys alice     prints a new key, and the line for the file
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import sys
from collections.abc import Callable
from pathlib import Path

_PREFIX = "okr_"
_HEX = 64


class KeyFile:
    """The keys of a file.

    Args:
        path: the file.
        warn: called with a reason, free of secrets, when the file cannot be used as it is.
    """

    def __init__(self, path: Path, warn: Callable[[str], None] = lambda reason: None) -> None:
        self.path, self.warn = path, warn
        self._hashes: dict[str, bytes] = {}
        self._state: tuple[int, ...] | None = None

    def name_of(self, key: str) -> str | None:
        """The name of a valid key; every hash is compared, so the time tells nothing."""
        self._refresh()
        given = digest(key)
        found = None
        for name, known in self._hashes.items():
            if hmac.compare_digest(given, known):
                found = name
        return found

    def _refresh(self) -> None:
        """Read the file again where it changed; one that is gone lets nobody in."""
        try:
            status = self.path.stat()
            state = (status.st_mtime_ns, status.st_size, status.st_ino)
            if state == self._state:
                return
            text = self.path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            if self._state != ():
                self.warn(f"key file not readable ({type(error).__name__}): nobody is let in")
            self._hashes, self._state = {}, ()
            return
        self._hashes, self._state = self._read(text), state

    def _read(self, text: str) -> dict[str, bytes]:
        made: dict[str, bytes] = {}
        for number, line in enumerate(text.splitlines(), 1):
            if not (line := line.partition("#")[0].strip()):
                continue
            name, _, value = line.partition(":")
            try:
                made[name.strip()] = bytes.fromhex(value.strip())
            except ValueError:
                value = ""
            if not name.strip() or len(value.strip()) != _HEX:
                made.pop(name.strip(), None)
                self.warn(f"key file line {number}: not name:sha256; left out")
        return made


def digest(key: str) -> bytes:
    """What the file holds of a key."""
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).digest()


def new_key(name: str) -> tuple[str, str]:
    """A new key and its line for the file."""
    key = _PREFIX + secrets.token_urlsafe(32)
    return key, f"{name}:{digest(key).hex()}"


if __name__ == "__main__":
    _key, _line = new_key(sys.argv[1] if len(sys.argv) > 1 else "key")
    print(_key, _line, sep="\n")
