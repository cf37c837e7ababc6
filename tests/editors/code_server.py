"""A real VS Code (code-server) with our packed extension, on a port of its own."""

from __future__ import annotations

import json
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.editors.conftest import CACHE, ROOT

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
def code_server(workspace: Path, home: Path, environment: dict[str, str]) -> Iterator[str]:
    """The address of a running editor that has ``workspace`` open."""
    vsix = home / "okr-lint.vsix"
    subprocess.run([str(ROOT / "tools/pack_vsix.sh"), str(vsix)], check=True, capture_output=True, timeout=300)
    (home / "data" / "User").mkdir(parents=True)
    settings = {**SETTINGS, "okrLint.interpreter": str(ROOT / ".venv/bin/python")}
    (home / "data" / "User" / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = str(CACHE / "code-server" / "node_modules" / ".bin" / "code-server")
    folders = ["--user-data-dir", str(home / "data"), "--extensions-dir", str(home / "extensions")]
    subprocess.run(
        [program, *folders, "--install-extension", str(vsix)],
        check=True,
        capture_output=True,
        env=environment,
        timeout=300,
    )
    flags = ["--auth", "none", "--bind-addr", f"127.0.0.1:{port}", "--disable-telemetry", "--disable-update-check"]
    log = (home / "log.txt").open("wb")
    process = subprocess.Popen([program, *flags, *folders, str(workspace)], env=environment, stdout=log, stderr=log)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/healthz", process, home / "log.txt")
        yield f"{address}/?folder={workspace}"
    finally:
        process.terminate()
        process.wait(30)
        log.close()


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            assert process.poll() is None, log.read_text(encoding="utf-8", errors="replace")
            time.sleep(0.3)
    raise AssertionError(log.read_text(encoding="utf-8", errors="replace"))
