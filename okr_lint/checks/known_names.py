"""The names that a user's rule asks for (lexicons, labels, signals) must exist: one that does not would never fire."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from okr_lint.checks.origin import Origin
from okr_lint.checks.rule import Rule, RuleError

_SIGNALS = ("quantity", "date")
_LABEL = "label:"


def check_names(rule: Rule) -> None:
    """Refuse names that nothing goes by.

    Raises:
        RuleError: says which, in which file and line, and the closest name that there is.
    """
    if not {"check", "produced_by"} & set(rule.match):
        _check_condition(rule.match, rule.origin.at("match"))
    for need in rule.needs:
        where = rule.origin.at("needs")
        name, equals, value = need.removeprefix(_LABEL).partition("=")
        if need.startswith(_LABEL) and equals:
            _check_label(name, [value], where)
        else:
            _refuse_unknown([need], [*_lexicons(), *_SIGNALS], "signal", where)


def _check_condition(condition: Any, origin: Origin) -> None:
    """Names of a condition and those below it; what is wrong with its form is told when it is compiled."""
    for kind, value in condition.items() if isinstance(condition, dict) else ():
        place = origin.at(kind)
        if kind == "lexicon":
            _refuse_unknown(_listed(value), _lexicons(), "lexicon", place)
        elif kind == "label" and isinstance(value, dict):
            for name, values in value.items():
                if name != "sure":
                    _check_label(name, _listed(values), place.at(name))
        elif kind in ("all", "any", "none") and isinstance(value, list):
            for index, part in enumerate(value):
                _check_condition(part, place.at(index))


def _check_label(name: Any, values: list[Any], origin: Origin) -> None:
    known = _labels()
    _refuse_unknown([name], known, "label", origin)
    _refuse_unknown(values, known[name], f"value of {name}", origin)


def _refuse_unknown(names: Iterable[Any], known: Iterable[Any], what: str, origin: Origin) -> None:
    known = list(known)
    for name in names:
        if name not in known:
            raise RuleError(f"{origin}: there is no {what} {name!r}{_hint(str(name), [str(one) for one in known])}")


def _hint(name: str, known: list[str]) -> str:
    import difflib

    close = difflib.get_close_matches(name.lower().replace("-", "_").replace(" ", "_"), known, 1, 0.5)
    return f"; did you mean {close[0]!r}?" if close else f"; known are {', '.join(known)}"


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _lexicons() -> list[str]:
    from okr_lint.paths import compiled_data

    names: list[str] = compiled_data()["lexicons"]["names"]
    return names


def _labels() -> dict[str, tuple[str | int, ...]]:
    """Every label with its values, those of objectives and key results together."""
    from okr_lint.classifier.training.dataset import HEADS

    known: dict[str, tuple[str | int, ...]] = {"inspiring": (1, 2, 3, 4, 5, "1", "2", "3", "4", "5")}
    for heads in HEADS.values():
        for name, values in heads.items():
            known[name] = (*known.get(name, ()), *(value for value in values if value not in known.get(name, ())))
    return known
