"""The report in a real Chromium: nothing asked for elsewhere, filter, language, themes, accessibility."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from okr_lint.linter import Linter
from okr_lint.reporters.html_report import page
from okr_lint.reporters.json_report import file_object
from okr_lint.reporters.overview import overview

pytestmark = pytest.mark.browser

PIER = (
    "---\nteam: Pier\n---\n\n# O1: Try to let boarding take one breath\n\n"
    "- KR1: Queues at the pier fall from 30 to 8 minutes\n- KR2: Boarding gets significantly better\n"
)
DECK = "---\nteam: Deck\n---\n\n# O1: 让上层甲板的椅子一直是干的\n\n- KR1: 湿椅子从每天 40 把降到 5 把\n"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    linter = Linter()
    records = [file_object(linter.check_text(text, path=path)) for path, text in (("a.md", PIER), ("b.md", DECK))]
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text("".join(page(overview(records), {"O108": ("目标留了退路", "Hedged")}, lang="en")), encoding="utf-8")
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_report(browser: Browser, report: Path, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1200, "height": 900})  # type: ignore[arg-type]
    shown = context.new_page()
    complaints: list[str] = []
    shown.on("console", lambda message: complaints.append(message.text))
    shown.on("pageerror", lambda error: complaints.append(str(error)))
    shown.on("request", lambda request: complaints.append(request.url) if not request.url.startswith("file:") else None)
    shown.goto(report.as_uri())
    cards = shown.locator(".card:visible")
    expect(cards).to_have_count(2)
    shown.click("button[data-rule=O108]")
    expect(cards).to_have_count(1)
    expect(shown.locator(".finding:visible")).to_have_count(1)
    shown.click("button[type=reset]")
    shown.fill("#search", "椅子")
    expect(cards).to_have_count(1)
    shown.click("#lang")
    expect(shown.locator("h1 .zh")).to_be_visible()
    expect(shown.locator("h1 .en")).to_be_hidden()
    background = shown.evaluate("getComputedStyle(document.body).backgroundColor")
    shown.click("#theme")
    expect(shown.locator("body")).not_to_have_css("background-color", background)
    serious = [v for v in Axe().run(shown).response["violations"] if v["impact"] in ("serious", "critical")]
    assert [(v["id"], [n["html"][:90] for n in v["nodes"]][:3]) for v in serious] == []
    assert complaints == []
    context.close()


def test_many_teams_fit_on_the_screen_and_on_paper(browser: Browser, tmp_path: Path) -> None:
    """On the screen a long table scrolls in its panel; printed, every row and every rule's column is there."""
    linter = Linter()
    texts = (PIER + "- KR3: Weekly meetings\n- KR4: Open 3 bars, etc.\n- KR5: Try to be good\n").replace("Pier", "{}")
    names = [f"Pier {number}" for number in range(40)]
    records = [file_object(linter.check_text(texts.format(name), path=f"{name}.md")) for name in names]
    path = tmp_path / "report.html"
    path.write_text("".join(page(overview(records), {}, lang="en")), encoding="utf-8")
    context = browser.new_context(viewport={"width": 720, "height": 1000})
    shown = context.new_page()
    shown.goto(path.as_uri())
    tables = shown.locator("table.teams, table.heat")
    assert tables.count() == 2
    heights = "all => all.map(one => one.parentElement.clientHeight / one.clientHeight)"
    assert max(tables.evaluate_all(heights)) < 0.9
    shown.emulate_media(media="print")
    assert min(tables.evaluate_all(heights)) >= 0.99
    assert shown.evaluate("document.documentElement.scrollWidth") <= 720
    context.close()
