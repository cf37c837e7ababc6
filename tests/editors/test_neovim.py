from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.editors.conftest import CACHE, ODD, ROOT, TEXT
from tests.lsp.test_robustness import CRASHING


def seen_by(script: str, workspace: Path, environment: dict[str, str]) -> dict[str, Any]:
    """What a script for Neovim has written down."""
    out = workspace / "seen.json"
    command = [
        str(CACHE / "nvim" / "bin" / "nvim"),
        "--headless",
        "--clean",
        "-S",
        str(ROOT / "tests/editors" / script),
    ]
    environment |= {"OKR_ROOT": str(ROOT), "OKR_OUT": str(out)}
    ran = subprocess.run(command, cwd=workspace, env=environment, capture_output=True, timeout=900)
    assert out.exists(), ran.stderr.decode()
    seen: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return seen


def test_neovim(workspace: Path, environment: dict[str, str]) -> None:
    seen = seen_by("neovim.lua", workspace, environment)
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


def test_odd_characters_progress_cancellation_and_a_crash(workspace: Path, environment: dict[str, str]) -> None:
    (workspace / "odd-okr.md").write_bytes(ODD.encode("utf-8-sig").replace(b"\n", b"\r\n"))
    crashing = workspace / "crashing"
    crashing.mkdir()
    (crashing / "sitecustomize.py").write_text(CRASHING.partition("from okr_lint.lsp.server")[0], encoding="utf-8")
    environment["PYTHONPATH"] = f"{crashing}:{environment.get('PYTHONPATH', '')}"
    seen = seen_by("neovim_odd.lua", workspace, environment)
    assert (seen["fileformat"], seen["bomb"], seen["encoding"]) == ("dos", True, "utf-8")
    assert [(d["line"], d["text"]) for d in seen["diagnostics"] if d["code"] == "K218"] == [
        (n, "尽量") for n in (5, 6, 7)
    ]
    assert seen["progress"][0] == "begin" and seen["progress"][-1] == "end"
    assert seen["answered"]
    assert any("the wheel came off" in message for message in seen["messages"])
    assert seen["during"] == 0
    assert [d["line"] for d in seen["after"] if d["code"] == "K218"] == [5, 6, 7, 8]
    assert seen["alive"]
