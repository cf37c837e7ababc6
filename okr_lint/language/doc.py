"""The spaCy ``Doc`` of a statement, for rules that need tokens; imported late."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from okr_lint.language.analysis import Analysis

TokenMatcher = Callable[[Analysis], list[tuple[int, int]]]


def token_matcher(patterns: Any, origin: str) -> TokenMatcher:
    """A function that gives the ranges of a statement's text that spaCy ``Matcher`` patterns match."""
    raise RuntimeError(f"{origin}: the Doc layer is not built yet")
