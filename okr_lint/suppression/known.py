"""Which rules there are, and which of them ran on single documents."""

from __future__ import annotations

from okr_lint.checks.engine import Engine
from okr_lint.checks.registry import all_rules, codes_by_name

_HERE = (None, "suppression")


class Known:
    """Codes and names that a comment may hold."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._codes: dict[str, str] | None = None

    def code(self, text: str) -> str | None:
        """The code that a code or name that a rule has or had stands for; None where there is no such rule."""
        if text in self._engine.rules:
            return text
        if self._codes is None:
            self._codes = codes_by_name(all_rules(self._engine.settings.rule_folders))
        return self._codes.get(text) or self._codes.get(text.upper())

    def ran(self, text: str) -> bool:
        """Whether the rule ran, so that a comment without use for it is one too many."""
        rule = self._engine.rules.get(self.code(text) or "")
        return rule is not None and rule.match.get("produced_by") in _HERE and rule.code != "F007"
