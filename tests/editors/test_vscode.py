"""The packed extension in a real VS Code, driven by Chromium."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.editors.code_server import code_server
from tests.editors.conftest import ROOT

PLACES = (ROOT / "tests/editors/places.js").read_text(encoding="utf-8")
WEAK = "优化👍排班流程"
HEDGE = "尽量"


@pytest.fixture
def page(workspace: Path, tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Iterator[Page]:
    home = tmp_path_factory.mktemp("code-server")
    with code_server(workspace, home, environment) as address, sync_playwright() as playwright:
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        made = browser.new_page(viewport={"width": 1280, "height": 800})
        made.set_default_timeout(180_000)
        made.goto(address)
        made.wait_for_selector(".monaco-workbench .part.sidebar")
        yield made
        browser.close()


def until(look: Callable[[], Any], what: str, seconds: float = 180) -> Any:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := look():
            return found
        time.sleep(0.2)
    raise AssertionError(f"not seen: {what}")


def shot(page: Page, name: str, folder: Path) -> None:
    """A picture of the session; kept in docs/images and the extension when OKR_LINT_SCREENSHOTS is set."""
    if os.environ.get("OKR_LINT_SCREENSHOTS"):
        folder = ROOT / "docs" / "images"
        if name in ("problems", "hover"):
            clip = {"x": 348, "y": 65, "width": 900, "height": 600}
            page.screenshot(path=ROOT / "editors/vscode/media" / f"{name}.png", clip=clip)
    page.screenshot(path=folder / f"vscode-{name}.png")


def lines(page: Page) -> str:
    return "\n".join(page.locator(".monaco-editor .view-lines .view-line").all_inner_texts()).replace("\xa0", " ")


def problems(page: Page) -> str:
    return "\n".join(page.locator(".markers-panel .monaco-list-row").all_inner_texts())


def test_vscode(page: Page, tmp_path_factory: pytest.TempPathFactory) -> None:
    pictures = tmp_path_factory.mktemp("pictures")
    page.locator(".explorer-folders-view .monaco-list-row", has_text="team-okr.md").dblclick()

    def underlined(text: str) -> dict[str, Any] | None:
        place = page.evaluate(PLACES, text)
        fits = place and any(
            abs(left - place["left"]) < 3 and abs(right - place["right"]) < 3 for left, right in place["squiggles"]
        )
        return place if fits else None

    weak = until(lambda: underlined(WEAK), "a squiggle below exactly the weak statement, emoji included")
    until(lambda: underlined(HEDGE), "a squiggle below exactly the hedge")
    hinted = until(lambda: (p := page.evaluate(PLACES, WEAK)) and "·" in p["text"] and p, "an inlay hint")
    before, _, after = hinted["text"].partition(WEAK)
    assert before.endswith("KR1：")
    assert after.strip()[0].isdigit()  # the score stands right behind the statement

    page.keyboard.press("Control+Shift+M")
    until(lambda: "K201" in problems(page), "the Problems entry")
    code = until(lambda: [line for line in problems(page).split("\n") if HEDGE in line], "the hedge's entry")
    shot(page, "problems", pictures)

    weak = page.evaluate(PLACES, WEAK)
    page.mouse.move(weak["x"], weak["y"])
    page.wait_for_selector(".monaco-hover:visible")
    until(lambda: "为什么" in page.locator(".monaco-hover:visible").first.inner_text(), "the hover with the reasons")
    shot(page, "hover", pictures)
    page.mouse.move(640, 15)  # the hover would lie over the next line
    page.wait_for_selector(".monaco-hover:visible", state="hidden")

    hedge = page.evaluate(PLACES, HEDGE)
    page.mouse.click(hedge["x"], hedge["y"])
    page.keyboard.press("Control+.")
    page.wait_for_selector(".action-widget .monaco-list-row.action")
    shot(page, "actions", pictures)
    rows = page.locator(".action-widget .monaco-list-row.action")
    texts = rows.all_inner_texts()
    chosen = next(n for n, text in enumerate(texts) if not any(mark in text for mark in ("→", "忽略", "新增")))
    box = rows.nth(chosen).bounding_box()  # a layer for clicks outside lies over the menu: the mouse itself must click
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    until(lambda: "KR2：把排班耗时" in lines(page), f"the fixed line ({texts})")
    until(lambda: not any(line in problems(page) for line in code), "the Problems entry is gone")
    until(lambda: "K201" in problems(page), "the entry of the other finding, still there")
    shot(page, "fixed", pictures)
