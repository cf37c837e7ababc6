"""All rules: ours from the compiled file, the user's from their folders."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from okr_lint.checks.origin import Origin
from okr_lint.checks.rule import Rule, RuleError, parse_rule
from okr_lint.checks.stored_examples import StoredExamples
from okr_lint.paths import compiled_data


@lru_cache(maxsize=1)
def own_rules() -> dict[str, Rule]:
    """The rules that ship with okr-lint, by code."""
    return {
        rule["code"]: parse_rule(
            {**rule, "examples": StoredExamples(rule["code"])}, Origin(f"rules/{rule['code']}.yaml")
        )
        for rule in compiled_data()["rules"]
    }


def rules_from_folder(folder: Path) -> dict[str, Rule]:
    """The rules of a folder of YAML files, by code.

    Raises:
        RuleError: a file is not a rule; names file and line.
    """
    import yaml

    from okr_lint.checks.known_names import check_names  # own rules are checked by tests

    rules: dict[str, Rule] = {}
    for path in sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")]):
        try:
            text = path.read_text(encoding="utf-8")
            data = yaml.safe_load(text)
            rule = parse_rule(data, Origin.of_yaml(str(path), text))
            check_names(rule)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise RuleError(f"{path}:{line}: not readable as YAML: {error.problem}") from error
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            raise RuleError(f"{path}: not readable: {error}") from error
        if rule.code in rules:
            raise RuleError(f"{path}: the code {rule.code} is used by {rules[rule.code].origin} as well")
        rules[rule.code] = rule
    return rules


def all_rules(folders: tuple[str, ...] = ()) -> dict[str, Rule]:
    """Ours and those of the user's folders, by code, in order of code."""
    rules = dict(own_rules())
    for folder in folders:
        path = Path(folder)
        if not path.is_dir():
            raise RuleError(f"{folder}: the rule folder does not exist")
        for code, rule in rules_from_folder(path).items():
            if code in rules:
                raise RuleError(
                    f"{rule.origin}: the code {code} is taken by {rules[code].origin}; choose another, e.g. X001"
                )
            rules[code] = rule
    return dict(sorted(rules.items()))


def codes_by_name(rules: dict[str, Rule]) -> dict[str, str]:
    """The code for every code and name that a rule has or had; what one has now goes before what another had."""
    former = {name: code for code, rule in rules.items() for name in rule.formerly}
    return {**former, **{rule.name: code for code, rule in rules.items()}, **{code: code for code in rules}}


def resolve(names: tuple[str, ...], rules: dict[str, Rule]) -> set[str]:
    """The codes that codes, prefixes ("K", "K2") or rule names stand for.

    Raises:
        RuleError: a name that is none of these, with the closest that is.
    """
    codes: set[str] = set()
    by_name = codes_by_name(rules)
    for name in names:
        found = {code for code in rules if code.startswith(name)} if name else set()
        if name in by_name:
            found = {by_name[name]}
        if not found:
            raise RuleError(f"unknown rule {name!r}{rule_hint(name, by_name)}")
        codes |= found
    return codes


def rule_hint(name: str, known: Iterable[str]) -> str:
    """What an unknown rule name may have meant: the closest code or name, a letter O read as a zero in a code."""
    import difflib

    folded = name.lower() if "-" in name else name.upper()
    if folded[1:2].isdigit():
        folded = folded[0] + folded[1:].replace("O", "0")
    close = difflib.get_close_matches(folded, list(known), 1, 0.5)
    return f"; did you mean {close[0]!r}?" if close else "; `okr-lint rules` lists them"
