"""Quick copies of frozen objects: several times as fast as ``dataclasses.replace``, which matters at every key."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any, TypeVar

from okr_lint.lean_dataclasses import fields

T = TypeVar("T")


def copier(kind: type[T], *names: str) -> Callable[..., T]:
    """A function that copies an instance of a dataclass with new values for some fields.

    Args:
        kind: the dataclass; all of its fields are parameters of its constructor, and there are two at least.
        names: the fields that change, in the order in which the function takes them after the instance.
    """
    all_names = [field.name for field in fields(kind)]
    places = [all_names.index(name) for name in names]
    get = attrgetter(*all_names)

    def copy(instance: T, *values: Any) -> T:
        given = list(get(instance))
        for place, value in zip(places, values, strict=True):
            given[place] = value
        return kind(*given)

    return copy
