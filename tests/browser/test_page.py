"""The page in a real Chromium: underlines at the right characters, fixes, keyboard, files, both themes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from okr_lint.http.keys import new_key
from tests.browser.conftest import Watched
from tests.http.serving import Server, serving

pytestmark = pytest.mark.browser

# code points outside the BMP, a joined emoji and full-width signs before and inside the statements
TEXT = """# 2026 Q3 负责人:何敏

## O1:👩‍⚕️ 争取让𠮷祥社区的候诊时间看得见
- KR1:候诊中位数从 40 分钟降到 18 分钟
- KR2:𝟚 号窗口👍尽量 be faster
"""


def type_text(page: Page, text: str) -> None:
    page.get_by_role("textbox", name="文档").fill(text)
    page.locator(".mark").first.wait_for()


def expected_spans(page: Page, code: str) -> list[str]:
    """What the server says is marked, cut out by code points in Python."""
    body = {"text": TEXT, "format": "markdown"}
    answer = page.request.post(f"{page.url}v1/check", data=body)
    spans = [f["span"] for f in answer.json()["files"][0]["findings"] if f["code"] == code and f["span"]]
    return [TEXT[span["start"]["offset"] : span["end"]["offset"]] for span in spans]


def test_underlines_stand_at_the_right_characters(watched: Watched) -> None:
    page = watched.page
    type_text(page, TEXT)
    assert expected_spans(page, "O108") == ["争取"]
    expect(page.locator(".mark[data-codes~=O108]")).to_have_count(1)
    assert page.locator(".mark[data-codes~=O108]").evaluate("node => node.firstChild.data") == "争取"
    # in the editor: the mirror's underline and the text area's own word are at the same place on the screen
    mirrored = page.locator("#mirror .underline", has_text="争取").first
    expect(mirrored).to_have_text("争取")
    page.wait_for_function("text => document.getElementById('mirror').textContent === text", arg=TEXT + "\n")
    boxes = page.evaluate(
        """() => [...document.querySelectorAll('#mirror, #text')].map((node) => {
            const style = getComputedStyle(node);
            const box = node.getBoundingClientRect();
            return [box.x, box.y, box.width, box.height, style.font, style.lineHeight, style.padding,
                    style.whiteSpace, style.overflowWrap, style.wordBreak, style.letterSpacing];
        })"""
    )
    assert boxes[0] == boxes[1]


def test_hover_says_why_and_the_fix_is_applied(watched: Watched) -> None:
    page = watched.page
    type_text(page, TEXT)
    page.locator(".mark[data-codes~=O108]").hover()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("争取")
    expect(dialog.locator("del").first).to_have_text("争取")
    dialog.get_by_role("button", name="应用").first.click()
    expect(page.get_by_role("textbox", name="文档")).to_have_value(TEXT.replace("争取", "", 1))
    expect(page.locator(".mark[data-codes~=O108]")).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(page.get_by_role("textbox", name="文档")).to_have_value(TEXT)
    expect(page.locator(".mark[data-codes~=O108]")).to_have_count(1)


def test_a_touch_opens_and_closes(browser: Browser, server: Server) -> None:
    context = browser.new_context(
        locale="zh-CN", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(server.url)
    type_text(page, TEXT)
    page.locator(".mark[data-codes~=O108]").tap()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("争取")
    box = dialog.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390
    page.locator("h1").tap()
    expect(dialog).to_be_hidden()
    context.close()


def test_keyboard_alone_reaches_a_finding_its_reason_and_its_fix(watched: Watched) -> None:
    page = watched.page
    type_text(page, TEXT)
    page.get_by_role("textbox", name="文档").focus()
    for _ in range(30):
        page.keyboard.press("F8")
        if page.evaluate("document.activeElement.dataset.codes || ''").startswith("O108"):
            break
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#popover :focus")).to_have_count(1)
    expect(page.locator("#popover :focus")).to_have_text("应用")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="文档")).to_have_value(TEXT.replace("争取", "", 1))
    expect(page.get_by_role("textbox", name="文档")).to_be_focused()


def test_escape_closes_for_good_and_gives_the_focus_back(watched: Watched) -> None:
    page = watched.page
    type_text(page, TEXT)
    page.locator(".mark[data-codes~=O108]").focus()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#popover :focus")).to_have_count(1)
    page.keyboard.press("Escape")
    mark = page.locator(".mark[data-codes~=O108]")
    expect(mark).to_be_focused()
    # longer than the moment after which focus opens the dialog, in the page's own clock, so never too short under load
    page.evaluate("new Promise((done) => setTimeout(done, 500))")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(mark).to_have_attribute("aria-expanded", "false")


def test_a_well_rated_okr_is_shown_to_learn_from(watched: Watched) -> None:
    page = watched.page
    type_text(page, TEXT)
    page.locator(".mark[data-codes~=O108]").focus()
    dialog = page.get_by_role("dialog")
    with page.expect_response("**/v1/examples") as answered:
        dialog.get_by_role("button", name="写得好的 OKR").click()
    asked = answered.value.request.post_data_json
    (example,) = answered.value.json()["examples"]
    assert asked["like"] in TEXT and asked["lang"] == example["language"] == "zh"
    shown = dialog.locator(".example")
    expect(shown).to_contain_text(example["objective"])
    assert shown.get_by_role("listitem").all_inner_texts() == example["key_results"]
    expect(shown).to_contain_text(example["reason"])
    expect(dialog).to_be_focused()
    dialog.get_by_role("button", name="关闭").click()
    expect(dialog).to_be_hidden()
    expect(page.locator(".mark[data-codes~=O108]")).to_be_focused()


def test_what_was_clicked_stays_open_until_it_is_left(watched: Watched) -> None:
    page = watched.page
    type_text(page, TEXT)
    page.locator(".mark[data-codes~=O108]").click()
    page.mouse.move(2, 2)
    page.evaluate("new Promise((done) => setTimeout(done, 700))")  # longer than a box stays that was only hovered
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_role("textbox", name="文档").click(position={"x": 5, "y": 5})
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_pointing_into_the_text_says_why_too(watched: Watched) -> None:
    page = watched.page
    type_text(page, TEXT)
    box = page.locator("#mirror .underline", has_text="争取").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.get_by_role("dialog")).to_contain_text("O108")


def test_underlines_move_with_the_text_while_it_is_typed(watched: Watched) -> None:
    page = watched.page
    type_text(page, TEXT)
    page.route("**/v1/check", lambda route: None)  # no answer comes any more
    page.get_by_role("textbox", name="文档").evaluate("node => { node.focus(); node.setSelectionRange(0, 0); }")
    page.keyboard.insert_text("🚀🚀 ")
    page.wait_for_function("document.getElementById('mirror').textContent.startsWith('🚀🚀 ')")
    expect(page.locator("#mirror .underline", has_text="争取").first).to_have_text("争取")


def test_scores_open_with_their_parts_and_language_switches_everything(watched: Watched) -> None:
    page = watched.page
    type_text(page, TEXT)
    expect(page.locator(".overall .figure")).to_contain_text("/ 100")
    button = page.locator("button.score").nth(1)
    button.click()
    expect(page.locator(".parts:visible").get_by_text("可衡量")).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.get_by_label("语言").select_option("en")
    expect(page.get_by_role("heading", name="Results")).to_be_visible()
    expect(page.locator(".mark[data-codes~=O108] .unseen")).to_contain_text("warning")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    with page.expect_response(lambda answer: "google" in (answer.request.post_data or "")) as answered:
        page.get_by_label("Profile").select_option("google")
    assert json.loads(answered.value.request.post_data or "")["options"] == {"profile": "google", "lang": "en"}


def test_files_are_dropped_or_opened(watched: Watched, tmp_path: Path) -> None:
    import docx

    page = watched.page
    (tmp_path / "plan.yaml").write_text("objectives:\n  - objective: 争取更快\n    key_results: [优化流程]\n", "utf-8")
    page.locator("#file").set_input_files(tmp_path / "plan.yaml")
    expect(page.locator("#format")).to_have_value("yaml")
    expect(page.locator(".mark[data-codes~=O108]")).to_have_count(1)
    (tmp_path / "计划.TXT").write_bytes("O1:争取更快\r\nKR1:优化流程\r\n".encode("gb18030"))
    page.locator("#file").set_input_files(tmp_path / "计划.TXT")
    expect(page.locator("#format")).to_have_value("text")
    expect(page.locator(".mark[data-codes~=O108]")).to_have_text(re.compile("^争取"))
    document = docx.Document()
    document.add_paragraph("O1:让候诊时间看得见")
    document.add_paragraph("KR1:优化流程")
    document.save(str(tmp_path / "plan.docx"))
    drop(page, tmp_path / "plan.docx")
    expect(page.locator(".card .said").first).to_contain_text("让候诊时间看得见")
    expect(page.get_by_role("textbox", name="文档")).not_to_be_editable()
    expect(page.locator("#format")).to_be_disabled()
    mark = page.locator(".mark[data-codes~=K201]")
    assert mark.evaluate("node => node.firstChild.data") == "优化流程"
    mark.hover()
    expect(page.get_by_role("dialog")).to_contain_text("paragraph 2")
    (tmp_path / "plan.zip").write_bytes(b"PK")
    drop(page, tmp_path / "plan.zip")
    expect(page.get_by_role("alert")).to_contain_text("plan.zip")
    page.get_by_role("button", name="示例").click()
    expect(page.get_by_role("textbox", name="文档")).to_be_editable()
    expect(page.locator("#format")).to_be_enabled()


def test_a_workbook_is_dropped(watched: Watched, tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (["目标", "关键结果"], ["让候诊时间看得见", "优化流程"]):
        book.active.append(row)
    book.save(tmp_path / "计划.xlsx")
    drop(watched.page, tmp_path / "计划.xlsx")
    watched.page.locator(".mark[data-codes~=K201]").hover()
    expect(watched.page.get_by_role("dialog")).to_contain_text("Sheet!B2")


def drop(page: Page, path: Path) -> None:
    page.evaluate(
        """([name, bytes]) => {
            const data = new DataTransfer();
            data.items.add(new File([new Uint8Array(bytes)], name));
            document.getElementById('editor').dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true}));
        }""",
        [path.name, list(path.read_bytes())],
    )


def test_what_cannot_be_read_says_why_and_leaves_no_score(watched: Watched) -> None:
    page = watched.page
    type_text(page, TEXT)
    page.locator("#format").select_option("json")
    expect(page.get_by_role("alert")).to_contain_text("1:1")
    page.locator("#format").select_option("markdown")
    page.get_by_role("textbox", name="文档").fill("only a line of prose")
    expect(page.locator(".overall .figure")).to_have_text("得分 –")
    expect(page.get_by_role("region", name="整份文档").locator(".chip")).to_have_count(1)


def test_text_is_shown_as_text(watched: Watched) -> None:
    page = watched.page
    type_text(page, "# O1: <img src=x onerror=alert(1)> 争取更快\n- KR1: <b>优化流程</b>\n")
    assert page.locator(".card img, .mirror img, .card b").count() == 0


def test_a_server_with_keys_asks_for_one_and_takes_it(browser: Browser, tmp_path: Path) -> None:
    key, line = new_key("ann")
    (tmp_path / "keys").write_text(line + "\n")
    with serving("--keys", str(tmp_path / "keys")) as guarded:
        context = browser.new_context(locale="en-US")
        page = context.new_page()
        page.goto(guarded.url)
        page.get_by_role("textbox", name="Document").fill(TEXT)
        expect(page.get_by_role("alert")).to_contain_text("key")
        page.get_by_label("This server asks for a key").fill(key)
        page.get_by_role("button", name="Use it").click()
        expect(page.locator(".mark[data-codes~=O108]")).to_have_count(1)
        expect(page.locator("#key-form")).to_be_hidden()
        expect(page.locator("#profile option")).to_have_count(5)
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_accessibility_violation(browser: Browser, server: Server, tmp_path: Path, scheme: Any, width: int) -> None:
    import docx

    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 840}, locale="zh-CN", bypass_csp=True
    )
    page = context.new_page()
    page.goto(server.url)
    found = [violations(page)]
    page.get_by_role("button", name="示例").click()
    page.locator(".mark").first.wait_for()
    found.append(violations(page))
    page.locator(".mark").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.locator(".example button").evaluate("node => node.click()")
    page.locator(".example ol").wait_for()
    for button in page.locator("button.score").all():
        button.evaluate("node => node.click()")
    found.append(violations(page))
    fits = [page.evaluate("document.documentElement.scrollWidth <= innerWidth")]
    page.get_by_label("语言").select_option("en")
    page.get_by_role("textbox", name="Document").fill("only a line of prose")
    page.locator(".chip").first.wait_for()
    found.append(violations(page))
    page.locator("#format").select_option("json")
    page.get_by_role("alert").wait_for()
    found.append(violations(page))
    document = docx.Document()
    document.add_paragraph("O1:争取让候诊时间看得见")
    document.save(str(tmp_path / "plan.docx"))
    page.locator("#file").set_input_files(tmp_path / "plan.docx")
    page.locator(".mark").first.wait_for()
    found.append(violations(page))
    page.evaluate("document.getElementById('key-form').hidden = false")
    found.append(violations(page))
    fits.append(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
    context.close()
    assert found == [[]] * 7 and fits == [True, True]


def violations(page: Page) -> list[str]:
    # colours on their way have other contrasts
    page.wait_for_function("document.getAnimations().every((one) => one.playState === 'finished')")
    result = Axe().run(page)
    return [f"{v['id']}: {[n['html'] for n in v['nodes']]}" for v in result.response["violations"]]
