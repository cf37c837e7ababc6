"""A window of code-server with the words that it is to show, and further windows of the same editor."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Page, Playwright

from tests.browser.conftest import CHROMIUM, FLAGS
from tests.editors import workbench as w
from tests.editors.code_server import PATIENCE, Editor
from tests.editors.words import Words


@dataclass
class Session:
    """The window in view."""

    page: Page
    words: Words
    editor: Editor
    folder: Path
    pictures: Path

    def shot(self, name: str) -> None:
        w.shot(self.page, name if self.words.locale == "en" else f"{name}-{self.words.locale}", self.pictures)

    @contextmanager
    def window(self, folder: Path) -> Iterator[Session]:
        """Another folder in a window of its own."""
        browser = self.page.context.browser
        assert browser
        page = opened(browser, self.editor.url(folder))
        try:
            yield Session(page, self.words, self.editor, folder, self.pictures)
        finally:
            page.screenshot(path=self.pictures / f"last-{folder.name}.png")
            page.context.close()


def settings(folder: Path, **changed: Any) -> None:
    """Write the settings of a folder; the names are without "okrLint."."""
    path = folder / ".vscode" / "settings.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({f"okrLint.{name}": value for name, value in changed.items()}), encoding="utf-8")


def launched(playwright: Playwright, address: str) -> Page:
    """A page with the workbench; the one retry is for a browser that does not come up."""
    for last in (False, True):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS, timeout=PATIENCE * 1000)
        try:
            return opened(browser, address)
        except Error:
            browser.close()
            if last:
                raise
    raise AssertionError("unreachable")


def opened(browser: Browser, address: str) -> Page:
    """A page with the workbench."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.set_default_timeout(PATIENCE * 1000)
    page.goto(address)
    page.wait_for_selector(".monaco-workbench .part.sidebar .monaco-list-row", timeout=PATIENCE * 500)
    return page
