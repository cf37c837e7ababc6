"""okr-lint diff: files, folders, formats, exit codes."""

import json
import subprocess
from pathlib import Path

from conftest import GOOD, Run

OLD = (
    "---\ncycle: 2026 Q3\n---\n# O1: Bikes come back clean\n- KR1: Claims fall from 80 to 20\n"
    "- KR2: Wash time falls from 9 to 4 minutes\n"
)
NEW = OLD.replace("to 20", "to 40").replace("- KR2: Wash time falls from 9 to 4 minutes\n", "")


def test_two_files(run: Run) -> None:
    Path("a.md").write_text(OLD)
    Path("b.md").write_text(NEW)
    ran = run("diff", "a.md", "b.md")
    assert ran.code == 1 and "D501" in ran.out and "D502" in ran.out and "20 → " in ran.out.replace("to 20", "20")
    assert run("diff", "a.md", "a.md").code == 0
    made = json.loads(run("diff", "a.md", "b.md", "--output-format", "json").out)
    assert [c["kind"] for c in made["changes"]] == ["same", "retargeted", "dropped"]
    assert [f["code"] for f in made["files"][0]["findings"]] == ["D502", "D501"]
    assert run("diff", "a.md", "b.md", "--ignore", "D501").code == 0
    assert run("diff", "a.md", "b.md", "--output-format", "sarif").code == 1


def test_folders_and_what_cannot_be_read(run: Run) -> None:
    for folder, text in (("old", OLD), ("new", NEW)):
        Path(folder).mkdir()
        Path(folder, "bikes.md").write_text(text)
    ran = run("diff", "old", "new")
    assert ran.code == 1 and "new/bikes.md" in ran.out
    Path("new/broken.yaml").write_text("objectives: [")
    assert run("diff", "old", "new").code == 2
    ran = run("diff", "old", "nowhere")
    assert ran.code == 2 and "neither a file, a folder nor a git revision" in ran.err


def test_a_revision_is_walked_like_a_folder(run: Run) -> None:
    """What the configuration leaves out on disk is left out in a commit too, and so are files of settings."""

    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)

    for folder in ("team", "old", "rules"):
        Path(folder).mkdir()
    Path("okr-lint.toml").write_text('extend = "house.toml"\nexclude = ["old/"]\nrule_folders = ["rules"]\n')
    Path("house.toml").write_text("preview = false\n")
    Path("old/broken.json").write_text("{")
    Path("team/a.md").write_text(GOOD)
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "one")
    Path("team/a.md").write_text(GOOD.replace("to 85%", "to 60%"))
    git("commit", "-qam", "two")
    for sides in (("HEAD~1", "HEAD"), ("HEAD~1", "."), ("HEAD~1", "team")):
        ran = run("diff", *sides, "--output-format", "json")
        made = json.loads(ran.out)
        assert ran.code == 1 and len(made["files"]) == 1
        assert [f["code"] for f in made["files"][0]["findings"]] == ["D501"]
