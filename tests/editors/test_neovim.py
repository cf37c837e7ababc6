from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.editors.conftest import CACHE, ROOT, TEXT


def test_neovim(workspace: Path, environment: dict[str, str]) -> None:
    out = workspace / "seen.json"
    command = [
        str(CACHE / "nvim" / "bin" / "nvim"),
        "--headless",
        "--clean",
        "-S",
        str(ROOT / "tests/editors/neovim.lua"),
    ]
    environment |= {"OKR_ROOT": str(ROOT), "OKR_OUT": str(out)}
    ran = subprocess.run(command, cwd=workspace, env=environment, capture_output=True, timeout=900)
    assert out.exists(), ran.stderr.decode()
    seen = json.loads(out.read_text(encoding="utf-8"))
    before = {d["code"]: d for d in seen["before"]}
    assert before["K201"]["text"] == "优化👍排班流程"
    assert before["K201"]["line"] == 5
    hedge = seen["hedge"]
    assert before[hedge]["text"] == "尽量"
    lines = TEXT.splitlines()
    ends = {(hint["line"], hint["character"]) for hint in seen["hints"]}
    assert ends == {(n, len(lines[n].encode())) for n in (4, 5, 6)}  # Neovim negotiates UTF-8
    assert seen["lines"][6] == "- KR2：把排班耗时从 95 分钟降到 10 分钟"
    assert [d["code"] for d in seen["before"]].count(hedge) == 1
    assert hedge not in [d["code"] for d in seen["after"]]
    assert len({(d["code"], d["line"], d["text"]) for d in seen["before"]}) == len(
        seen["before"]
    )  # nothing shown twice
