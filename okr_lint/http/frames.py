"""Messages between the server and its workers: a JSON header and a body of bytes, with their lengths."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from typing import Any

_LENGTHS = struct.Struct("!II")

Header = dict[str, Any]


def pack(header: Header, body: bytes) -> bytes:
    """One message."""
    head = json.dumps(header).encode()
    return b"".join((_LENGTHS.pack(len(head), len(body)), head, body))


async def receive(reader: asyncio.StreamReader) -> tuple[Header, bytes]:
    """The next message.

    Raises:
        asyncio.IncompleteReadError: the other side is gone.
    """
    head, body = _LENGTHS.unpack(await reader.readexactly(_LENGTHS.size))
    return json.loads(await reader.readexactly(head)), await reader.readexactly(body)


def receive_blocking(connection: socket.socket) -> tuple[Header, bytes] | None:
    """The next message on a blocking socket; None where the other side is gone."""
    lengths = _exactly(connection, _LENGTHS.size)
    if lengths is None:
        return None
    head, body = _LENGTHS.unpack(lengths)
    header, content = _exactly(connection, head), _exactly(connection, body)
    return None if header is None or content is None else (json.loads(header), content)


def _exactly(connection: socket.socket, count: int) -> bytes | None:
    chunks = []
    while count:
        chunk = connection.recv(min(count, 1 << 20))
        if not chunk:
            return None
        chunks.append(chunk)
        count -= len(chunk)
    return b"".join(chunks)
