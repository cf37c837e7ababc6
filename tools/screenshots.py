"""Takes the pictures of the page in docs/images from a running server: python tools/screenshots.py URL."""

from __future__ import annotations

import sys
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


def take(url: str) -> None:
    """Write all pictures."""
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
    take(sys.argv[1])
