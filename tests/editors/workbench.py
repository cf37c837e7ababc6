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
ACTIONS = ".action-widget .monaco-list-row.action"
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


def place(page: Page, text: str, first: int | None = None) -> dict[str, Any] | None:
    """Where a text, or its first characters, stands in the editor, with the squiggles on its line; None: not shown."""
    found: dict[str, Any] | None = page.evaluate(PLACES, [text, first or len(text.encode("utf-16-le")) // 2])
    return found


def underlined(page: Page, text: str, first: int | None = None) -> dict[str, Any] | None:
    """Where a text stands, if a squiggle lies below exactly it, or exactly its first characters."""
    found = place(page, text)
    marked = place(page, text, first) if first else found
    fits = marked and any(
        abs(left - marked["left"]) < 3 and abs(right - marked["right"]) < 3 for left, right in marked["squiggles"]
    )
    return found if fits else None


def point(page: Page, text: str) -> dict[str, float]:
    """The middle of a text, for the mouse."""
    found = place(page, text)
    assert found, text
    return {"x": found["x"], "y": found["y"]}


def problems_panel(page: Page) -> None:
    """Show the Problems panel."""
    until(
        lambda: page.locator(".markers-panel").is_visible(), "the panel", lambda: page.keyboard.press("Control+Shift+M")
    )


def problem_rows(page: Page, file: str, code: str) -> list[str]:
    """The entries of a file with a code, near the top of the panel: only rows in view are there."""
    box = page.locator(".markers-panel").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.wheel(0, -5000)
    name, found = "", []
    for row in page.locator(".markers-panel .monaco-list-row").all_inner_texts():
        head = row.strip().split("\n")[0].strip()
        if head.endswith((".md", ".yaml")):
            name = head
        elif name == file and code in row:
            found.append(row)
    return found


def offered(page: Page, text: str, first: int | None = None) -> list[str]:
    """The titles of what the light bulb offers at a text, or at its first characters."""

    def ask() -> None:
        page.keyboard.press("Escape")
        at = place(page, text, first)
        assert at, text
        page.mouse.click(at["x"], at["y"])
        page.keyboard.press("Control+.")

    until(lambda: page.locator(ACTIONS).count(), "the actions", ask)
    return page.locator(ACTIONS).all_inner_texts()


def choose(page: Page, title: str) -> None:
    """Click what is offered; a layer for clicks outside lies over the menu: the mouse itself must click."""
    box = page.locator(ACTIONS, has_text=title).first.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector(".action-widget", state="hidden")


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
        page.wait_for_timeout(600)  # what fades in is to be seen whole
    page.screenshot(path=folder / f"vscode-{name}.png")
    if folder == ROOT / "docs" / "images" and name in ("problems", "hover"):
        page.screenshot(path=ROOT / "editors/vscode/media" / f"{name}.png", clip=CLIP)  # type: ignore[arg-type]
