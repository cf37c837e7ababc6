"""``okr-lint rules``: one line a rule."""

from __future__ import annotations

import argparse

from okr_lint.cli.options import steady_output


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("rules", nargs="*", metavar="RULE", help="codes, prefixes or names (default: all)")
    parser.add_argument("--lang", choices=("zh", "en"), help="language (default: by the locale)")
    parser.add_argument("--output-format", default="text", choices=("text", "json"))


def run(args: argparse.Namespace) -> int:
    """Print the list."""
    from okr_lint.checks.registry import resolve
    from okr_lint.cli.rule import known_rules, locale_language, rule_object
    from okr_lint.config import configuration_for
    from okr_lint.reporters.rule_page import rule_line

    steady_output()
    rules = known_rules(configuration_for("./any").settings.rule_folders)
    codes = sorted(resolve(tuple(args.rules), rules)) if args.rules else list(rules)
    if args.output_format == "json":
        import json

        print(json.dumps([rule_object(rules[code]) for code in codes], ensure_ascii=False, indent=1))
    else:
        lang = args.lang or locale_language()
        for code in codes:
            status = "" if rules[code].status == "stable" else f"  ({rules[code].status})"
            print(rule_line(rules[code], lang) + status)
    return 0
