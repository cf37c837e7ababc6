"""The privacy page says that checking uses no network; whoever tries to is caught here."""

import socket
from typing import Any

import pytest

from okr_lint.cli.main import main
from tests.docs.pages import ROOT


def test_no_command_opens_a_connection(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    tried: list[Any] = []

    def refuse(*args: Any, **_: Any) -> None:
        tried.append(args)
        raise OSError("no network here")

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    example = str(ROOT / "examples" / "draft.zh.md")
    for command in (["check", example, "-j", "1"], ["score", example], ["parse", example], ["rule", "K202"], ["rules"]):
        assert main(command) in (0, 1)
    assert not tried
    with pytest.raises(OSError, match="no network here"):
        socket.create_connection(("127.0.0.1", 9))
