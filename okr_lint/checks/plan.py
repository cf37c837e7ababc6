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
    """The rules for one kind of subject, by the signal that they need."""

    def __init__(self, kind: str, rules: Iterable[Rule]) -> None:
        self.always: list[Rule] = []
        self.by_signal: dict[str, list[Rule]] = {}
        for rule in rules:
            if kind not in _KINDS.get(rule.applies_to, ()) or "produced_by" in rule.match:
                continue
            needs = frozenset(rule.needs) or (None if "check" in rule.match else needs_of(rule.match))
            if not needs:
                self.always.append(rule)
            for signal in needs or ():
                self.by_signal.setdefault(signal, []).append(rule)

    def candidates(self, shown: set[str], language: str) -> list[Rule]:
        """The rules that can apply to a statement of this language that shows these signals."""
        chosen = list(self.always)
        for signal in shown & self.by_signal.keys():
            chosen += [rule for rule in self.by_signal[signal] if rule not in chosen]
        return [rule for rule in chosen if language == "mixed" or language in rule.languages]
