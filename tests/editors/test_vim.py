from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.editors.conftest import ROOT


def test_vim(workspace: Path, environment: dict[str, str]) -> None:
    out = workspace / "seen.json"
    environment |= {"OKR_ROOT": str(ROOT), "OKR_OUT": str(out), "TERM": "xterm"}
    command = ["vim", "--not-a-term", "-n", "-i", "NONE", "-u", "NONE", "-S", str(ROOT / "tests/editors/vim.vim")]
    ran = subprocess.run(
        command, cwd=workspace, env=environment, capture_output=True, stdin=subprocess.DEVNULL, timeout=300
    )
    assert out.exists(), ran.stdout.decode(errors="replace")[-3000:]
    seen = json.loads(out.read_text(encoding="utf-8"))
    found = {one["code"]: one for one in seen}
    assert found["K201"]["line"] == 6
    assert "优化" in found["K201"]["text"]
