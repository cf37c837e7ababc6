"""A linter for the options of a request, kept for the next request with the same ones."""

from __future__ import annotations

from collections import OrderedDict

from okr_lint.config import ConfigError
from okr_lint.http.problems import Problem
from okr_lint.http.schema.options import Options
from okr_lint.linter import Linter

_KEPT = 16
_linters: OrderedDict[str, Linter] = OrderedDict()


def linter_for(options: Options) -> Linter:
    """The linter with these options.

    Raises:
        Problem: the options name a rule that there is not.
    """
    key = options.model_dump_json()
    if key not in _linters:
        try:
            _linters[key] = Linter(options.settings())
        except ConfigError as error:
            raise _refused(options, str(error)) from None
        if len(_linters) > _KEPT:
            _linters.popitem(last=False)
    _linters.move_to_end(key)
    return _linters[key]


def _refused(options: Options, message: str) -> Problem:
    """The problem with its field; the message's own place is that of a command line."""
    for name in ("select", "ignore", "severity"):
        if any(repr(one) in message for one in getattr(options, name)):
            return Problem("invalid-field", message.removeprefix(f"--{name}: "), field=f"options.{name}")
    return Problem("invalid-field", message, field="options")
