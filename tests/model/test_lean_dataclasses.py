"""The lean ``dataclass`` does what the standard library's does, as far as okr-lint uses it."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any, ClassVar

import pytest

from okr_lint import lean_dataclasses as lean


@lean.dataclass(frozen=True, slots=True)
class Point:
    """Two numbers and a note that does not count."""

    KIND: ClassVar[str] = "point"
    x: int
    y: int = 0
    note: str = lean.field(default="", repr=False, compare=False)


@lean.dataclass(slots=True)
class Base:
    """Something named."""

    name: str
    tags: list[str] = lean.field(default_factory=list)

    def shout(self) -> str:
        """The name, loud."""
        return self.name.upper()


@lean.dataclass(slots=True)
class Derived(Base):
    """Something named that counts."""

    count: int = 0


@lean.dataclass(eq=False)
class Loose:
    """Equal to itself only."""

    value: Any = None


def test_construction_representation_and_equality() -> None:
    point = Point(1, note="seen")
    assert (point.x, point.y, point.note, Point.KIND) == (1, 0, "seen", "point")
    assert repr(point) == "Point(x=1, y=0)"
    assert point == Point(1, 0, "other") and hash(point) == hash(Point(1)) and point != Point(2)
    assert point != (1, 0) and Loose() != Loose()
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'x'"):
        Point()  # type: ignore[call-arg]


def test_fields_are_inherited_and_defaults_not_shared() -> None:
    one, other = Derived("a", count=3), Derived("a")
    one.tags.append("t")
    assert other.tags == [] and one.count == 3 and one.shout() == "A"
    assert [field.name for field in lean.fields(Derived)] == ["name", "tags", "count"]
    assert one != other and Derived("a") == Derived("a") and Derived("a") != Base("a")
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)
    with pytest.raises(AttributeError):
        one.unknown = 1  # type: ignore[attr-defined]


def test_replace_asdict_copy_and_pickle() -> None:
    one = Derived("a", ["t"], 2)
    assert lean.replace(one, count=5) == Derived("a", ["t"], 5) and one.count == 2
    assert lean.asdict(one) == {"name": "a", "tags": ["t"], "count": 2}
    for other in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):  # noqa: S301
        assert other == one and other is not one
    with pytest.raises(TypeError, match="unexpected keyword"):
        lean.replace(one, size=1)


def test_mistakes_in_a_class_are_told() -> None:
    with pytest.raises(TypeError, match="has no default but follows y"):

        @lean.dataclass
        class _Order:
            y: int = 0
            x: int  # type: ignore[misc]

    with pytest.raises(TypeError, match="use default_factory"):

        @lean.dataclass
        class _Shared:
            x: list[int] = []  # noqa: RUF012


def test_same_as_the_standard_library() -> None:
    def make(module: Any) -> Any:
        @module.dataclass(frozen=True)
        class One:
            a: int
            b: str = "x"

        return One

    ours, theirs = make(lean), make(dataclasses)
    assert repr(ours(1)) == repr(theirs(1)) and ours.__match_args__ == theirs.__match_args__
    assert (ours(1) == ours(1)) is (theirs(1) == theirs(1)) and hash(ours(1)) == hash(theirs(1))
