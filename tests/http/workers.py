"""Workers for tests of the pool; their jobs are told in the header."""

from __future__ import annotations

import os
import socket
import time

from okr_lint.http.frames import pack, receive_blocking


def obedient(connection: socket.socket) -> None:
    """Echoes, sleeps, dies half-way through an answer, as it is told."""
    connection.setblocking(True)
    connection.sendall(pack({"ready": True}, b""))
    while (message := receive_blocking(connection)) is not None:
        header, body = message
        if "sleep" in header:
            time.sleep(header["sleep"])
        if header.get("die"):
            connection.sendall(pack({"pid": os.getpid()}, b"x" * 100)[:60])
            os._exit(9)
        connection.sendall(pack({"pid": os.getpid()}, body))


def faulty(connection: socket.socket) -> None:
    """A worker whose every job fails, with the caller's words in the error."""
    from okr_lint.http import worker
    from okr_lint.http.jobs import work

    def fail(header: object, body: bytes) -> object:
        raise LookupError(body.decode())

    work._answer = fail  # type: ignore[assignment]
    worker.main(connection)
