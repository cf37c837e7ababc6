"""What one does with a file of OKRs in VS Code beyond reading its findings: mend, fill in, move about, configure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.editors import workbench as w
from tests.editors.code_server import interpreter
from tests.editors.conftest import ODD
from tests.editors.session import Session, settings

WEAK = "优化排班流程"
TEXT = (
    "# 门店组 2026 Q4\n\n负责人：小周\n\n## O1：让门店老顾客乐意复购\n"
    "- KR1：优化排班流程\n- KR2：尽量把排班耗时从 95 分钟降到 10 分钟\n- KR2：尽量把差评率从 8% 降到 3%\n"
)
PARENT = "## O1：让挂号不再排队\n- 上级目标：company-okr.md#O1\n- KR1：挂号平均用时从 30 分钟降到 5 分钟\n"
COMPANY = "# 2026 Q4\n\n## O1：成为居民最信任的社区医院\n- KR1：复诊率从 40% 提升到 55%\n"
FOLDED = "O1：让门店店长轻松排班\nKR1：优化排班流程\nKR2：排班耗时从 95 分钟降到 10 分钟\n"
CLOSED = "# 2026 Q4\n\n## O1: Small bakeries trust us\n- KR1: Improve things\n"

pytestmark = pytest.mark.parametrize("session", ["en"], indirect=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("features")
    files = {"mend-okr.md": TEXT, "part-okr.md": PARENT, "company-okr.md": COMPANY, "closed-okr.md": CLOSED,
             "fold-okr.txt": FOLDED}  # fmt: skip
    for name, text in files.items():
        (made / name).write_text(text, encoding="utf-8")
    (made / "odd-okr.md").write_bytes(ODD.encode("utf-8-sig").replace(b"\n", b"\r\n"))
    return made


def own(session: Session) -> dict[str, Any]:
    """The settings of the folder; few rules, for the Problems panel makes rows only of what is in view."""
    return {
        "interpreter": str(session.editor.home / "python-of-features"),
        "ignore": ["S", "A", "K202", "K207", "K213"],
    }


@pytest.fixture(scope="module")
def window(session: Session, folder: Path) -> Iterator[Session]:
    interpreter(session.editor.home / "python-of-features")
    settings(folder, **own(session))
    with session.window(folder) as made:
        w.problems_panel(made.page)
        yield made


@pytest.fixture
def page(window: Session) -> Iterator[Page]:
    """The window with the file to be mended open, and as it is on disk."""
    page = window.page
    w.open_file(page, "mend-okr.md")
    w.until(lambda: w.underlined(page, WEAK), "a squiggle below the weak statement")
    yield page
    page.keyboard.press("Escape")
    w.palette(page, "File: Revert File")
    w.until(lambda: w.underlined(page, WEAK) and not page.locator(".tab.active.dirty").count(), "the file as it was")


def test_a_scaffold_is_a_snippet_with_tab_stops(page: Page, window: Session) -> None:
    titles = w.offered(page, WEAK)
    window.shot("scaffold-offered")
    w.choose(page, next(title for title in titles if "排班流程的指标" in title))
    w.until(
        lambda: "KR1：将排班流程的指标从现值提升到目标值" in w.lines(page), "the scaffold, its blanks as placeholders"
    )
    for value in ("排班满意率", "60%", "85%"):
        page.keyboard.type(value)
        page.keyboard.press("Tab")
    w.until(lambda: "KR1：将排班满意率从60%提升到85%" in w.lines(page), "the sentence with each blank filled in")
    w.until(lambda: not w.problem_rows(page, "mend-okr.md", "K201"), "the finding is gone")
    page.keyboard.type("。")  # the last stop is behind the sentence
    w.until(lambda: "提升到85%。" in w.lines(page), "the cursor behind the sentence")


def test_suppression_asks_for_the_reason(page: Page) -> None:
    w.choose(page, next(title for title in w.offered(page, WEAK) if "忽略 K201" in title))
    w.until(lambda: "ignore K201 (原因)" in w.lines(page), "the comment with a placeholder")
    page.keyboard.type("试点期")
    w.until(lambda: "<!-- okr-lint: ignore K201 (试点期) -->" in w.lines(page), "the reason")
    w.until(lambda: not w.problem_rows(page, "mend-okr.md", "K201"), "the finding is gone")


def test_a_key_result_from_the_catalogue(page: Page) -> None:
    w.choose(page, next(title for title in w.offered(page, WEAK) if "新增关键结果" in title))
    w.until(lambda: "- KR3：" in w.lines(page), "one more key result")
    page.keyboard.type("31")
    w.until(lambda: "从31" in w.lines(page).replace("由", "从"), "its first blank, filled in")


def test_all_of_a_kind_and_all_that_is_safe(page: Page) -> None:
    w.choose(page, next(title for title in w.offered(page, "尽量把差评率", 2) if "所有 K218" in title))
    w.until(lambda: "尽量" not in w.lines(page), "both hedges are gone")
    w.choose(page, next(title for title in w.offered(page, "把差评率") if "所有稳妥的修改" in title))
    w.until(lambda: "- KR3：把差评率" in w.lines(page), "the number that was used twice is put right")


def test_completion_of_labels_and_metrics(page: Page) -> None:
    rows = page.locator(".suggest-widget.visible .monaco-list-row")
    page.mouse.click(**w.point(page, "降到 3%"))
    page.keyboard.press("Control+End")
    page.keyboard.type("- K")
    w.until(lambda: rows.count(), "the next label", lambda: page.keyboard.press("Control+Space"))
    assert "KR4" in rows.first.inner_text()
    page.keyboard.press("Enter")
    w.until(lambda: "- KR4：将指标从" in w.lines(page), "the scaffold of a key result")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    page.keyboard.type("KR5：")  # the editor goes on with the bullet itself, or does not
    w.until(lambda: rows.count(), "metrics that fit", lambda: page.keyboard.press("Control+Space"))
    name = rows.first.locator(".label-name").inner_text()
    page.keyboard.press("Enter")
    w.until(lambda: any("KR5：" in line and name in line for line in w.lines(page).split("\n")), f"the metric {name}")
    page.keyboard.press("Escape")


def test_outline_and_lens(page: Page) -> None:
    page.keyboard.press("Control+Shift+O")
    rows = page.locator(f"{w.WIDGET} .monaco-list-row")
    texts = w.until(lambda: (t := rows.all_inner_texts()) and any("KR1" in one for one in t) and t, "the outline")
    assert [text for text in texts if f"O1 {'让门店老顾客乐意复购'}" in text]
    assert [text for text in texts if f"KR1 {WEAK}" in text]
    page.keyboard.press("Escape")
    lens = page.locator(".codelens-decoration a", has_text="3 条关键结果").first
    w.until(lens.is_visible, "the lens with the set's score")
    assert "OKR 得分" in lens.inner_text()
    lens.click()
    tree = page.locator(".tab.active", has_text="Tree of mend-okr.md").first
    w.until(tree.is_visible, "the tree by a click on the lens")
    w.palette(page, "View: Close Editor")
    w.until(lambda: not page.locator(".tab", has_text="Tree of mend-okr.md").count(), "the tree is closed")


def test_folding(window: Session) -> None:
    """In plain text, which the editor itself folds by indentation only."""
    page = window.page
    w.open_file(page, "fold-okr.txt")
    w.until(lambda: w.underlined(page, WEAK), "a squiggle below the weak statement")
    for folded, command in ((True, "Fold All"), (False, "Unfold All")):
        w.palette(page, command)
        w.until(lambda folded=folded: (WEAK not in w.lines(page)) == folded, f"what is seen after {command!r}")
        w.until(lambda: "让门店店长轻松排班" in w.lines(page), "the objective, folded or not")
    w.palette(page, "View: Close Editor")


def test_go_to_the_parent(window: Session) -> None:
    """From the line that names it; on a heading the editor itself would offer the heading as well."""
    page = window.page
    w.open_file(page, "part-okr.md")
    w.until(lambda: w.place(page, "上级目标"), "the text")
    active = page.locator(".tab.active", has_text="company-okr.md")

    def go() -> None:
        if w.place(page, "上级目标"):
            page.mouse.click(**w.point(page, "上级目标"))
            w.palette(page, "Go to Definition")

    w.until(lambda: active.count(), "the file of the parent", go)
    w.until(lambda: "成为居民最信任的社区医院" in w.lines(page), "its text")


def test_odd_characters_byte_order_mark_and_line_ends(window: Session) -> None:
    """Ext-B, joined emoji, combining marks, full-width spaces, tabs, in a file with a mark and CRLF."""
    page = window.page
    w.open_file(page, "odd-okr.md")
    for hedged in ("尽量把排班耗时", "尽量把差评率", "尽量把投诉"):
        w.until(lambda hedged=hedged: w.underlined(page, hedged, 2), f"a squiggle below exactly the hedge of {hedged}")
    window.shot("odd")
    for hedged in ("尽量把排班耗时", "尽量把差评率", "尽量把投诉"):
        titles = w.offered(page, hedged, 2)
        w.choose(page, next(title for title in titles if "去掉「尽量」" in title))
        w.until(lambda hedged=hedged: hedged not in w.lines(page), f"{hedged}, mended")
    w.palette(page, "File: Save")
    file = window.folder / "odd-okr.md"
    expected = ODD.replace("尽量", "").encode("utf-8-sig").replace(b"\n", b"\r\n")
    w.until(lambda: file.read_bytes() == expected, "the file with nothing but the hedges changed")


def test_files_that_are_not_open_configuration_and_watching(window: Session) -> None:
    page, folder = window.page, window.folder
    w.until(lambda: w.problem_rows(page, "closed-okr.md", "K201"), "findings of a file that nobody opened")
    config = folder / "okr-lint.toml"
    config.write_text('select = ["K218"]\n', encoding="utf-8")
    w.until(lambda: not w.problem_rows(page, "closed-okr.md", "K201"), "the configuration is heeded")
    config.unlink()
    w.until(lambda: w.problem_rows(page, "closed-okr.md", "K201"), "its going is heeded too")
    text = CLOSED.replace("Improve things", "Late deliveries per 1,000 orders down from 41 to 15")
    (folder / "closed-okr.md").write_text(text, encoding="utf-8")
    w.until(lambda: not w.problem_rows(page, "closed-okr.md", "K201"), "a change by others is heeded")


def test_settings_switch_hints_lenses_language_and_all(page: Page, window: Session) -> None:
    usual = own(window)
    hint = lambda: "·" in ((w.place(page, WEAK) or {}).get("text", ""))  # noqa: E731
    lens = page.locator(".codelens-decoration a", has_text="OKR")
    w.until(lambda: hint() and lens.count(), "hints and lenses")
    settings(window.folder, **usual, inlayHints=False)
    w.until(lambda: not hint() and lens.count(), "no hints, but lenses")
    settings(window.folder, **usual, codeLens=False)
    w.until(lambda: hint() and not lens.count(), "hints, but no lenses")
    settings(window.folder, **{**usual, "language": "en", "select": ["K201"]})
    w.until(
        lambda: "has no number" in w.problems(page) and "K218" not in w.problems(page),
        "English, of one rule",
    )
    settings(window.folder, **usual, enable=False)
    w.until(lambda: "okr-lint" not in w.problems(page), "nothing is checked")
    settings(window.folder, **usual)
    w.until(lambda: w.problem_rows(page, "mend-okr.md", "K201"), "everything as before")
