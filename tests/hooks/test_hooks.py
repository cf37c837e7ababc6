"""The hooks with pre-commit itself, on a real repository; the scripts of the Action and of the GitLab template."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from okr_lint.config.starter import pre_commit_entry

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
GOOD = (
    "---\ncycle: 2026 Q3\nowner: kitchen crew\n---\n\n# O1: Let the night shift eat as well as the day shift\n\n"
    "- KR1: Share of night meals served hot rises from 40% to 85%\n"
    "- KR2: Night meals thrown away fall from 60 to 20 a week\n"
)
HEDGED = GOOD.replace("Let the night", "Try to let the night")
STALE = GOOD.replace("day shift\n", "day shift <!-- okr-lint: ignore O108 -->\n")


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with our hooks, run by the okr-lint that is installed here."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    local = [{**hook, "language": "system"} for hook in hooks]
    (tmp_path / ".gitignore").write_text(".home\n.cache\n")
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": local}]}))
    git(tmp_path, "init", "-q")
    return tmp_path


def pre_commit(repository: Path, hook: str, **files: str) -> subprocess.CompletedProcess[str]:
    for name, text in files.items():
        (repository / f"okr-{name}.md").write_text(text, encoding="utf-8")
    (repository / "README.md").write_text("No objective in here.\n")
    (repository / "okr.py").write_text("print('try to be world-class')\n")
    git(repository, "add", "-A")
    environment = {
        **os.environ,
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(repository / ".home"),
        "XDG_CACHE_HOME": str(repository / ".cache"),
    }
    return subprocess.run(
        [BIN / "pre-commit", "run", hook, "--all-files"],
        cwd=repository,
        env=environment,
        capture_output=True,
        text=True,
    )


def test_manifest_is_valid() -> None:
    subprocess.run([BIN / "pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml"], check=True)


def test_the_entry_that_init_writes_is_the_hook(tmp_path: Path) -> None:
    """Above all one run for all files: links lead from file to file."""
    path = tmp_path / ".pre-commit-config.yaml"
    path.write_text(pre_commit_entry(), encoding="utf-8")
    subprocess.run([BIN / "pre-commit", "validate-config", path], check=True)
    (entry,) = yaml.safe_load(pre_commit_entry())["repos"][0]["hooks"]
    hook = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
    for name in ("id", "entry", "language", "files", "exclude", "require_serial"):
        assert entry[name] == hook[name]


def test_the_hook_passes_and_fails(repository: Path) -> None:
    done = pre_commit(repository, "okr-lint", a=GOOD)
    assert done.returncode == 0, done.stdout
    done = pre_commit(repository, "okr-lint", a=GOOD, b=HEDGED)
    assert done.returncode == 1 and "O108" in done.stdout and "okr-b.md" in done.stdout and "okr.py" not in done.stdout


def test_toml_is_checked_but_not_where_it_holds_settings(repository: Path) -> None:
    folder = repository / "okrs"
    folder.mkdir()
    (folder / "okr-lint.toml").write_text('lang = "en"\n')
    (folder / "pyproject.toml").write_text("[project]\n")
    (folder / "crew.toml").write_text('[[objectives]]\ntitle = "Try to let the night shift eat as well as the day"\n')
    done = pre_commit(repository, "okr-lint", a=GOOD)
    assert done.returncode == 1 and "okrs/crew.toml" in done.stdout and "O108" in done.stdout
    assert "okr-lint.toml" not in done.stdout and "pyproject.toml" not in done.stdout


def test_the_fixing_hook_mends_and_fails_once(repository: Path) -> None:
    assert pre_commit(repository, "okr-lint-fix", a=STALE).returncode == 1
    assert (repository / "okr-a.md").read_text(encoding="utf-8") == GOOD
    assert pre_commit(repository, "okr-lint-fix").returncode == 0


def run_script(script: str, folder: Path, **variables: str) -> int:
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    environment = {"PATH": path, "HOME": str(folder), "LC_ALL": "C.UTF-8", **variables}
    return subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=folder, env=environment).returncode


def test_the_scripts_of_action_and_template_run(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(HEDGED)
    steps = yaml.safe_load((ROOT / "ci" / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]
    given = {"FILES": ".", "ARGUMENTS": "", "SARIF": "found.sarif"}
    assert run_script(steps[2]["run"], tmp_path, **given) == 0
    assert "O108" in (tmp_path / "found.sarif").read_text(encoding="utf-8")
    assert run_script(steps[3]["run"], tmp_path, **given, FAIL_ON="warning") == 1
    assert run_script(steps[3]["run"], tmp_path, **given, FAIL_ON="error") == 0
    job = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))["okr-lint"]
    assert run_script("\n".join(job["script"]), tmp_path, **job["variables"]) == 1
    assert run_script("\n".join(job["script"]), tmp_path, **job["variables"]) == 1, "its own report is not checked"
    assert "O108" in (tmp_path / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8")
