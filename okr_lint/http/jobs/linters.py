"""A linter for the options of a request, kept for the next request with the same ones."""

from __future__ import annotations

from collections import OrderedDict

from okr_lint.config import ConfigError
from okr_lint.http.problems import Problem
from okr_lint.http.schema.options import LimitOptions, Options
from okr_lint.linter import Linter

_KEPT = 16
_linters: OrderedDict[str, Linter] = OrderedDict()


def linter_for(options: Options, where: str = "options") -> Linter:
    """The linter with these options; ``where`` is the field that they came in.

    Raises:
        Problem: the options name a rule that there is not.
    """
    key = options.model_dump_json()
    if key not in _linters:
        try:
            _linters[key] = Linter(options.settings())
        except ConfigError as error:
            raise _refused(options, where, str(error)) from None
        if len(_linters) > _KEPT:
            _linters.popitem(last=False)
    _linters.move_to_end(key)
    return _linters[key]


def _refused(options: Options, where: str, message: str) -> Problem:
    """The problem with its field; the message's own place is that of a command line."""
    above = f"{where}." if where else ""
    for name in ("select", "ignore", "severity"):
        if any(repr(one) in message for one in getattr(options, name)):
            return Problem("invalid-field", message.removeprefix(f"--{name}: "), field=f"{above}{name}")
    for name in LimitOptions.model_fields:
        if f"the limit {name} " in message:
            return Problem("invalid-field", message[message.index("the limit ") :], field=f"{above}limits.{name}")
    return Problem("invalid-field", message, field=where)
