"""The bytes of the `files` part over HTTP are those that the command line prints, but for its indentation."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout
from pathlib import Path

import httpx
import pytest

from okr_lint.cli.main import main
from tests.contract.documents import DOCUMENTS
from tests.http.serving import Server

_STRING_OR_SPACE = re.compile(rb'("(?:[^"\\]|\\.)*")|\s+')


def files_part(said: bytes) -> bytes:
    """The part without white space between its tokens; strings and numbers stay as they were written."""
    close = _STRING_OR_SPACE.sub(rb"\1", said)
    return close[close.index(b'"files":') : close.rindex(b',"summary":')]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_same_bytes(name: str, tmp_path: Path, server: Server) -> None:
    path = tmp_path / name
    path.write_bytes(DOCUMENTS[name])
    out = io.StringIO()
    with redirect_stdout(out):
        main(["check", str(path), "--output-format", "json", "--isolated", "--no-cache"])
    upload = {"file": (name, DOCUMENTS[name])}
    answer = httpx.post(f"{server.url}/v1/check", files=upload, data={"path": str(path)}, timeout=60)
    assert files_part(answer.content) == files_part(out.getvalue().encode())
