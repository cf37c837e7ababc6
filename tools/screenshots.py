"""Takes the pictures in docs/images with Chromium: ``python tools/screenshots.py`` those of the report on examples/,
``python tools/screenshots.py URL`` those of the page of a running server."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

_IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
_FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
# name -> width, height, theme, language
_SHOTS = {
    "page-light": (1280, 800, "light", "en-US"),
    "page-dark": (1280, 800, "dark", "zh-CN"),
    "page-phone": (390, 844, "light", "zh-CN"),
}


# name -> theme, language
_REPORTS = {"report-light": ("light", "en"), "report-dark": ("dark", "zh")}


def take_report() -> None:
    """Write the pictures of the report on examples/."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=_FLAGS)
        for name, (theme, lang) in _REPORTS.items():
            path = Path(folder) / f"{lang}.html"
            command = [sys.executable, "-m", "okr_lint", "report", "examples", "--isolated", "--lang", lang]
            subprocess.run([*command, "--output", str(path)], cwd=_IMAGES.parents[1], check=True)
            context = browser.new_context(
                viewport={"width": 1240, "height": 2600}, color_scheme="dark" if theme == "dark" else "light"
            )
            page = context.new_page()
            page.goto(path.as_uri())
            page.screenshot(path=str(_IMAGES / f"{name}.png"))
            context.close()
        browser.close()


def take(url: str) -> None:
    """Write the pictures of the page."""
    _IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=_FLAGS)
        for name, (width, height, theme, locale) in _SHOTS.items():
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if theme == "dark" else "light",
                locale=locale,
                device_scale_factor=1.5,
            )
            page = context.new_page()
            page.goto(url)
            page.locator("#example").click()
            marks = page.locator(".mark.warning" if width > 900 else ".mark")
            marks.first.wait_for()
            if width > 900:
                marks.first.hover()
                page.wait_for_timeout(500)
            else:
                page.locator("#results").scroll_into_view_if_needed()
                page.evaluate("window.scrollTo(0, document.querySelector('#results').offsetTop - 250)")
                page.wait_for_timeout(300)
            page.screenshot(path=str(_IMAGES / f"{name}.png"))
            context.close()
        browser.close()


if __name__ == "__main__":
    take(sys.argv[1]) if len(sys.argv) > 1 else take_report()
