"""Real editors; installed by ci/install-editors.sh, run by `make test-editors` only."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CACHE = Path(os.environ.get("OKR_LINT_EDITORS", Path.home() / ".cache" / "okr-lint-editors"))
if not os.environ.get("OKR_LINT_TEST_EDITORS"):
    collect_ignore_glob = ["test_*.py"]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A skipped test is a failure of `make test-editors`: it installs all that they need."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("OKR_LINT_TEST_EDITORS") and reporter and reporter.stats.get("skipped"):
        reporter.ensure_newline()
        reporter.write_line("skipped tests are failures here", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


TEXT = (
    "# 门店组 2026 Q4\n\n负责人：小周\n\n"
    "## O1：让门店店长轻松排班 👍🏽\n"
    "- KR1：优化👍排班流程\n"
    "- KR2：尽量把排班耗时从 95 分钟降到 10 分钟\n"
)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "team-okr.md").write_text(TEXT, encoding="utf-8")
    return tmp_path


def environment_in(home: Path) -> dict[str, str]:
    """A home of its own, and our okr-lint first on the PATH."""
    path = f"{ROOT / '.venv' / 'bin'}:{os.environ['PATH']}"
    return {**os.environ, "HOME": str(home), "PATH": path, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}


@pytest.fixture
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """For an editor of one test."""
    return environment_in(tmp_path_factory.mktemp("home"))
