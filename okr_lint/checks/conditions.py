"""Declarative conditions of rule files, evaluated on one statement in linear time.

A condition is a mapping with one of: ``lexicon``, ``pattern`` (RE2, on the normalised text; its first
``MOST_MATCHES`` matches), ``label``, ``tokens`` (as in spaCy's Matcher), ``all``, ``any``, ``none``. It yields ranges
of the statement's text; an empty list means that it does not hold.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import islice
from typing import Any

from okr_lint.checks.match import Judged
from okr_lint.checks.origin import Origin
from okr_lint.checks.rule import RuleError

# One search is linear, but each of many may look at all that follows: "a*b|a" on a row of a's.
MOST_MATCHES = 100
Ranges = list[tuple[int, int]]
Condition = Callable[[Judged], Ranges]


def compile_condition(data: Any, origin: Origin) -> Condition:
    """A function that evaluates the condition.

    Raises:
        RuleError: unknown kind of condition, or a pattern that RE2 does not accept.
    """
    if not isinstance(data, dict) or len(data) != 1:
        raise RuleError(
            f"{origin}: a condition is a mapping with one key (lexicon, pattern, label, tokens, all, any, none)"
        )
    ((kind, value),) = data.items()
    builder = _BUILDERS.get(kind)
    if builder is None:
        raise RuleError(f"{origin}: unknown condition {kind!r}; use one of {', '.join(_BUILDERS)}")
    return builder(value, origin.at(kind))


def _lexicon(value: Any, origin: Origin) -> Condition:
    names = {value} if isinstance(value, str) else set(value)
    return lambda judged: [(hit.start, hit.end) for hit in judged.analysis.hits if hit.lexicon in names]


def _pattern(value: Any, origin: Origin) -> Condition:
    import re2

    try:
        compiled = re2.compile(value, _quiet())
    except re2.error as error:
        raise RuleError(f"{origin}: the pattern {value!r} is not accepted by RE2: {_reason(error)}") from error
    return lambda judged: [m.span() for m in islice(compiled.finditer(judged.analysis.normal), MOST_MATCHES)]


@lru_cache(maxsize=1)
def _quiet() -> Any:
    """RE2's options for patterns of others: what is wrong with them is told by the exception alone."""
    import re2

    options = re2.Options()
    options.log_errors = False
    return options


def _reason(error: Exception) -> str:
    reason = error.args[0] if error.args else error
    return reason.decode() if isinstance(reason, bytes) else str(reason)


def _label(value: Any, origin: Origin) -> Condition:
    if not isinstance(value, dict) or not set(value) - {"sure"}:
        raise RuleError(f"{origin}: label is a mapping such as {{kind: task}} or {{kind: [task, upkeep], sure: false}}")
    wanted = {name: {v} if isinstance(v, (str, int)) else set(v) for name, v in value.items() if name != "sure"}
    sure = value.get("sure", True)

    def evaluate(judged: Judged) -> Ranges:
        for name, values in wanted.items():
            label = judged.labels.get(name)
            if label is None or label.value not in values or (sure and not label.sure):
                return []
        return [(0, len(judged.statement.text))]

    return evaluate


def _tokens(value: Any, origin: Origin) -> Condition:
    from okr_lint.language.doc import token_matcher

    try:
        matcher = token_matcher(value, str(origin))
    except ValueError as error:
        raise RuleError(str(error)) from error
    return lambda judged: matcher(judged.analysis)


def _parts(value: Any, origin: Origin) -> list[Condition]:
    if not isinstance(value, list) or not value:
        raise RuleError(f"{origin}: a list of conditions")
    return [compile_condition(part, origin.at(index)) for index, part in enumerate(value)]


def _all(value: Any, origin: Origin) -> Condition:
    parts = _parts(value, origin)

    def evaluate(judged: Judged) -> Ranges:
        first: Ranges | None = None
        for part in parts:
            found = part(judged)
            if not found:
                return []
            first = found if first is None else first
        return first or []

    return evaluate


def _any(value: Any, origin: Origin) -> Condition:
    parts = _parts(value, origin)
    return lambda judged: [r for part in parts for r in part(judged)]


def _none(value: Any, origin: Origin) -> Condition:
    parts = _parts(value, origin)

    def evaluate(judged: Judged) -> Ranges:
        return [] if any(part(judged) for part in parts) else [(0, len(judged.statement.text))]

    return evaluate


_BUILDERS: dict[str, Callable[[Any, Origin], Condition]] = {
    "lexicon": _lexicon,
    "pattern": _pattern,
    "label": _label,
    "tokens": _tokens,
    "all": _all,
    "any": _any,
    "none": _none,
}
