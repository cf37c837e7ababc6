"""Runs rules over one document and turns their matches into findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from okr_lint.checks.conditions import Condition, compile_condition
from okr_lint.checks.match import Check, Judged, Match, ObjectiveSet, Subject, checks
from okr_lint.checks.registry import all_rules, resolve
from okr_lint.checks.rule import Rule, RuleError
from okr_lint.checks.wording import build_finding
from okr_lint.model import SEVERITIES, Document, Finding
from okr_lint.settings import Settings


class Engine:
    """The rules that some settings select, compiled once.

    Raises:
        RuleError: unknown rule names in the settings, or a rule file that cannot be used.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        rules = all_rules(settings.rule_folders)
        selected = resolve(settings.select, rules) if settings.select else set(rules)
        selected -= resolve(settings.ignore, rules)
        named = {name for name in settings.select if name in rules}
        self.rules: dict[str, Rule] = {
            code: rule
            for code, rule in rules.items()
            if code in selected
            and (rule.status == "stable" or code in named or (rule.status == "preview" and settings.preview))
            and self.severity(rule) != "off"
        }
        self._checks = {code: _compile(rule) for code, rule in self.rules.items()}

    def severity(self, rule: Rule) -> str:
        """A rule's severity under these settings."""
        return self.settings.severity.get(rule.code, rule.severity_for(self.settings.profile))

    def run(self, document: Document, sets: list[ObjectiveSet]) -> list[Finding]:
        """All findings of a document in the order of the contract (span, then code)."""
        findings = [f for rule in self.rules.values() for f in self._run_rule(rule, document, sets)]
        return sorted(findings, key=lambda finding: finding.order)

    def _run_rule(self, rule: Rule, document: Document, sets: list[ObjectiveSet]) -> Iterator[Finding]:
        run = self._checks[rule.code]
        for subject in _subjects(rule.applies_to, document, sets, self.settings):
            judged = subject.statement
            if judged is not None and not _speaks(rule, judged):
                continue
            for match in run(subject):
                severity = self._match_severity(rule, match)
                if severity != "off":
                    yield build_finding(rule, match, severity, subject)

    def _match_severity(self, rule: Rule, match: Match) -> str:
        """A match may lower or raise the rule's default, but not what the user or profile set."""
        severity = self.severity(rule)
        if match.severity is None:
            return severity
        if rule.code in self.settings.severity or self.settings.profile in rule.severity:
            return min(severity, match.severity, key=SEVERITIES.index)
        return match.severity


def _speaks(rule: Rule, judged: Judged) -> bool:
    language = judged.analysis.language
    return language in rule.languages or (language == "mixed" and bool(rule.languages))


def _compile(rule: Rule) -> Check:
    if "check" in rule.match:
        name = rule.match["check"]
        if name not in checks():
            raise RuleError(f"{rule.origin}: there is no check named {name!r}")
        return checks()[name]
    condition: Condition = compile_condition(rule.match, rule.origin)

    def run(subject: Subject) -> Iterable[Match]:
        text = subject.judged.statement.text
        return [Match(start, end, params={"word": text[start:end]}) for start, end in condition(subject.judged)]

    return run


def _subjects(applies_to: str, document: Document, sets: list[ObjectiveSet], settings: Settings) -> Iterator[Subject]:
    if applies_to == "document":
        yield Subject(document, settings, sets=sets)
        return
    for one in sets:
        if applies_to in ("objective", "set", "statement"):
            yield Subject(document, settings, one.objective, one.objective, one.key_results, sets)
        if applies_to in ("key_result", "statement"):
            for key_result in one.key_results:
                yield Subject(document, settings, key_result, one.objective, one.key_results, sets)
