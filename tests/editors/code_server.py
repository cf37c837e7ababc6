"""A real VS Code (code-server) with our packed extension, on a port of its own."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.editors import language_pack
from tests.editors.conftest import CACHE, ROOT

PATIENCE = float(os.environ.get("OKR_LINT_PATIENCE", 240))  # seconds; conditions decide, this ends what hangs
SETTINGS = {
    "security.workspace.trust.enabled": False,
    "workbench.startupEditor": "none",
    "workbench.colorTheme": "Default Light Modern",
    "editor.minimap.enabled": False,
    "editor.fontSize": 15,
    "editor.unicodeHighlight.ambiguousCharacters": False,
    "window.commandCenter": False,
    "chat.commandCenter.enabled": False,
    "telemetry.telemetryLevel": "off",
    "update.mode": "none",
    "extensions.autoUpdate": False,
    "workbench.tips.enabled": False,
    "git.enabled": False,
}


@contextmanager
def code_server(workspace: Path, home: Path, environment: dict[str, str], locale: str) -> Iterator[str]:
    """The address of a running editor that has ``workspace`` open, its extensions in "en" or "zh-cn"."""
    vsix = home / "okr-lint.vsix"
    _run([str(ROOT / "tools/pack_vsix.sh"), str(vsix)], dict(os.environ))
    (home / "data" / "User").mkdir(parents=True)
    settings = {**SETTINGS, "okrLint.interpreter": str(ROOT / ".venv/bin/python")}
    (home / "data" / "User" / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    if locale != "en":
        language_pack.install(home / "data", locale)
    program = str(CACHE / "code-server" / "node_modules" / ".bin" / "code-server")
    folders = ["--user-data-dir", str(home / "data"), "--extensions-dir", str(home / "extensions")]
    _run([program, *folders, "--install-extension", str(vsix)], environment)
    with socket.socket() as probe:  # as late as can be: nobody else should take it meanwhile
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    flags = ["--auth", "none", "--bind-addr", f"127.0.0.1:{port}", "--disable-telemetry", "--disable-update-check"]
    address = f"http://127.0.0.1:{port}"
    command = [program, *flags, "--locale", locale, *folders, str(workspace)]
    process = _started(command, environment, f"{address}/healthz", home / "log.txt")
    try:
        yield f"{address}/?folder={workspace}"
    finally:
        process.terminate()
        process.wait(PATIENCE)


def server_processes(home: Path) -> set[int]:
    """The ids of the language servers that run in a home folder (Linux)."""
    found = set()
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and b"okr_lint\0lsp" in (entry / "cmdline").read_bytes():
                variables = (entry / "environ").read_bytes().split(b"\0")
                if f"HOME={home}".encode() in variables:
                    found.add(int(entry.name))
        except OSError:  # it has ended meanwhile
            continue
    return found


def _run(command: list[str], environment: dict[str, str]) -> None:
    ran = subprocess.run(command, capture_output=True, env=environment, timeout=PATIENCE * 2)
    assert ran.returncode == 0, (command, ran.stdout[-2000:], ran.stderr[-2000:])


def _started(command: list[str], environment: dict[str, str], url: str, log: Path) -> subprocess.Popen[bytes]:
    """code-server, ready; again where its two processes missed each other in the ten seconds that they wait."""
    for _ in range(3):
        with log.open("wb") as output:
            process = subprocess.Popen(command, env=environment, stdout=output, stderr=output)
        if _answers(url, process):
            return process
        process.kill()
        process.wait(PATIENCE)
        if "timed out" not in log.read_text(encoding="utf-8", errors="replace"):
            break
    raise AssertionError(log.read_text(encoding="utf-8", errors="replace"))


def _answers(url: str, process: subprocess.Popen[bytes]) -> bool:
    """Whether the server answers in time; False where its process ends."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return True
        except (urllib.error.URLError, OSError):
            if process.poll() is not None:
                return False
            time.sleep(0.3)
    return False
