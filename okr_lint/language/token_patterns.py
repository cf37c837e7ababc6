"""Rules over tokens: patterns in the form of spaCy's ``Matcher``, checked when read, compiled when first needed.

Reading a rule must not import spaCy, so the form is checked here: known attributes, operators and
extensions, and nothing that could match in more than linear time (``REGEX`` and ``FUZZY`` are
refused; use a rule's ``pattern`` for RE2).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from okr_lint.language.analysis import Analysis
from okr_lint.language.token_matching import TokenProgram

TokenMatcher = Callable[[Analysis], list[tuple[int, int]]]

_ATTRIBUTES = frozenset(
    "ORTH TEXT NORM LOWER LENGTH SHAPE POS TAG IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_UPPER "
    "IS_TITLE IS_PUNCT IS_SPACE IS_STOP "
    "IS_SENT_START LIKE_NUM LIKE_URL LIKE_EMAIL IS_BRACKET IS_QUOTE IS_CURRENCY PREFIX SUFFIX SPACY".split()
)
_PREDICATES = frozenset("IN NOT_IN IS_SUBSET IS_SUPERSET INTERSECTS == != >= <= > <".split())
_OPERATORS = frozenset("! ? + *".split())
_EXTENSIONS = frozenset("lexicons verb_class head quantity date".split())
_TAGS = frozenset(("POS", "TAG"))
_MAX_TOKENS = 24


def token_matcher(patterns: Any, origin: str) -> TokenMatcher:
    """A function that gives the ranges of a statement's text that spaCy ``Matcher`` patterns match.

    ``patterns`` is one pattern (a list of token descriptions) or a list of patterns. Matches are,
    from the left, the longest at each place, without overlap. Chinese words have parts of speech (jieba's ``TAG``
    and ``POS``), English ones have none: a pattern that asks for one matches no English statement.

    Raises:
        ValueError: a pattern that is not of spaCy's form; the message names ``origin`` and the token.
    """
    try:
        alternatives = _alternatives(patterns, origin)
        program = TokenProgram(alternatives)
    except ValueError as error:
        raise ValueError(str(error) if str(error).startswith(origin) else f"{origin}: {error}") from error

    tagged = any(name.upper() in _TAGS for pattern in alternatives for token in pattern for name in token)

    def match(analysis: Analysis) -> list[tuple[int, int]]:
        doc = analysis.doc
        if tagged and not doc.has_annotation("TAG"):
            return []
        try:
            found = program.ranges(doc)
        except ValueError as error:
            raise ValueError(f"{origin}: spaCy does not accept the token pattern: {error}") from error
        spans = [doc[start:end] for start, end in found]
        return [(span.start_char, span.end_char) for span in spans]

    return match


def _alternatives(patterns: Any, origin: str) -> list[Any]:
    if not isinstance(patterns, list) or not patterns:
        raise ValueError(f"{origin}: tokens is a list of token descriptions, or a list of such lists")
    alternatives = patterns if all(isinstance(pattern, list) for pattern in patterns) else [patterns]
    for pattern in alternatives:
        if not pattern or len(pattern) > _MAX_TOKENS:
            raise ValueError(f"{origin}: a token pattern has 1 to {_MAX_TOKENS} tokens")
        for place, token in enumerate(pattern, 1):
            _check_token(token, f"{origin}: token {place}")
    return alternatives


def _check_token(token: Any, place: str) -> None:
    if not isinstance(token, dict):
        raise ValueError(f"{place} is not a mapping such as {{LOWER: launch}}")
    for key, value in token.items():
        if key == "OP":
            if value not in _OPERATORS and not _is_repeat(value):
                raise ValueError(f"{place}: OP is one of ! ? + * or {{n}}, {{n,m}}, not {value!r}")
        elif key == "_":
            if not isinstance(value, dict) or set(value) - _EXTENSIONS:
                known = ", ".join(sorted(_EXTENSIONS))
                raise ValueError(f"{place}: '_' maps extensions ({known}) to values, not {value!r}")
            for name, wanted in value.items():
                _check_value(wanted, f"{place}: _.{name}")
        elif key.upper() not in _ATTRIBUTES:
            import difflib

            close = difflib.get_close_matches(key.upper(), [*_ATTRIBUTES, "OP", "_"], 1, 0.5)
            hint = f"; did you mean {close[0]!r}?" if close else ""
            raise ValueError(f"{place}: unknown attribute {key!r}{hint}")
        else:
            _check_value(value, f"{place}: {key}")


def _is_repeat(value: Any) -> bool:
    text = str(value)
    parts = text[1:-1].split(",")
    numbers = all(part.strip().isdigit() or not part.strip() for part in parts) and any(p.strip() for p in parts)
    return text[:1] == "{" and text[-1:] == "}" and len(parts) <= 2 and numbers


def _check_value(value: Any, place: str) -> None:
    if isinstance(value, dict):
        for predicate in value:
            if predicate in ("REGEX", "FUZZY") or str(predicate).startswith("FUZZY"):
                raise ValueError(
                    f"{place}: {predicate} is not allowed (not linear in time); use IN or a `pattern` condition"
                )
            if predicate not in _PREDICATES:
                raise ValueError(
                    f"{place}: unknown predicate {predicate!r}; use one of {', '.join(sorted(_PREDICATES))}"
                )
    elif not isinstance(value, (str, int, bool)):
        raise ValueError(f"{place}: a value is a text, a number, true or false, or a mapping with IN, NOT_IN …")
