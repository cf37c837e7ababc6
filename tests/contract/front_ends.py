"""Every way to have a document checked; each gives the JSON contract's object of the file.

To add a front end, write one function and name it in ``FRONT_ENDS``.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import httpx

from okr_lint import Linter
from okr_lint.cli.main import main
from okr_lint.http.jobs.work import run
from okr_lint.reporters.json_report import report
from tests.contract.editor import language_server
from tests.http.serving import Server

FrontEnd = Callable[[Path, Server], dict[str, Any]]


def library(path: Path, server: Server) -> dict[str, Any]:
    (file,) = json.loads(json.dumps(report([Linter().check_file(path)])))["files"]
    return dict(file)


def command_line(path: Path, server: Server) -> dict[str, Any]:
    out = io.StringIO()
    with redirect_stdout(out):
        code = main(["check", str(path), "--output-format", "json", "--isolated", "--no-cache"])
    assert code in (0, 1, 2), sys.stderr
    (file,) = json.loads(out.getvalue())["files"]
    return dict(file)


def http_upload(path: Path, server: Server) -> dict[str, Any]:
    files = {"file": (path.name, path.read_bytes())}
    return _one(httpx.post(f"{server.url}/v1/check", files=files, data={"path": str(path)}, timeout=60))


def http_body(path: Path, server: Server) -> dict[str, Any]:
    url = f"{server.url}/v1/check"
    return _one(httpx.post(url, content=path.read_bytes(), params={"path": str(path)}, timeout=60))


def http_batch(path: Path, server: Server) -> dict[str, Any]:
    """Text formats only; others go the way of an upload."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return http_upload(path, server)
    line = json.dumps({"text": text, "path": str(path)}) + "\n"
    return _one(httpx.post(f"{server.url}/v1/check/batch", content=line.encode(), timeout=60))


def http_worker(path: Path, server: Server) -> dict[str, Any]:
    """What a worker does, without the network."""
    header = {"job": "check", "media_type": "", "query": {"path": str(path)}}
    answer, body = run(header, path.read_bytes())
    assert answer["status"] == 200, answer
    return dict(json.loads(body)["files"][0])


def _one(answer: httpx.Response) -> dict[str, Any]:
    assert answer.status_code == 200, answer.text
    (file,) = answer.json()["files"]
    return dict(file)


FRONT_ENDS: dict[str, FrontEnd] = {
    "library": library,
    "command line": command_line,
    "HTTP upload": http_upload,
    "HTTP body": http_body,
    "HTTP batch": http_batch,
    "HTTP worker": http_worker,
    "language server": language_server,
}
