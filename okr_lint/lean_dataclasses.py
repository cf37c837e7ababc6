"""``dataclass`` as the standard library has it, at a fifth of what it takes there to make a class.

A check of a short file makes sixty such classes before it reads a line; with ``dataclasses`` that is a quarter of its
time (five methods are compiled for each class, and ``inspect`` is imported). Here one method is compiled, the others
are shared. That a frozen class is not assigned to is held by the type checker alone, which makes instances cheaper.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform, overload

T = TypeVar("T")
_NOTHING: Any = object()


class Field:
    """What is said of a field beside its name: its default, and whether it is shown and compared."""

    __slots__ = ("compare", "default", "factory", "name", "repr")

    def __init__(self, default: Any, factory: Callable[[], Any] | None, repr: bool, compare: bool) -> None:
        self.name = ""
        self.default, self.factory, self.repr, self.compare = default, factory, repr, compare


def field(
    *,
    default: Any = _NOTHING,
    default_factory: Callable[[], Any] | None = None,
    repr: bool = True,
    compare: bool = True,
) -> Any:
    """The default of a field, as ``dataclasses.field`` gives it."""
    return Field(default, default_factory, repr, compare)


@overload
@dataclass_transform(field_specifiers=(field,))
def dataclass(kind: type[T], /) -> type[T]: ...
@overload
@dataclass_transform(field_specifiers=(field,))
def dataclass(*, frozen: bool = False, slots: bool = False, eq: bool = True) -> Callable[[type[T]], type[T]]: ...
def dataclass(
    kind: type[T] | None = None, /, *, frozen: bool = False, slots: bool = False, eq: bool = True
) -> type[T] | Callable[[type[T]], type[T]]:
    """Make a class with annotated fields into one with a constructor, a representation and equality.

    Args:
        kind: the class; its fields are those of its bases, then its own annotations in order.
        frozen: fields are not assigned to after construction, so instances have a hash.
        slots: instances have these fields and no others.
        eq: instances with equal fields are equal; else each equals only itself.

    Raises:
        TypeError: a field without a default follows one with a default, or a default is a list, dict or set.
    """
    if kind is None:
        return lambda kind: _made(kind, frozen, slots, eq)
    return _made(kind, frozen, slots, eq)


def fields(kind: Any) -> tuple[Field, ...]:
    """The fields of a dataclass or of an instance.

    Raises:
        AttributeError: it is none.
    """
    found: tuple[Field, ...] = kind.__lean_fields__
    return found


def replace(instance: T, /, **changes: Any) -> T:
    """A copy of an instance with some fields changed.

    Raises:
        TypeError: a name is no field of it.
    """
    for one in fields(instance):
        changes.setdefault(one.name, getattr(instance, one.name))
    return type(instance)(**changes)


def asdict(instance: Any) -> dict[str, Any]:
    """The fields of an instance by name; their values as they are."""
    return {one.name: getattr(instance, one.name) for one in fields(instance)}


def _made(kind: type[T], frozen: bool, slots: bool, eq: bool) -> type[T]:
    known = {one.name: one for base in kind.__mro__[:0:-1] for one in base.__dict__.get("__lean_fields__", ())}
    own = [name for name, said in kind.__dict__.get("__annotations__", {}).items() if "ClassVar" not in str(said)]  # noqa: RUF063  (inspect is what is to be avoided)
    for name in own:
        given = kind.__dict__.get(name, _NOTHING)
        known[name] = one = given if isinstance(given, Field) else Field(given, None, True, True)
        one.name = name
        if isinstance(one.default, (list, dict, set)):
            raise TypeError(f"{kind.__name__}.{name}: the default {one.default!r} would be shared; use default_factory")
    methods = _methods(kind, tuple(known.values()), frozen, eq)
    if not slots:
        for name in own:
            if name in kind.__dict__:
                delattr(kind, name)
        for name, method in methods.items():
            setattr(kind, name, method)
        return kind
    left_out = {*own, "__dict__", "__weakref__"}
    space = {name: value for name, value in kind.__dict__.items() if name not in left_out}
    made: Any = type(kind)
    return cast("type[T]", made(kind.__name__, kind.__bases__, {**space, **methods, "__slots__": tuple(own)}))


def _methods(kind: type, every: tuple[Field, ...], frozen: bool, eq: bool) -> dict[str, Any]:
    """What a class gets, less what it has written itself."""
    made: dict[str, Any] = {"__init__": _constructor(kind, every), "__repr__": _shown}
    if eq:
        compared = [one.name for one in every if one.compare]
        made["_compared"] = staticmethod(attrgetter(*compared) if compared else type)
        made |= {"__eq__": _equal, "__hash__": _hash if frozen else None}
    made = {name: method for name, method in made.items() if kind.__dict__.get(name) is None}
    return {**made, "__lean_fields__": every, "__match_args__": tuple([one.name for one in every])}


def _constructor(kind: type, every: tuple[Field, ...]) -> Any:
    """The one method that is compiled for each class: it decides what an instance costs."""
    heads, lines, optional = [], [], ""
    scope: dict[str, Any] = {"_NOTHING": _NOTHING, "__name__": kind.__module__}
    for number, one in enumerate(every):
        name, head, value = one.name, one.name, one.name
        if one.factory is not None:
            scope[f"_{number}"] = one.factory
            head, value = f"{name}=_NOTHING", f"_{number}() if {name} is _NOTHING else {name}"
        elif one.default is not _NOTHING:
            scope[f"_{number}"] = one.default
            head = f"{name}=_{number}"
        elif optional:
            raise TypeError(f"{kind.__name__}: {name} has no default but follows {optional}, which has one")
        optional = name if head != name else optional
        heads.append(head)
        lines.append(f"\n self.{name} = {value}")
    exec(f"def __init__({', '.join(['self', *heads])}):{''.join(lines) or ' pass'}", scope)
    scope["__init__"].__qualname__ = f"{kind.__qualname__}.__init__"
    return scope["__init__"]


def _shown(self: Any) -> str:
    values = ", ".join([f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr])
    return f"{type(self).__qualname__}({values})"


def _equal(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self._compared(self) == self._compared(other)


def _hash(self: Any) -> int:
    return hash(self._compared(self))
