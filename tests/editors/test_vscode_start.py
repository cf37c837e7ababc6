"""How the extension wakes up, and which okr-lint it finds: with nothing set, in windows of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.editors import workbench as w
from tests.editors.code_server import interpreter
from tests.editors.session import Session
from tests.lsp.test_robustness import CRASHING

WEAK = "Improve things"
TEXT = "# 2026 Q4\n\n## O1: Small bakeries trust us\n- KR1: Improve things\n"


def started_by(session: Session) -> str:
    """The program that the window's one server was started by, or its bundled libraries."""
    found = list(session.editor.servers(session.folder).values())
    return found[0].get("OKR_STARTED_BY") or found[0].get("PYTHONPATH", "") if len(found) == 1 else ""


@pytest.mark.parametrize("session", ["en"], indirect=True)
def test_the_search_for_an_interpreter_and_a_crash(session: Session, tmp_path: Path) -> None:
    """A window with an OKR file that nobody opens wakes the extension; what is found is better from step to step."""
    home, folder = session.editor.home, tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "team-okr.md").write_text(TEXT, encoding="utf-8")
    (folder / "logging.py").write_text("raise SystemExit('not the one of Python')\n", encoding="utf-8")
    with session.window(folder) as window:
        page = window.page
        w.notification(page, "No Python with okr-lint was found")
        assert not window.editor.servers(folder)
        w.palette(page, "Notifications: Clear All Notifications")

        on_path = interpreter(home / "bin" / "okr-lint", then="-P -m okr_lint")
        w.palette(page, session.words.restart)
        w.until(lambda: started_by(window) == str(on_path), "okr-lint of the PATH")
        w.problems_panel(page)
        w.until(lambda: w.problem_rows(page, "team-okr.md", "K20"), "findings of a file that nobody opened")

        chosen = interpreter(home / "chosen-python")
        (home / "chosen").write_text(str(chosen), encoding="utf-8")
        w.palette(page, session.words.restart)
        w.until(lambda: started_by(window) == str(chosen), "the Python extension's choice")

        crashing = tmp_path / "crashing"
        crashing.mkdir()
        patch = CRASHING.partition("from okr_lint.lsp.server")[0]
        (crashing / "sitecustomize.py").write_text(patch, encoding="utf-8")
        own = interpreter(folder / ".venv" / "bin" / "python", more=crashing)
        w.palette(page, session.words.restart)
        w.until(lambda: started_by(window) == str(own), "the workspace's own environment")

        w.open_file(page, "team-okr.md")
        w.until(lambda: w.underlined(page, WEAK), "a squiggle")
        page.mouse.click(**w.point(page, WEAK))
        page.keyboard.press("End")
        page.keyboard.type(" CRASH")
        assert "the wheel came off" in w.notification(page, "okr-lint could not check")
        page.screenshot(path=window.pictures / "vscode-crash.png")
        for _ in " CRASH":
            page.keyboard.press("Backspace")
        w.until(lambda: w.underlined(page, WEAK), "a squiggle again")
        assert started_by(window) == str(own)  # the same one: it has lived on
    for path in (on_path, home / "chosen"):
        path.unlink()


@pytest.mark.parametrize("session", ["zh-cn"], indirect=True)
def test_front_matter_wakes_the_bundled_environment(session: Session, tmp_path: Path) -> None:
    """No file is one of OKRs by its name; none of the interpreters has okr-lint, the extension brings its own."""
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "plain.md").write_text(TEXT, encoding="utf-8")
    (folder / "rule.md").write_text(f"---\ntitle: none\n---\n\n{TEXT}\nAbout okrs.\n\n---\n", encoding="utf-8")
    (folder / "goals.md").write_text(f"---\ntype: OKR\n---\n\n{TEXT}", encoding="utf-8")
    with session.window(folder) as window:
        page = window.page
        w.problems_panel(page)
        for name in ("plain.md", "rule.md"):
            w.open_file(page, name)
            w.until(lambda: w.place(page, WEAK), "the text")
        assert not window.editor.servers(folder)
        w.open_file(page, "goals.md")
        w.until(lambda: w.underlined(page, WEAK), "a squiggle")
        (installed,) = (session.editor.home / "extensions").glob("okr-lint.okr-lint-*")
        assert started_by(window) == str(installed / "bundled" / "libs")
        assert not w.problem_rows(page, "plain.md", "K") and not w.problem_rows(page, "rule.md", "K")

        w.open_file(page, "plain.md")  # becomes one, is one no more, and is one again
        w.until(lambda: w.place(page, WEAK), "the text")
        page.mouse.click(**w.point(page, WEAK))
        page.keyboard.press("Control+Home")
        page.keyboard.type("---\nokrs: 2026\n---\n\n")
        w.until(lambda: w.underlined(page, WEAK), "a squiggle since the front matter says so")
        w.until(lambda: page.locator(w.STATUS).is_visible(), "the item in the status bar")
        page.keyboard.press("Control+Home")
        page.keyboard.press("Control+Shift+K")
        w.until(lambda: not w.underlined(page, WEAK) and not page.locator(w.STATUS).is_visible(), "no squiggle")
        page.keyboard.type("one line more\n")
        page.keyboard.press("Control+Home")
        page.keyboard.type("---\n")
        w.until(lambda: w.underlined(page, WEAK), "a squiggle at the place where the text stands now")
        window.shot("front-matter")
        w.palette(page, "File: Revert File")
