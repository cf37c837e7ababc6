"""A worker process: takes one message, answers it, takes the next, ends when the server is gone."""

from __future__ import annotations

import os
import signal
import socket

from okr_lint.http.frames import pack, receive_blocking

_NICE = 5  # the process that answers the network goes first


def main(connection: socket.socket) -> None:
    """Answer jobs until the server closes its end.

    The signals that stop a server reach its whole group; the worker goes on until its server, which
    still answers what it has accepted, closes the connection.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.nice(_NICE)
    from okr_lint.http.jobs.work import run

    connection.setblocking(True)
    connection.sendall(pack({"ready": True}, b""))
    while (message := receive_blocking(connection)) is not None:
        header, body = run(*message)
        try:
            connection.sendall(pack(header, body))
        except (BrokenPipeError, ConnectionResetError):
            return
