"""mkdocs hooks: what both languages of the site share, and pages that are made from data.

Images, schemas and pages for people who run a server lie once in docs/, not in docs/en and docs/zh.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from mkdocs.structure.files import File, Files  # noqa: E402

from tools.build_rule_pages import pages  # noqa: E402

_OTHER = "other-language:page"
_SHARED = {"images": "images", "assets": "assets/site"}  # folder in docs/ -> folder in the site


def on_config(config: Any) -> Any:
    """Add the generated pages and those shared by both languages to the navigation."""
    zh = _language(config) == "zh"
    rules = [name for name in pages(_language(config)) if name != "rules/index.md"]
    rules.sort(key=lambda name: ("FOKSAD".find(name[len("rules/")]), name))
    config.nav.append({"规则" if zh else "Rules": ["rules/index.md", *rules]})
    if shared := _shared_pages():
        config.nav.append({"运行与部署（英文）" if zh else "Running it": [path.name for path in shared]})
    return config


def on_files(files: Files, config: Any) -> Files:
    """Add files that do not lie in the language's own folder."""
    for name, text in pages(_language(config)).items():
        files.append(File.generated(config, name, content=text))
    for path in [*_shared_pages(), *sorted((ROOT / "docs").glob("*.schema.json"))]:
        files.append(File.generated(config, path.name, abs_src_path=str(path)))
    for folder, target in _SHARED.items():
        for path in sorted((ROOT / "docs" / folder).glob("*")):
            files.append(File.generated(config, f"{target}/{path.name}", abs_src_path=str(path)))
    return files


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:
    """Let the language switch lead to the same page in the other language."""
    zh = _language(config) == "zh"
    config.extra["alternate"] = [
        {"name": "English", "link": _OTHER if zh else page.url, "lang": "en"},
        {"name": "中文", "link": page.url if zh else _OTHER, "lang": "zh"},
    ]
    return context


def on_post_page(output: str, page: Any, config: Any) -> str:
    """Put in the way to the other language, which mkdocs itself would not let leave this site."""
    up = "../" * page.url.count("/")
    other = f"{up}../{page.url}" if _language(config) == "zh" else f"{up}zh/{page.url}"
    return output.replace(_OTHER, other)


def on_post_build(config: Any) -> None:
    """Take out the addresses that the theme's program asks old browsers, and pages with diagrams, to load from."""
    for path in Path(config.site_dir).glob("assets/javascripts/bundle.*.js"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"https://unpkg\.com/[^\"'`]+", "data:,", text), encoding="utf-8")


def _language(config: Any) -> str:
    return str(config.theme["language"])


def _shared_pages() -> list[Path]:
    """Pages that exist once, in English: docs/*.md."""
    return sorted((ROOT / "docs").glob("*.md"))
