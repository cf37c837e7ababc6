from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.editors.conftest import ODD, ROOT


def test_emacs(workspace: Path, environment: dict[str, str]) -> None:
    out = workspace / "seen.json"
    (workspace / "odd-okr.md").write_bytes(ODD.encode("utf-8-sig").replace(b"\n", b"\r\n"))
    environment |= {"OKR_ROOT": str(ROOT), "OKR_OUT": str(out)}
    command = [
        "emacs",
        "--batch",
        "-l",
        "package",
        "-f",
        "package-initialize",
        "-l",
        str(ROOT / "tests/editors/emacs.el"),
    ]
    ran = subprocess.run(command, cwd=workspace, env=environment, capture_output=True, timeout=900)
    assert out.exists(), ran.stderr.decode()[-3000:]
    seen = json.loads(out.read_text(encoding="utf-8"))
    assert [d["text"] for d in seen["odd"]].count("尽量") == 3
    assert "优化👍排班流程" in [d["text"] for d in seen["before"]]
    assert "尽量" in [d["text"] for d in seen["before"]]
    assert "- KR2：把排班耗时从 95 分钟降到 10 分钟\n" in seen["text"]
    assert "尽量" not in [d["text"] for d in seen["after"]]
    assert "优化👍排班流程" in [d["text"] for d in seen["after"]]
