"""Which rules to try on which statement: worked out once per engine, looked up per statement."""

from __future__ import annotations

from collections.abc import Iterable

from okr_lint.checks.rule import Rule
from okr_lint.checks.signals import needs_of

# what a rule may apply to -> the kinds of subject that it is run on
_KINDS = {
    "objective": ("objective",),
    "set": ("objective",),
    "key_result": ("key_result",),
    "statement": ("objective", "key_result"),
    "document": ("document",),
}


class Plan:
    """The rules for one kind of subject, by the signal that they need.

    ``always`` holds those that are tried on every statement; both are kept apart by language.
    """

    def __init__(self, kind: str, rules: Iterable[Rule]) -> None:
        self.always: dict[str, dict[str, Rule]] = {"zh": {}, "en": {}, "mixed": {}}
        self.by_signal: dict[str, dict[str, dict[str, Rule]]] = {"zh": {}, "en": {}, "mixed": {}}
        for rule in rules:
            if kind not in _KINDS.get(rule.applies_to, ()) or "produced_by" in rule.match:
                continue
            needs = frozenset(rule.needs) or (None if "check" in rule.match else needs_of(rule.match))
            for language in (*rule.languages, "mixed"):
                if not needs:
                    self.always[language][rule.code] = rule
                for signal in needs or ():
                    self.by_signal[language].setdefault(signal, {})[rule.code] = rule

    def candidates(self, shown: set[str], language: str) -> Iterable[Rule]:
        """The rules that can apply to a statement of this language that shows these signals."""
        by_signal = self.by_signal[language]
        chosen = dict(self.always[language])
        for signal in shown & by_signal.keys():
            chosen.update(by_signal[signal])
        return chosen.values()
