"""What a person does at VS Code's window, each step until what it is to bring about is seen."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from playwright.sync_api import Page

from tests.editors.code_server import PATIENCE
from tests.editors.conftest import ROOT

T = TypeVar("T")
PLACES = (ROOT / "tests/editors/places.js").read_text(encoding="utf-8")
STATUS = '.statusbar-item[id="okr-lint.okr-lint.okrLint.status"]'
WIDGET = ".quick-input-widget:visible"
KEPT = ("problems", "hover", "actions")  # pictures that pages show
CLIP = {"x": 348, "y": 65, "width": 900, "height": 600}  # of the walkthrough's pictures


def until(look: Callable[[], T], what: str, again: Callable[[], Any] | None = None) -> T:
    """What ``look`` gives as soon as it is true.

    Args:
        what: what was not seen, for the message.
        again: done every five seconds until then, for what the editor may have missed while it was busy.

    Raises:
        AssertionError: it was not seen in time.
    """
    deadline = time.monotonic() + PATIENCE
    next_try = 0.0
    while time.monotonic() < deadline:
        if again is not None and time.monotonic() >= next_try:
            again()
            next_try = time.monotonic() + 5
        if found := look():
            return found
        time.sleep(0.1)
    raise AssertionError(f"not seen: {what}")


def place(page: Page, text: str) -> dict[str, Any] | None:
    """Where a text stands in the editor, with the squiggles on its line; None where it is not shown."""
    found: dict[str, Any] | None = page.evaluate(PLACES, text)
    return found


def lines(page: Page) -> str:
    """The lines that editors show."""
    return "\n".join(page.locator(".monaco-editor .view-lines .view-line").all_inner_texts()).replace("\xa0", " ")


def problems(page: Page) -> str:
    """The rows of the Problems panel."""
    return "\n".join(page.locator(".markers-panel .monaco-list-row").all_inner_texts())


def open_file(page: Page, name: str) -> None:
    """Open a file of the explorer."""
    row = page.locator(".explorer-folders-view .monaco-list-row", has_text=name)
    until(lambda: page.locator(".tab.active", has_text=name).count(), f"{name} is open", row.dblclick)


def palette(page: Page, title: str) -> None:
    """Run a command by its title, as the palette shows it."""
    row = page.locator(f"{WIDGET} .monaco-list-row", has_text=title).first

    def ask() -> None:
        page.keyboard.press("Escape")
        page.keyboard.press("F1")
        page.locator(f"{WIDGET} input").first.fill(f">{title}")

    until(row.is_visible, f"the command {title!r}", ask)
    row.click()


def notification(page: Page, word: str) -> str:
    """The text of a notification that holds a word."""
    toast = page.locator(".notification-list-item-message", has_text=word).first
    until(toast.is_visible, f"a notification with {word!r}")
    return toast.inner_text()


def shot(page: Page, name: str, folder: Path) -> None:
    """A picture of the session; some are kept in docs/images and the extension when OKR_LINT_SCREENSHOTS is set."""
    if os.environ.get("OKR_LINT_SCREENSHOTS") and name in KEPT:
        folder = ROOT / "docs" / "images"
        if name in ("problems", "hover"):
            page.screenshot(path=ROOT / "editors/vscode/media" / f"{name}.png", clip=CLIP)  # type: ignore[arg-type]
    page.screenshot(path=folder / f"vscode-{name}.png")
