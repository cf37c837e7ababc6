"""Links to rule pages: Markdown files in the cache folder, written from the rules when first needed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from okr_lint.checks.rule import Rule
from okr_lint.reporters.rule_page import rule_markdown
from okr_lint.version import tool_info


@lru_cache(maxsize=512)
def rule_link(rule_key: tuple[str, str], lang: str) -> str | None:
    """The URI of a page that ``write_page`` has written; None before that or where it cannot be written."""
    path = _path(rule_key, lang)
    return path.as_uri() if path and path.exists() else None


def link(rule: Rule, lang: str) -> str | None:
    """The URI of a rule's page in "zh" or "en"; None where the cache folder cannot be written to."""
    key = (rule.code, _digest(rule))
    if (known := rule_link(key, lang)) is not None:
        return known
    rule_link.cache_clear()
    path = _path(key, lang)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(rule_markdown(rule, lang), encoding="utf-8")
    except OSError:
        return None  # a diagnostic without a link is still a diagnostic
    return rule_link(key, lang)


def _path(key: tuple[str, str], lang: str) -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("okr-lint") / "rules" / key[1] / f"{key[0]}.{lang}.md"


@lru_cache(maxsize=512)
def _own_digest() -> str:
    return f"{tool_info()['version']}-{tool_info()['rules_digest']}"


def _digest(rule: Rule) -> str:
    if rule.origin.file.startswith("rules/"):
        return _own_digest()
    import hashlib

    return hashlib.sha256(repr((rule.title, rule.why, rule.examples, rule.suggestions)).encode()).hexdigest()[:16]
