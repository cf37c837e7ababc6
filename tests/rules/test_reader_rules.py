"""F001 and F007 are made outside the engine; their examples hold all the same."""

import pytest

from okr_lint.checks.examples import Example, examples_of
from okr_lint.checks.registry import own_rules
from okr_lint.linter import Linter
from okr_lint.model import Source

F001 = examples_of(own_rules()["F001"])


def _name(example: Example) -> str:
    return f"{example.language}-{example.focus_text[:30]}"


@pytest.mark.parametrize("example", [e for e in F001 if e.kind == "bad"], ids=_name)
def test_what_cannot_be_read_is_said_with_its_place(example: Example) -> None:
    assert example.document is not None and example.start is not None
    result = Linter().check_text(example.document, example.format)
    assert result.error is not None
    place = Source(example.document).position(example.start)
    assert (result.error.line, result.error.column) == (place.line, place.column)


@pytest.mark.parametrize("example", [e for e in F001 if e.kind == "good"], ids=_name)
def test_what_can_be_read_is_read(example: Example) -> None:
    assert example.document is not None
    result = Linter().check_text(example.document, example.format)
    assert result.error is None and result.document is not None and result.document.objectives
