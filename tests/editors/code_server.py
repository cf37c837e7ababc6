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
from dataclasses import dataclass
from pathlib import Path

from tests.editors import language_pack, python_extension
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
    "files.autoSave": "off",
    "workbench.reduceMotion": "on",  # no picture of something half faded in
    "editor.quickSuggestions": {"other": "off", "comments": "off", "strings": "off"},  # Tab is for tab stops
    "editor.wordBasedSuggestions": "off",
}


@dataclass(frozen=True)
class Editor:
    """A running code-server."""

    home: Path
    address: str

    def url(self, folder: Path) -> str:
        """The page that has a folder open."""
        return f"{self.address}/?folder={folder}"

    @property
    def vsix(self) -> Path:
        """What was packed and installed."""
        return self.home / "okr-lint.vsix"

    def servers(self, folder: Path | None = None) -> dict[int, dict[str, str]]:
        """The language servers that run, of one folder's window or of all, with their environments (Linux)."""
        found = {}
        for entry in Path("/proc").iterdir():
            try:
                if entry.name.isdigit() and b"okr_lint\0lsp" in (entry / "cmdline").read_bytes():
                    pairs = (entry / "environ").read_bytes().decode("utf-8", "replace").split("\0")
                    variables = {name: value for name, _, value in (pair.partition("=") for pair in pairs)}
                    here = folder is None or (entry / "cwd").resolve() == folder.resolve()
                    if here and variables.get("HOME") == str(self.home):
                        found[int(entry.name)] = variables
            except OSError:  # it has ended meanwhile
                continue
        return found


def interpreter(path: Path, more: Path | None = None, then: str = "") -> Path:
    """A Python with this checkout's okr-lint, written as a program; its server knows it as ``OKR_STARTED_BY``.

    Args:
        more: a folder whose modules come before.
        then: what is put before its arguments.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    modules = f"{more}:{ROOT}" if more else str(ROOT)
    lines = ["#!/bin/sh", f"export OKR_STARTED_BY='{path}' PYTHONPATH='{modules}'"]
    path.write_text("\n".join([*lines, f"exec '{ROOT}/.venv/bin/python' {then} \"$@\"", ""]), encoding="utf-8")
    path.chmod(0o755)
    return path


def environment_of(home: Path) -> dict[str, str]:
    """A home of its own, and no okr-lint to be found; ``home/bin`` comes first on the PATH."""
    found = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    path = [one for one in os.environ["PATH"].split(":") if not (Path(one) / "okr-lint").exists()]
    return {**found, "HOME": str(home), "PATH": ":".join([str(home / "bin"), *path]), "LC_ALL": "C.UTF-8"}


@contextmanager
def code_server(home: Path, locale: str, *, bundled: bool) -> Iterator[Editor]:
    """A running editor, its extensions in "en" or "zh-cn"; ours packed with or without an environment."""
    environment = environment_of(home)
    vsix = home / "okr-lint.vsix"
    _run([str(ROOT / "tools/pack_vsix.sh"), *(["--bundle"] if bundled else []), str(vsix)], dict(os.environ))
    (home / ".profile").write_text(f"PATH='{environment['PATH']}'\n", encoding="utf-8")  # a login shell is asked for it
    (home / "data" / "User").mkdir(parents=True)
    (home / "data" / "User" / "settings.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
    if locale != "en":
        language_pack.install(home / "data", locale)
    program = str(CACHE / "code-server" / "node_modules" / ".bin" / "code-server")
    folders = ["--user-data-dir", str(home / "data"), "--extensions-dir", str(home / "extensions")]
    wanted = [part for one in (vsix, python_extension.pack(home)) for part in ("--install-extension", str(one))]
    _run([program, *folders, *wanted], environment)
    with socket.socket() as probe:  # as late as can be: nobody else should take it meanwhile
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    flags = ["--auth", "none", "--bind-addr", f"127.0.0.1:{port}", "--disable-telemetry", "--disable-update-check"]
    address = f"http://127.0.0.1:{port}"
    command = [program, *flags, "--locale", locale, *folders]
    process = _started(command, environment, f"{address}/healthz", home / "log.txt")
    try:
        yield Editor(home, address)
    finally:
        process.terminate()
        process.wait(PATIENCE)


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
