"""Real editors; installed by ci/install-editors.sh, run by `make test-editors` only."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

    from tests.editors.session import Session

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
ODD = (
    "# 门店组 2026 Q4\n\n负责人：小周\n\n## O1：让𠮷野家店长轻松排班\n"
    "- KR1：𠮷👩‍👩‍👧e\u0301，尽量把排班耗时从 95 分钟降到 10 分钟\n"
    "-\tKR2：\u3000尽量把差评率从 8% 降到 3%\n- KR3：👩‍👩‍👧尽量把投诉从 9 起降到 3 起\n"
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


@pytest.fixture(scope="session", params=["en", "zh-cn"])
def session(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, playwright: Playwright
) -> Iterator[Session]:
    """VS Code with a folder of OKRs, once in each language; the Chinese one has an environment bundled."""
    from tests.editors.code_server import code_server, interpreter
    from tests.editors.session import Session, launched, settings
    from tests.editors.words import WORDS

    words = WORDS[request.param]
    workspace, home = tmp_path_factory.mktemp("workspace"), tmp_path_factory.mktemp("code-server")
    (workspace / "team-okr.md").write_text(TEXT, encoding="utf-8")
    (workspace / "company-okr.md").write_text("# 2026 Q4\n\n## O1: Small bakeries trust us\n- KR1: Improve things\n")
    (workspace / "notes.md").write_text("# Minutes\n\nWe met.\n", encoding="utf-8")
    settings(workspace, interpreter=str(interpreter(home / "python-of-tests")))
    pictures = tmp_path_factory.mktemp("pictures")
    with code_server(home, words.locale, bundled=words.locale != "en") as editor:
        page = launched(playwright, editor.url(workspace))
        try:
            yield Session(page, words, editor, workspace, pictures)
        finally:
            page.screenshot(path=pictures / "last.png")
            assert page.context.browser
            page.context.browser.close()
