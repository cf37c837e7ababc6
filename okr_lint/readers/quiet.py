"""Standard error without the report of a panic in a library that is not Python.

Rust's panic hook writes to file descriptor 2 before the panic becomes an exception, whatever ``sys.stderr`` is. While
such a library is at work, descriptor 2 leads to a file; what was written is passed on afterwards, unless it panicked.
"""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_LOCK = threading.Lock()  # descriptors belong to the whole process


@contextmanager
def quiet_panic() -> Iterator[None]:
    """Drop what is written to standard error by a block that ends with a panic; keep everything else."""
    with _LOCK:
        try:
            real = os.dup(2)
        except OSError:  # there is no standard error
            yield
            return
        try:
            with tempfile.TemporaryFile() as held:
                os.dup2(held.fileno(), 2)
                panicked = False
                try:
                    yield
                except BaseException as error:
                    panicked = is_panic(error)
                    raise
                finally:
                    os.dup2(real, 2)
                    held.seek(0)
                    if not panicked and (said := held.read()):
                        os.write(real, said)
        finally:
            os.close(real)


def is_panic(error: BaseException) -> bool:
    """Whether an exception is a panic of a Rust library: a class of its own in each, and no ``Exception``."""
    return type(error).__name__ == "PanicException"
