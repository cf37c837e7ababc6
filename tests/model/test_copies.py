from __future__ import annotations

import pytest

from okr_lint import lean_dataclasses as dataclasses
from okr_lint.model import Finding, Span
from okr_lint.model.copies import copier


def test_a_copy_differs_in_the_given_fields_only() -> None:
    finding = Finding("K202", "activity", "warning", "m", "O1/KR1", Span(1, 2), related=("O1",), language="zh")
    made = copier(Finding, "span", "fingerprint")(finding, Span(3, 4), "ab")
    assert made == dataclasses.replace(finding, span=Span(3, 4), fingerprint="ab")
    assert finding.span == Span(1, 2)


def test_the_number_of_values_is_checked() -> None:
    with pytest.raises(ValueError, match="zip"):
        copier(Pair, "a")(Pair(1, 2), 3, 4)


@dataclasses.dataclass(frozen=True)
class Pair:
    a: int
    b: int
