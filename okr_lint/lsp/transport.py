"""Framed messages over standard input and output; a broken frame is skipped, never fatal.

A thread of its own reads, so that a message costs one hop to the loop. The loop never waits for input.
"""

from __future__ import annotations

import asyncio
import json
import logging
import threading
from io import RawIOBase
from typing import Protocol

from pygls.exceptions import JsonRpcException, JsonRpcParseError

from okr_lint.lsp.session import OkrLanguageServer

logger = logging.getLogger(__name__)
MAX_BODY = 256 * 1024 * 1024  # bytes
MAX_HEADER = 8 * 1024  # bytes


class _Output(Protocol):
    def write(self, data: bytes, /) -> int | None: ...
    def flush(self) -> None: ...
    def close(self) -> None: ...


class Writer:
    """What pygls writes to; one message at a time, from any thread."""

    def __init__(self, stdout: _Output) -> None:
        self._stdout = stdout
        self._lock = threading.Lock()

    def write(self, data: bytes) -> None:
        """Write one framed message."""
        with self._lock:
            self._stdout.write(data)
            self._stdout.flush()

    def close(self) -> None:
        """Close the output."""
        self._stdout.close()


class Frames:
    """Bodies of framed messages from a raw stream.

    It keeps its own buffer: a buffered stream holds a lock while it waits, and Python aborts at its
    end where a thread still holds one.
    """

    def __init__(self, raw: RawIOBase) -> None:
        self._raw = raw
        self._buffer = bytearray()

    def next(self) -> bytes | None:
        """The next body; ``b""`` for a frame to be skipped; None at the end of input."""
        length: int | None = None
        while True:
            line = self._line()
            if line is None:
                return None
            if not line.strip():
                break
            name, _, value = line.partition(b":")
            if name.strip().lower() == b"content-length" and value.strip().isdigit():
                length = int(value.strip()[:12])
        if length is None:
            return b""
        if length > MAX_BODY:
            return b"" if self._skip(length) else None
        while len(self._buffer) < length:
            if not self._more():
                return None
        return self._take(length)

    def _more(self) -> bool:
        part = self._raw.read(1 << 16)
        self._buffer += part or b""
        return bool(part)

    def _take(self, count: int) -> bytes:
        taken = bytes(self._buffer[:count])
        del self._buffer[:count]
        return taken

    def _line(self) -> bytes | None:
        while (at := self._buffer.find(b"\n")) < 0:
            if len(self._buffer) > MAX_HEADER:
                self._buffer.clear()  # no header is that long
            if not self._more():
                return None
        return self._take(at + 1)

    def _skip(self, length: int) -> bool:
        while length > len(self._buffer):
            length -= len(self._buffer)
            self._buffer.clear()
            if not self._more():
                return False
        self._take(length)
        return True


def serve(server: OkrLanguageServer, stdin: RawIOBase, stdout: _Output) -> int:
    """Run the server until ``exit`` or the end of input; the process's exit code."""
    return asyncio.run(_serve(server, stdin, stdout))


async def _serve(server: OkrLanguageServer, stdin: RawIOBase, stdout: _Output) -> int:
    loop = asyncio.get_running_loop()
    finished: asyncio.Future[int] = loop.create_future()
    server.protocol.set_writer(Writer(stdout))

    def finish(code: int) -> None:
        if not finished.done():
            finished.set_result(code)

    def handle(body: bytes) -> None:
        try:
            message = json.loads(body, object_hook=server.protocol.structure_message)
            if not hasattr(message, "jsonrpc"):
                raise JsonRpcParseError("a message is a JSON object with jsonrpc, and method or id")
            server.protocol.handle_message(message)
        except SystemExit as exit_request:
            finish(int(exit_request.code or 0))
        except BrokenPipeError:
            finish(1)
        except Exception as error:  # whatever a peer sends, the next message is read
            logger.exception("a message could not be handled")
            server.report_server_error(error, JsonRpcException)

    def read() -> None:
        frames = Frames(stdin)
        try:
            while (body := frames.next()) is not None:
                if body:
                    loop.call_soon_threadsafe(handle, body)
            loop.call_soon_threadsafe(finish, 1)
        except RuntimeError:  # the loop is closed: the server has finished
            logger.debug("input after the end")

    server.workbench.start(loop)
    server.preload()
    threading.Thread(target=read, name="okr-lint-input", daemon=True).start()
    try:
        return await finished
    finally:
        server.workbench.stop()
