"""The packed extension in a real VS Code, driven by Chromium: underlines, hints, fixes, commands, in both languages."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.editors import workbench as w
from tests.editors.session import Session

WEAK = "优化👍排班流程"
HEDGE = "尽量"


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
    w.until(lambda: w.underlined(page, WEAK), "a squiggle below exactly the weak statement, emoji included")
    w.until(lambda: w.underlined(page, HEDGE), "a squiggle below exactly the hedge")
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
    said = hover.inner_text()
    for part in ("把握", "规则", "反例", "正例", "依据", "得分", "写得好的相近例子"):
        assert part in said, part
    session.shot("hover")
    page.mouse.move(640, 15)  # the hover would lie over the next line
    page.wait_for_selector(".monaco-hover:visible", state="hidden")

    texts = w.offered(page, HEDGE)
    session.shot("actions")
    w.choose(page, next(text for text in texts if not any(mark in text for mark in ("→", "忽略", "新增"))))
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
        w.until(lambda: "O1/KR1 [KR1] Improve things" in w.lines(page), "its key result")
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
    servers = lambda: set(session.editor.servers(session.folder))  # noqa: E731
    before = w.until(servers, "the server's process")
    w.palette(page, words.restart)
    after = w.until(lambda: (now := servers()) and not now & before and now, "a new process")
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


def test_the_settings_are_described_in_the_editors_language(session: Session) -> None:
    page, words = session.page, session.words
    w.palette(page, "Preferences: Open Workspace Settings")  # those of a machine are in it too
    search = page.locator(".settings-header .monaco-editor").first
    w.until(search.is_visible, "the field for searching")
    search.click()
    page.keyboard.type("@ext:okr-lint.okr-lint ")
    rows = page.locator(".settings-tree-container .setting-item-description")
    seen: set[str] = set()

    def look() -> bool:
        seen.update(text.strip() for text in rows.all_inner_texts())
        page.mouse.move(800, 500)
        page.mouse.wheel(0, 150)
        return seen >= set(words.settings)

    try:
        w.until(look, "every setting with its description")
    except AssertionError:
        raise AssertionError(set(words.settings) - seen) from None
    session.shot("settings")
    close_page(page, "Settings")


def loaded(page: Page, name: str) -> bool:
    """Whether a picture of that name is shown."""
    found = "all => all.filter(one => one.complete && one.naturalWidth > 100).map(one => one.currentSrc)"
    return any(name in source for source in page.locator(".getting-started-media img").evaluate_all(found))


def test_the_packed_extension_is_small_and_says_nothing_to_anybody(session: Session) -> None:
    """What is installed: a licence, its parts' licences, no telemetry; below 1 MB, with an environment below 16 MB."""
    (folder,) = (session.editor.home / "extensions").glob("okr-lint.okr-lint-*")
    names = {path.name for path in folder.iterdir()}
    assert {"ThirdPartyNotices.txt", "package.json", "readme.md"} <= names
    assert any(name.upper().startswith("LICENSE") for name in names)
    assert session.editor.vsix.stat().st_size < (16_000_000 if "bundled" in names else 1_000_000)
    for part in (folder / "bundled" / "libs").glob("*.dist-info"):
        notices = (folder / "bundled" / "NOTICES.txt").read_text(encoding="utf-8")
        named = any("licen" in path.name.lower() for path in part.rglob("*"))
        assert named or f"{part.name.partition('-')[0]} " in notices, part
    code = (folder / "dist" / "extension.js").read_text(encoding="utf-8")
    assert not [word for word in ("https://dc.", "applicationinsights", "TelemetryReporter", "fetch(") if word in code]
