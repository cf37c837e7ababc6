from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

from tests.http.conftest import server
from tests.http.serving import Server

__all__ = ["server"]

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip

expect.set_options(timeout=60_000)  # conditions, not times, decide; a loaded machine may take long


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    made = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS, timeout=120_000)
    yield made
    made.close()


class Watched:
    """A page, and everything that it complained about or asked for elsewhere."""

    def __init__(self, context: BrowserContext, url: str) -> None:
        self.complaints: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda r: self.complaints.append(r.url) if not r.url.startswith(url) else None)
        self.page.goto(url)


@pytest.fixture(params=["zh-CN"])
def watched(request: pytest.FixtureRequest, browser: Browser, server: Server) -> Iterator[Watched]:
    context = browser.new_context(locale=request.param, viewport={"width": 1280, "height": 900})
    made = Watched(context, server.url)
    yield made
    context.close()
    assert made.complaints == []
