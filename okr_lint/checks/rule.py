"""A rule as its file states it: rule, documentation and test in one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from okr_lint.checks.origin import Origin
from okr_lint.lean_dataclasses import dataclass, field, fields
from okr_lint.model.finding import SEVERITIES

APPLIES_TO = ("objective", "key_result", "statement", "set", "document", "folder", "versions")
STATUSES = ("preview", "stable", "deprecated", "removed")
LAYERS = ("light", "doc")
APPLICABILITY = ("safe", "unsafe", "display")
NOWHERE = Origin("")
# Rules whose findings do not come from the engine: who makes them (match: {produced_by: …}).
PRODUCERS = ("reader", "suppression", "alignment", "versions")


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
        match: the declarative condition, or ``{"check": <name of a Python check>}``, or
            ``{"produced_by": <one of PRODUCERS>}`` where the finding is made elsewhere.
        needs: signals of which a statement must show at least one before the match is even tried:
            lexicon names, "quantity", "date", "label:kind=task"; empty: always tried.
        yields_to: codes; where one of them was found on the same statement, this rule is silent.
        messages: message templates by key ("default" and others a check may choose), each by
            language; ``{word}`` and the check's parameters are filled in.
        suggestions: templates in order of preference: ``title`` by language, ``applicability``,
            and ``scaffold`` (by language) or ``edit`` (name of the edit that the match offers);
            ``when``: message keys that it goes with.
        examples: by language: ``bad``, ``good``, ``missed`` (see ``okr_lint.checks.examples``).
        formerly: names and codes that the rule had before; they go on working wherever rules are named.
        layer: "light", or "doc" where the match asks for the spaCy ``Doc``.
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
    examples: Mapping[str, dict[str, list[Any]]] = field(default_factory=dict)
    layer: str = "light"
    needs: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    origin: Origin = NOWHERE

    def severity_for(self, profile: str) -> str:
        """The severity in a profile; the default where the profile says nothing."""
        return self.severity.get(profile, self.severity["default"])


_TEXTS = ("title", "why", "source")


def parse_rule(data: Any, origin: Origin) -> Rule:
    """A ``Rule`` from the content of its file.

    Raises:
        RuleError: a field is missing, unknown or of the wrong kind; says which, in which file and line.
    """
    if not isinstance(data, dict):
        raise RuleError(f"{origin}: a rule file holds one mapping (code, name, severity, match, …)")
    known = {one.name for one in fields(Rule)} - {"origin"}
    if unknown := sorted(set(data) - known):
        raise RuleError(f"{origin.at(unknown[0])}: unknown field {unknown[0]!r}; known are {', '.join(sorted(known))}")
    for name in ("code", "name", "severity", "applies_to", "match", "messages"):
        if name not in data:
            raise RuleError(f"{origin}: the field {name!r} is missing")
    _one_of(data, "applies_to", APPLIES_TO, origin)
    _one_of(data, "status", STATUSES, origin)
    _one_of(data, "layer", LAYERS, origin)
    texts = {name: _both_languages(data.get(name) or data["name"]) for name in _TEXTS}
    return Rule(
        code=str(data["code"]),
        name=str(data["name"]),
        status=data.get("status", "stable"),
        since=str(data.get("since", "")),
        severity=_severity(data["severity"], origin.at("severity")),
        applies_to=data["applies_to"],
        languages=_languages(data.get("languages", ("zh", "en")), origin.at("languages")),
        **texts,
        match=_match(data["match"], origin.at("match")),
        messages=_messages(data["messages"], origin.at("messages")),
        suggestions=_suggestions(data.get("suggestions") or (), origin.at("suggestions")),
        examples={} if data.get("examples") is None else data["examples"],
        layer=data.get("layer", "light"),
        needs=_names(data.get("needs", ()), origin.at("needs")),
        yields_to=_names(data.get("yields_to", ()), origin.at("yields_to")),
        formerly=_names(data.get("formerly", ()), origin.at("formerly")),
        origin=origin,
    )


def _one_of(data: dict[str, Any], name: str, allowed: tuple[str, ...], origin: Origin) -> None:
    if name in data and data[name] not in allowed:
        raise RuleError(f"{origin.at(name)}: {name} {data[name]!r}; use one of {', '.join(allowed)}")


def _severity(value: Any, origin: Origin) -> dict[str, str]:
    severity = dict(value) if isinstance(value, dict) else {"default": value}
    for profile, one in severity.items():
        if one is False:  # YAML 1.1 reads a bare off as false
            severity[profile] = one = "off"
        if one not in SEVERITIES:
            raise RuleError(
                f"{origin.at(profile)}: severity {one!r} for {profile!r}; use one of {', '.join(SEVERITIES)}"
            )
    if "default" not in severity:
        raise RuleError(f"{origin}: severity needs a 'default'")
    return severity


def _languages(value: Any, origin: Origin) -> tuple[str, ...]:
    names = _names(value, origin)
    if not names or not set(names) <= {"zh", "en"}:
        raise RuleError(f"{origin}: languages {list(names)!r}; a list of zh and en")
    return names


def _match(value: Any, origin: Origin) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise RuleError(f"{origin}: match is a condition, or check: NAME")
    if value.get("produced_by", PRODUCERS[0]) not in PRODUCERS:
        raise RuleError(f"{origin}: produced_by {value['produced_by']!r}; use one of {', '.join(PRODUCERS)}")
    return value


def _messages(value: Any, origin: Origin) -> dict[str, dict[str, str]]:
    if isinstance(value, str):
        value = {"default": {"zh": value, "en": value}}
    elif isinstance(value, dict) and set(value) <= {"zh", "en"}:
        value = {"default": value}
    if not isinstance(value, dict) or "default" not in value:
        raise RuleError(f"{origin}: messages needs 'zh' and 'en', or keys of which one is 'default'")
    return {key: _both_languages(text) for key, text in value.items()}


def _suggestions(value: Any, origin: Origin) -> tuple[dict[str, Any], ...]:
    made = []
    for index, one in enumerate(value):
        place = origin.at(index)
        if not isinstance(one, dict) or "title" not in one or not {"scaffold", "edit"} & set(one):
            raise RuleError(f"{place}: a suggestion has a title, and a scaffold or the name of an edit")
        if unknown := sorted(set(one) - {"title", "scaffold", "edit", "applicability", "when"}):
            raise RuleError(f"{place.at(unknown[0])}: unknown field {unknown[0]!r} in a suggestion")
        template = {"applicability": "unsafe" if "edit" in one else "display", **one}
        _one_of(template, "applicability", APPLICABILITY, place)
        template["title"] = _both_languages(one["title"])
        if "scaffold" in one:
            template["scaffold"] = _both_languages(one["scaffold"])
        if "when" in one:
            template["when"] = _names(one["when"], place)
        made.append(template)
    return tuple(made)


def _names(value: Any, origin: Origin) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, (list, tuple)) or not all(isinstance(one, str) for one in value):
        raise RuleError(f"{origin}: a name or a list of names")
    return tuple(value)


def _both_languages(value: Any) -> dict[str, str]:
    """A text by language; a single one serves for both."""
    if isinstance(value, dict):
        some = next(iter(value.values()), "")
        return {lang: str(value.get(lang, some)).strip() for lang in ("zh", "en")}
    return {"zh": str(value).strip(), "en": str(value).strip()}
