"""Runs rules over one document and turns their matches into findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from okr_lint.checks.conditions import compile_condition
from okr_lint.checks.match import Check, Match, ObjectiveSet, Subject, checks
from okr_lint.checks.plan import Plan
from okr_lint.checks.registry import all_rules, resolve
from okr_lint.checks.rule import Rule, RuleError
from okr_lint.checks.signals import signals
from okr_lint.checks.wording import build_finding
from okr_lint.fingerprint import first_fingerprint
from okr_lint.model import SEVERITIES, Document, Finding
from okr_lint.settings import Settings

if TYPE_CHECKING:
    from okr_lint.checks.recall import Recall, Told


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
        self._plans = {kind: Plan(kind, self.rules.values()) for kind in ("objective", "key_result", "document")}

    def severity(self, rule: Rule) -> str:
        """A rule's severity under these settings."""
        return self.settings.severity.get(rule.code, rule.severity_for(self.settings.profile))

    def run(self, document: Document, sets: list[ObjectiveSet], recall: Recall | None = None) -> list[Finding]:
        """All findings of a document in the order of the contract (span, then code).

        With ``recall`` only sets that have changed are judged anew.
        """
        findings: list[Finding] = []
        whole = Subject(document, self.settings, sets=sets)
        for rule in self._plans["document"].always["mixed"].values():
            findings += self.findings(rule, self._checks[rule.code](whole), whole)
        if recall is None:
            for subject, kind in _subjects(document, sets, self.settings):
                for rule in self._candidates(subject, kind):
                    for match in self._checks[rule.code](subject):  # most rules find nothing
                        findings += self.findings(rule, (match,), subject)
        else:
            for one in sets:
                findings += self._recalled(document, one, sets, recall)
        return sorted(self._without_yielding(findings), key=lambda finding: finding.order)

    def _candidates(self, subject: Subject, kind: str) -> Iterable[Rule]:
        judged = subject.judged
        return self._plans[kind].candidates(signals(judged), judged.analysis.language)

    def _recalled(
        self, document: Document, one: ObjectiveSet, sets: list[ObjectiveSet], recall: Recall
    ) -> Iterator[Finding]:
        """The findings of one set, as remembered where it is as it was."""
        from okr_lint.checks.recall import key_of

        key = key_of(one)
        known = recall.get(key)
        if known is None:
            told, findings = self._judged_anew(document, one, sets)
            recall.put(key, told)
            yield from findings
            return
        for told_of, judged in zip(known, one, strict=True):
            if told_of.findings:
                yield from told_of.findings_at(judged)
            if told_of.again:
                subject = Subject(document, self.settings, judged, one.objective, one.key_results, sets)
                for rule in told_of.again:
                    yield from self.findings(rule, self._checks[rule.code](subject), subject)

    def _judged_anew(
        self, document: Document, one: ObjectiveSet, sets: list[ObjectiveSet]
    ) -> tuple[list[Told], list[Finding]]:
        """What is said of each statement of a set, to be remembered; and all of its findings."""
        from okr_lint.checks.recall import Told, try_rule

        made, said = [], list[Finding]()
        for subject, kind in _subjects(document, [one], self.settings, sets):
            told = Told.about(subject.judged)
            for rule in self._candidates(subject, kind):
                matches, remember = try_rule(rule, self._checks[rule.code], subject)
                found = self.findings(rule, matches, subject)
                if remember:
                    findings = [
                        first_fingerprint(each, subject.find(each.statement or "").statement.text) for each in found
                    ]
                    told.findings += findings
                    said += findings
                else:
                    told.again.append(rule)
                    said += found
            made.append(told)
        return made, said

    def _without_yielding(self, findings: list[Finding]) -> Iterator[Finding]:
        """One fault is said once: a rule is silent where one that it yields to has spoken."""
        said = {(finding.statement, finding.code) for finding in findings}
        for finding in findings:
            if not any((finding.statement, code) in said for code in self.rules[finding.code].yields_to):
                yield finding

    def findings(self, rule: Rule, matches: Iterable[Match], subject: Subject) -> Iterator[Finding]:
        """Findings for matches of a rule; also for producers outside the engine (``produced_by``)."""
        for match in matches:
            severity = self._match_severity(rule, match)
            if severity != "off":
                yield build_finding(rule, match, severity, subject)

    def _match_severity(self, rule: Rule, match: Match) -> str:
        """A match may lower or raise the rule's default, but not what the user or profile set.

        A classifier's label alone never makes an error.
        """
        severity = self.severity(rule)
        if match.severity is not None:
            fixed = rule.code in self.settings.severity or self.settings.profile in rule.severity
            severity = min(severity, match.severity, key=SEVERITIES.index) if fixed else match.severity
        return "warning" if severity == "error" and match.source == "classifier" else severity


def _compile(rule: Rule) -> Check:
    if "produced_by" in rule.match:
        return lambda subject: ()
    if "check" in rule.match:
        name = rule.match["check"]
        if name not in checks():
            raise RuleError(f"{rule.origin.at('match', 'check')}: there is no check named {name!r}")
        return checks()[name]
    condition = compile_condition(rule.match, rule.origin.at("match"))
    if rule.applies_to == "document":
        raise RuleError(f"{rule.origin.at('match')}: a rule for documents needs a check; conditions judge statements")

    def run(subject: Subject) -> Iterable[Match]:
        text = subject.judged.statement.text
        return [Match(start, end, params={"word": text[start:end]}) for start, end in condition(subject.judged)]

    return run


def _subjects(
    document: Document, some: list[ObjectiveSet], settings: Settings, sets: list[ObjectiveSet] | None = None
) -> Iterator[tuple[Subject, str]]:
    """The subjects of some sets; ``sets``: all sets of the document, where these are not all."""
    sets = some if sets is None else sets
    for one in some:
        yield Subject(document, settings, one.objective, one.objective, one.key_results, sets), "objective"
        for key_result in one.key_results:
            yield Subject(document, settings, key_result, one.objective, one.key_results, sets), "key_result"
