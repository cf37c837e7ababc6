"""How far a long run is, on standard error, when that is a terminal."""

from __future__ import annotations

import sys
import time

_PATIENCE = 0.7  # seconds after which a run counts as long
_EVERY = 0.1


class Progress:
    """Shows "123/10,000 files", then that links are judged, and takes it away again."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._on = total > 1 and sys.stderr.isatty()
        self._next = time.monotonic() + _PATIENCE
        self._done = 0
        self._shown = False

    def step(self) -> None:
        """One file is done."""
        self._done += 1
        if self._on and time.monotonic() >= self._next:
            self._next = time.monotonic() + _EVERY
            bar = "#" * (self._done * 24 // self._total)
            self._shown = True  # first: Ctrl-C may come between the two
            sys.stderr.write(f"\r[{bar:<24}] {self._done:,}/{self._total:,} files")
            sys.stderr.flush()

    def linking(self) -> None:
        """All files are done; what is left is to judge the links between them."""
        if self._on and (self._shown or time.monotonic() >= self._next):
            self._shown = True
            sys.stderr.write(f"\r\033[K{self._done:,} files read; judging the links between them")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away, so that something else can be written."""
        if self._shown:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
            self._shown = False
