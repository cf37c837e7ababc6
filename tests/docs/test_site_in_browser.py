"""The built site in a real browser, opened from disk: nothing is asked of anybody, search works."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.browser.conftest import CHROMIUM, FLAGS
from tests.docs.pages import ROOT

pytest.importorskip("material", reason="mkdocs-material is in the extra docs")
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-f", str(ROOT / "mkdocs.zh.yml")]
    subprocess.run([*command, "-d", str(target)], check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    yield target


def test_pages_load_nothing_and_search_finds(site: Path, playwright: Playwright) -> None:
    asked: list[str] = []
    errors: list[str] = []
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS, timeout=120_000)
    page = browser.new_page()
    page.set_default_timeout(120_000)
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    for name in ("index.html", "rules/K202.html", "editors.html", "http.html"):
        page.goto((site / name).as_uri())
    page.fill("input.md-search__input", "基线")
    page.wait_for_selector(".md-search-result__link")
    assert page.locator(".md-search-result__link").first.text_content()
    browser.close()
    assert asked and not errors, errors
    assert not [url for url in asked if not url.startswith(("file:", "data:", "blob:"))]
