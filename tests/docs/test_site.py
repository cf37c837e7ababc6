"""The built site: strict, both languages, every rule, and nothing loaded from elsewhere."""

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from okr_lint.checks.registry import own_rules
from tests.docs.pages import DOCS, ROOT

pytest.importorskip("material", reason="mkdocs-material is in the extra docs")

_LOADING = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "object": "data",
    "embed": "src",
}


class Loads(HTMLParser):
    """Collects what a page loads, and whether it has a diagram."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []
        self.classes: set[str] = set()
        self.lang = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.classes |= set(given.get("class", "").split())
        if tag == "html":
            self.lang = given.get("lang", "")
        if tag in _LOADING:
            self.urls.append(given.get(_LOADING[tag], ""))
        if tag == "link" and given.get("rel") not in ("canonical", "alternate", "next", "prev"):
            self.urls.append(given.get("href", ""))
        self.urls += re.findall(r"url\(\s*['\"]?([^)'\"]+)", given.get("style", ""))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("site")
    for config, folder in (("mkdocs.yml", target), ("mkdocs.zh.yml", target / "zh")):
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--strict",
            "-q",
            "-f",
            str(ROOT / config),
            "-d",
            str(folder),
        ]
        done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
        assert done.returncode == 0, done.stdout + done.stderr
    return target


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 2 * len(own_rules())
    for path in pages:
        loads = Loads()
        text = path.read_text(encoding="utf-8")
        loads.feed(text)
        assert loads.urls
        assert not [url for url in loads.urls if re.match(r"(?:[a-z]+:)?//", url)], path
        assert "mermaid" not in loads.classes and "md-source" not in loads.classes, path
        for style in re.findall(r"<style>(.*?)</style>", text, re.S):
            assert "http" not in style, path
    for path in site.rglob("*.css"):
        text = path.read_text(encoding="utf-8")
        assert not re.findall(r"(?:@import\s*|url\(\s*)['\"]?(?:https?:)?//", text), path


def test_the_themes_program_knows_no_address_to_load_from(site: Path) -> None:
    for path in site.rglob("assets/**/*.js"):
        text = path.read_text(encoding="utf-8")
        assert not re.findall(r"unpkg\.com|jsdelivr|cdnjs|googleapis|gstatic", text), path
        if path.name.startswith("bundle"):
            # GitHub's is asked where a site names its repository, the others stand in comments and name spaces
            known = {"https://api.github.com", "https://", "https://clipboardjs.com", "http://www.w3.org"}
            assert set(re.findall(r"https?://[\w.-]*", text)) <= known, path


def test_every_rule_has_its_page_in_both_languages(site: Path) -> None:
    for code, rule in own_rules().items():
        for lang, folder in (("en", site), ("zh", site / "zh")):
            text = (folder / "rules" / f"{code}.html").read_text(encoding="utf-8")
            assert f"{code} {rule.name}" in text
            assert f'id="{"measured" if lang == "en" else "_"}' in text or "实测" in text


def test_pages_say_their_language_and_link_to_the_other(site: Path) -> None:
    for name in ("index.html", "rules/K202.html", "tutorial.html"):
        for folder, lang in ((site, "en"), (site / "zh", "zh")):
            path = folder / name
            loads = Loads()
            text = path.read_text(encoding="utf-8")
            loads.feed(text)
            assert loads.lang == lang
            other = re.search(rf'href="([^"]+)" hreflang="{"zh" if lang == "en" else "en"}"', text)
            assert other, path
            linked = (path.parent / other[1]).resolve()
            assert linked.is_file() and linked != path.resolve(), (path, other[1])


def test_nested_examples_and_shared_files(site: Path) -> None:
    text = (site / "rules" / "S307.html").read_text(encoding="utf-8")
    assert re.search(r"⟦Serve neighbours a warm lunch on time⟧\s*<ul>", text)
    assert (site / "json-contract.schema.json").read_bytes() == (DOCS / "json-contract.schema.json").read_bytes()
    assert "Donath" in (site / "zh" / "assets" / "site" / "iframe-worker.js").read_text(encoding="utf-8")
