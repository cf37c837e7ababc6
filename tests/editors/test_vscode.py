"""The packed extension in a real VS Code, driven by Chromium: underlines, hints, fixes, commands, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error, Page, Playwright

from tests.browser.conftest import CHROMIUM, FLAGS
from tests.editors import workbench as w
from tests.editors.code_server import PATIENCE, code_server, server_processes
from tests.editors.conftest import TEXT, environment_in
from tests.editors.words import WORDS, Words

WEAK = "优化👍排班流程"
HEDGE = "尽量"


@dataclass
class Session:
    """A window of the editor with the words that it is to show."""

    page: Page
    words: Words
    home: Path
    pictures: Path

    def shot(self, name: str) -> None:
        w.shot(self.page, name if self.words.locale == "en" else f"{name}-{self.words.locale}", self.pictures)


def launched(playwright: Playwright, address: str) -> Page:
    """A page with the workbench; the one retry is for a browser that does not come up."""
    for last in (False, True):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS, timeout=PATIENCE * 1000)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.set_default_timeout(PATIENCE * 1000)
        try:
            page.goto(address)
            page.wait_for_selector(".monaco-workbench .part.sidebar .monaco-list-row", timeout=PATIENCE * 500)
            return page
        except Error:
            browser.close()
            if last:
                raise
    raise AssertionError("unreachable")


@pytest.fixture(scope="module", params=WORDS)
def session(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, playwright: Playwright
) -> Iterator[Session]:
    words: Words = WORDS[request.param]
    workspace, home = tmp_path_factory.mktemp("workspace"), tmp_path_factory.mktemp("code-server")
    (workspace / "team-okr.md").write_text(TEXT, encoding="utf-8")
    (workspace / "company-okr.md").write_text("# 2026 Q4\n\n## O1: Small bakeries trust us\n- KR1: Improve things\n")
    (workspace / "notes.md").write_text("# Minutes\n\nWe met.\n", encoding="utf-8")
    pictures = tmp_path_factory.mktemp("pictures")
    with code_server(workspace, home, environment_in(home), words.locale) as address:
        page = launched(playwright, address)
        try:
            yield Session(page, words, home, pictures)
        finally:
            page.screenshot(path=pictures / "last.png")
            assert page.context.browser
            page.context.browser.close()


def underlined(page: Page, text: str) -> dict[str, Any] | None:
    """Where a text stands, if a squiggle lies below exactly it."""
    found = w.place(page, text)
    fits = found and any(
        abs(left - found["left"]) < 3 and abs(right - found["right"]) < 3 for left, right in found["squiggles"]
    )
    return found if fits else None


def test_the_status_bar_counts_the_findings_of_the_file_in_view(session: Session) -> None:
    page, words = session.page, session.words
    w.open_file(page, "notes.md")
    w.until(lambda: not page.locator(w.STATUS).is_visible(), "no item for a file without OKRs")
    w.open_file(page, "company-okr.md")
    w.until(lambda: page.locator(w.STATUS).is_visible(), "the item in the status bar")
    w.until(lambda: page.locator(w.STATUS).inner_text().strip().removeprefix("OKR ") not in ("", "0"), "its number")
    count = int(page.locator(w.STATUS).inner_text().strip().removeprefix("OKR "))
    label = page.locator(f"{w.STATUS} a").get_attribute("aria-label") or ""
    assert words.tip.format(count=count) in label
    page.keyboard.press("Control+Shift+M")
    rows = page.locator(".markers-panel .monaco-list-row", has_text="okr-lint")
    company = lambda: page.locator(".markers-panel .monaco-list-row", has_text="company-okr.md").first  # noqa: E731
    w.until(lambda: rows.count() and company().is_visible(), "the file in the Problems panel")
    w.until(lambda: str(count) in company().inner_text().split("\n"), "the same number in the Problems panel")
    session.shot("status")


def test_underlines_hints_hover_and_a_fix(session: Session) -> None:
    page = session.page
    w.open_file(page, "team-okr.md")
    w.until(lambda: underlined(page, WEAK), "a squiggle below exactly the weak statement, emoji included")
    w.until(lambda: underlined(page, HEDGE), "a squiggle below exactly the hedge")
    hinted = w.until(lambda: (p := w.place(page, WEAK)) and "·" in p["text"] and p, "an inlay hint")
    before, _, after = hinted["text"].partition(WEAK)
    assert before.endswith("KR1：")
    assert after.strip()[0].isdigit()  # the score stands right behind the statement

    if not page.locator(".markers-panel").is_visible():
        page.keyboard.press("Control+Shift+M")
    w.until(lambda: "K201" in w.problems(page), "the Problems entry")
    code = w.until(lambda: [line for line in w.problems(page).split("\n") if HEDGE in line], "the hedge's entry")
    session.shot("problems")

    hover = page.locator(".monaco-hover:visible").first

    def point() -> None:
        page.mouse.move(640, 15)
        weak = w.place(page, WEAK)
        assert weak
        page.mouse.move(weak["x"], weak["y"])
        page.mouse.move(weak["x"] + 1, weak["y"])

    w.until(lambda: hover.is_visible() and "为什么" in hover.inner_text(), "the hover with the reasons", point)
    session.shot("hover")
    page.mouse.move(640, 15)  # the hover would lie over the next line
    page.wait_for_selector(".monaco-hover:visible", state="hidden")

    rows = page.locator(".action-widget .monaco-list-row.action")

    def offer() -> None:
        page.keyboard.press("Escape")
        hedge = w.place(page, HEDGE)
        assert hedge
        page.mouse.click(hedge["x"], hedge["y"])
        page.keyboard.press("Control+.")

    w.until(lambda: rows.count(), "the actions", offer)
    session.shot("actions")
    texts = rows.all_inner_texts()
    chosen = next(n for n, text in enumerate(texts) if not any(mark in text for mark in ("→", "忽略", "新增")))
    box = rows.nth(chosen).bounding_box()  # a layer for clicks outside lies over the menu: the mouse itself must click
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    w.until(lambda: "KR2：把排班耗时" in w.lines(page), f"the fixed line ({texts})")
    w.until(lambda: not any(line in w.problems(page) for line in code), "the Problems entry is gone")
    w.until(lambda: "K201" in w.problems(page), "the entry of the other finding, still there")
    session.shot("fixed")


def test_the_workspace_is_checked_by_command(session: Session) -> None:
    page, words = session.page, session.words
    w.palette(page, words.check_workspace)
    said = w.notification(page, words.checked_word)
    assert words.checked_files in said  # both files of OKRs, and not the minutes
    w.until(lambda: "company-okr.md" in w.problems(page), "the findings of both files in the Problems panel")
    session.shot("workspace")
    w.palette(page, "Notifications: Clear All Notifications")


def test_the_tree_by_command_and_by_the_status_bar(session: Session) -> None:
    page, words = session.page, session.words
    for act in (lambda: w.palette(page, words.show_tree), lambda: page.locator(f"{w.STATUS} a").click()):
        w.open_file(page, "company-okr.md")
        w.until(lambda: page.locator(w.STATUS).is_visible(), "the item in the status bar")
        act()
        w.until(page.locator(".tab.active", has_text=words.tree_of).first.is_visible, "the tree beside the file")
        w.until(lambda: "O1 [O1] Small bakeries trust us" in w.lines(page), "the objective")
        assert "O1/KR1 [KR1] Improve things" in w.lines(page)
        session.shot("tree")
        close_page(page, words.tree_of)


def close_page(page: Page, name: str) -> None:
    """Close the page in view; nobody is asked to save it."""
    w.palette(page, "View: Close Editor")
    w.until(lambda: not page.locator(".tab", has_text=name).count(), "the page is closed")
    assert not page.locator(".monaco-dialog-box").count()


def test_a_rules_page_by_command(session: Session) -> None:
    page, words = session.page, session.words
    w.palette(page, words.open_rule)
    entry = page.locator(f"{w.WIDGET} .monaco-list-row", has_text="K201").first
    w.until(lambda: page.locator(f"{w.WIDGET} .monaco-list-row").count() > 5, "the rules to choose from")
    page.locator(f"{w.WIDGET} input").first.fill("K201")
    w.until(entry.is_visible, "the rule")
    assert words.rule_title in entry.inner_text()
    session.shot("rules")
    entry.click()
    w.until(lambda: "# K201" in w.lines(page), "the rule's page")
    w.until(lambda: words.rule_why in w.lines(page), "its reasons in the editor's language")
    session.shot("rule")
    close_page(page, "K201.md")


def test_the_server_is_started_again_by_command(session: Session) -> None:
    page, words = session.page, session.words
    w.open_file(page, "company-okr.md")
    before = w.until(lambda: server_processes(session.home), "the server's process")
    w.palette(page, words.restart)
    after = w.until(lambda: (now := server_processes(session.home)) and not now & before and now, "a new process")
    assert len(after) == 1
    w.until(lambda: "OKR 0" not in (t := page.locator(w.STATUS).inner_text()) and "OKR" in t, "findings of the new one")


def test_the_walkthrough_has_its_steps_and_pictures(session: Session) -> None:
    page, words = session.page, session.words
    w.palette(page, "Welcome: Open Walkthrough...")
    entry = page.locator(f"{w.WIDGET} .monaco-list-row", has_text=words.walkthrough).first
    w.until(entry.is_visible, "our walkthrough to choose")
    entry.click()
    for step in words.steps:
        w.until(page.locator(".step-title", has_text=step).first.is_visible, f"the step {step!r}")
    for step, name in zip(words.steps[1:], ("problems.png", "hover.png"), strict=True):
        page.locator(".step-title", has_text=step).first.click()
        w.until(lambda name=name: loaded(page, name), f"the picture of {step!r}")
    session.shot("walkthrough")


def loaded(page: Page, name: str) -> bool:
    """Whether a picture of that name is shown."""
    found = "all => all.filter(one => one.complete && one.naturalWidth > 100).map(one => one.currentSrc)"
    return any(name in source for source in page.locator(".getting-started-media img").evaluate_all(found))


def test_the_packed_extension_is_small_and_says_nothing_to_anybody(session: Session) -> None:
    """What is installed: a licence, its parts' licences, no telemetry, below 1 MB."""
    (folder,) = (session.home / "extensions").glob("okr-lint.okr-lint-*")
    names = {path.name for path in folder.iterdir()}
    assert {"LICENSE.txt", "ThirdPartyNotices.txt", "package.json", "readme.md"} <= names | {"LICENSE.txt"}
    assert any(name.upper().startswith("LICENSE") for name in names)
    assert (session.home / "okr-lint.vsix").stat().st_size < 1_000_000
    code = (folder / "dist" / "extension.js").read_text(encoding="utf-8")
    assert not [word for word in ("https://dc.", "applicationinsights", "TelemetryReporter", "fetch(") if word in code]
