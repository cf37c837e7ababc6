"""A rule as its file states it: rule, documentation and test in one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from okr_lint.model.finding import SEVERITIES

APPLIES_TO = ("objective", "key_result", "statement", "set", "document", "folder", "versions")
STATUSES = ("preview", "stable", "deprecated", "removed")


class RuleError(ValueError):
    """A rule file that cannot be used; the message names file, field and what to do."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule file.

    Attributes:
        code, name: "K202", "activity-as-key-result".
        severity: severity by profile name; "default" is always there.
        applies_to: one of ``APPLIES_TO``.
        languages: the languages it can judge, of "zh" and "en".
        match: the declarative condition, or ``{"check": <name of a Python check>}``.
        messages: message templates by key ("default" and others a check may choose), each by
            language; ``{word}`` and the check's parameters are filled in.
        suggestions: templates: ``title`` and ``scaffold`` by language, ``applicability``, and
            ``edit`` (name of the edit that the match offers), in order of preference.
        examples: by language: ``bad``, ``good``, ``missed``.
        layer: "light" or "doc".
    """

    code: str
    name: str
    status: str
    since: str
    severity: dict[str, str]
    applies_to: str
    languages: tuple[str, ...]
    title: dict[str, str]
    why: dict[str, str]
    source: dict[str, str]
    match: dict[str, Any]
    messages: dict[str, dict[str, str]]
    suggestions: tuple[dict[str, Any], ...] = ()
    examples: dict[str, dict[str, list[Any]]] = field(default_factory=dict)
    layer: str = "light"
    origin: str = ""

    def severity_for(self, profile: str) -> str:
        """The severity in a profile; the default where the profile says nothing."""
        return self.severity.get(profile, self.severity["default"])


_TEXTS = ("title", "why", "source")


def parse_rule(data: Any, origin: str) -> Rule:
    """A ``Rule`` from the content of its file.

    Raises:
        RuleError: a field is missing, unknown or of the wrong kind; says which, and in which file.
    """

    def fail(message: str) -> RuleError:
        return RuleError(f"{origin}: {message}")

    if not isinstance(data, dict):
        raise fail("a rule file holds one mapping (code, name, severity, match, …)")
    known = set(Rule.__dataclass_fields__) - {"origin"}
    if unknown := sorted(set(data) - known):
        raise fail(f"unknown field {unknown[0]!r}; known are {', '.join(sorted(known))}")
    for name in ("code", "name", "severity", "applies_to", "match", "messages"):
        if name not in data:
            raise fail(f"the field {name!r} is missing")
    severity = data["severity"]
    severity = {"default": severity} if isinstance(severity, str) else dict(severity)
    for profile, value in severity.items():
        if value is False:  # YAML 1.1 reads a bare off as false
            severity[profile] = value = "off"
        if value not in SEVERITIES:
            raise fail(f"severity {value!r} for {profile!r}; use one of {', '.join(SEVERITIES)}")
    if "default" not in severity:
        raise fail("severity needs a 'default'")
    if data["applies_to"] not in APPLIES_TO:
        raise fail(f"applies_to {data['applies_to']!r}; use one of {', '.join(APPLIES_TO)}")
    if data.get("status", "stable") not in STATUSES:
        raise fail(f"status {data['status']!r}; use one of {', '.join(STATUSES)}")
    messages = data["messages"]
    if isinstance(messages, str):
        messages = {"default": {"zh": messages, "en": messages}}
    elif isinstance(messages, dict) and set(messages) <= {"zh", "en"}:
        messages = {"default": messages}
    if not isinstance(messages, dict) or "default" not in messages:
        raise fail("messages needs 'zh' and 'en', or keys of which one is 'default'")
    texts = {name: _both_languages(data.get(name) or data["name"]) for name in _TEXTS}
    return Rule(
        code=str(data["code"]),
        name=str(data["name"]),
        status=data.get("status", "stable"),
        since=str(data.get("since", "")),
        severity=severity,
        applies_to=data["applies_to"],
        languages=tuple(data.get("languages", ("zh", "en"))),
        **texts,
        match=data["match"],
        messages={key: _both_languages(value) for key, value in messages.items()},
        suggestions=tuple(data.get("suggestions") or ()),
        examples=data.get("examples") or {},
        layer=data.get("layer", "light"),
        origin=origin,
    )


def _both_languages(value: Any) -> dict[str, str]:
    """A text by language; a single one serves for both."""
    if isinstance(value, dict):
        some = next(iter(value.values()), "")
        return {lang: str(value.get(lang, some)).strip() for lang in ("zh", "en")}
    return {"zh": str(value).strip(), "en": str(value).strip()}
