"""A language client over a real process: frames written and read by hand, no library of the server's."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

PATIENCE = 120.0  # seconds; the machine may be busy
FULL_CAPABILITIES: dict[str, Any] = {
    "general": {"positionEncodings": ["utf-16"]},
    "window": {"workDoneProgress": True},
    "workspace": {
        "workspaceEdit": {"documentChanges": True},
        "inlayHint": {"refreshSupport": True},
        "codeLens": {"refreshSupport": True},
    },
    "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}},
}


class Client:
    """Starts ``okr-lint lsp`` and speaks to it; answers its requests from ``answers``."""

    def __init__(self, command: list[str] | None = None, cwd: Path | None = None) -> None:
        command = command or [sys.executable, "-m", "okr_lint", "lsp"]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=cwd
        )
        self.answers: dict[str, Any] = {}
        self.notifications: list[dict[str, Any]] = []
        self.requests: list[dict[str, Any]] = []
        self.stderr: list[bytes] = []
        self._responses: dict[str, dict[str, Any]] = {}
        self._arrived = threading.Condition()
        self._next_id = 0
        self._threads = [threading.Thread(target=self._read), threading.Thread(target=self._read_stderr)]
        for thread in self._threads:
            thread.daemon = True
            thread.start()

    def _read_stderr(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            self.stderr.append(line)

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream
        while line := stream.readline():
            length = 0
            while line.strip():
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
                line = stream.readline()
            message = json.loads(stream.read(length))
            message["_at"] = time.perf_counter()
            with self._arrived:
                if "method" in message and "id" in message:
                    self.requests.append(message)
                    with contextlib.suppress(BrokenPipeError, ValueError):  # our end may be closed already
                        self.send({"id": message["id"], "result": self._answer(message)})
                elif "method" in message:
                    self.notifications.append(message)
                else:
                    self._responses[json.dumps(message.get("id"))] = message
                self._arrived.notify_all()

    def _answer(self, message: dict[str, Any]) -> Any:
        answer = self.answers.get(message["method"])
        return answer(message.get("params")) if callable(answer) else answer

    def raw(self, data: bytes) -> None:
        assert self.process.stdin
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def notify(self, method: str, params: Any) -> None:
        self.send({"method": method, "params": params})

    def start_request(self, method: str, params: Any) -> int:
        self._next_id += 1
        self.send({"id": self._next_id, "method": method, "params": params})
        return self._next_id

    def response(self, id: int, patience: float = PATIENCE) -> dict[str, Any]:
        return self._wait(lambda: self._responses.get(json.dumps(id)), patience, f"response {id}")

    def request(self, method: str, params: Any) -> Any:
        response = self.response(self.start_request(method, params))
        assert "error" not in response, response
        return response["result"]

    def _wait(self, look: Any, patience: float, what: str) -> Any:
        deadline = time.monotonic() + patience
        with self._arrived:
            while (found := look()) is None:
                left = deadline - time.monotonic()
                if left <= 0 or self.process.poll() is not None:
                    errors = b"".join(self.stderr).decode(errors="replace")
                    raise AssertionError(f"no {what}; exit code {self.process.poll()}\n{errors[-4000:]}")
                self._arrived.wait(min(left, 0.5))
            return found

    def notification(self, method: str, test: Any = lambda params: True, patience: float = PATIENCE) -> Any:
        """The params of the first notification of a method that passes a test; it is taken out."""

        def look() -> Any:
            for index, message in enumerate(self.notifications):
                if message["method"] == method and test(message["params"]):
                    return self.notifications.pop(index)
            return None

        return self._wait(look, patience, method)["params"]

    def initialize(self, capabilities: dict[str, Any] | None = None, root: Path | None = None, **more: Any) -> Any:
        folders = [{"uri": root.as_uri(), "name": root.name}] if root else None
        params = {"processId": None, "rootUri": root.as_uri() if root else None, "workspaceFolders": folders}
        params["capabilities"] = FULL_CAPABILITIES if capabilities is None else capabilities
        result = self.request("initialize", {**params, **more})
        self.notify("initialized", {})
        return result

    def open(
        self, text: str, uri: str = "file:///okr/team-okr.md", version: int = 1, language: str = "markdown"
    ) -> str:
        document = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})
        return uri

    def change(self, uri: str, version: int, *changes: dict[str, Any]) -> None:
        identifier = {"uri": uri, "version": version}
        self.notify("textDocument/didChange", {"textDocument": identifier, "contentChanges": list(changes)})

    def diagnostics(self, uri: str, version: int | None = None, test: Any = lambda items: True) -> list[dict[str, Any]]:
        """The diagnostics that were pushed for a version."""

        def fits(params: Any) -> bool:
            return (
                params["uri"] == uri
                and (version is None or params.get("version") == version)
                and test(params["diagnostics"])
            )

        return self.notification("textDocument/publishDiagnostics", fits)["diagnostics"]

    def close(self) -> int:
        if self.process.poll() is None:
            self.request("shutdown", None)
            self.notify("exit", None)
        code = self.process.wait(PATIENCE)
        for thread in self._threads:
            thread.join(PATIENCE)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream:
                stream.close()
        return code

    def kill(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for thread in self._threads:
            thread.join(PATIENCE)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()


def at(line: int, character: int) -> dict[str, int]:
    return {"line": line, "character": character}


def span(line: int, start: int, end: int) -> dict[str, Any]:
    return {"start": at(line, start), "end": at(line, end)}


WHOLE = {"start": at(0, 0), "end": at(10_000, 0)}
__all__ = ["FULL_CAPABILITIES", "PATIENCE", "WHOLE", "Client", "at", "span"]
