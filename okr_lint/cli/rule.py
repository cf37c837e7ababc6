"""``okr-lint rule K202``: one rule's page."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from okr_lint.cli.options import steady_output

if TYPE_CHECKING:
    from okr_lint.checks.rule import Rule


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("rules", nargs="+", metavar="RULE", help="codes or names")
    parser.add_argument("--lang", choices=("zh", "en"), help="language of the page (default: by the locale)")
    parser.add_argument("--output-format", default="text", choices=("text", "markdown", "json"))
    parser.add_argument("--all-examples", action="store_true", help="not only the first three of each kind")


def run(args: argparse.Namespace) -> int:
    """Print the pages."""
    from okr_lint.checks.registry import resolve
    from okr_lint.config import configuration_for
    from okr_lint.reporters.rule_page import rule_markdown, rule_text

    steady_output()
    rules = known_rules(configuration_for("./any").settings.rule_folders)
    codes = [code for name in args.rules for code in sorted(resolve((name,), rules))]
    lang = args.lang or locale_language()
    if args.output_format == "json":
        import json

        print(json.dumps([rule_object(rules[code]) for code in codes], ensure_ascii=False, indent=1))
        return 0
    page = rule_markdown if args.output_format == "markdown" else rule_text
    print("\n".join(page(rules[code], lang, None if args.all_examples else 3) for code in codes), end="")
    return 0


def known_rules(folders: tuple[str, ...]) -> dict[str, Rule]:
    """Ours and the user's, by code."""
    from okr_lint.checks.registry import all_rules

    return all_rules(folders)


def locale_language() -> str:
    """ "zh" where the locale is Chinese, else "en"."""
    name = next((os.environ[v] for v in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(v)), "")
    return "zh" if name.lower().startswith("zh") else "en"


def rule_object(rule: Rule) -> dict[str, object]:
    """What a program may want to know of a rule."""
    return {
        "code": rule.code,
        "name": rule.name,
        "status": rule.status,
        "since": rule.since,
        "severity": rule.severity,
        "applies_to": rule.applies_to,
        "languages": list(rule.languages),
        "title": rule.title,
        "why": rule.why,
        "source": rule.source,
    }
