"""What is wrong with a configuration, in one line that says where."""

from __future__ import annotations

from collections.abc import Iterable


class ConfigError(ValueError):
    """A configuration that cannot be used; the message begins with "file:line: " where that is known."""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """ "; did you mean 'x'?" for the closest known name, else what there is."""
    import difflib

    names = list(known)
    if max(map(len, names), default=0) < 3:  # "cn" is no slip of "en"
        return f"; known are {', '.join(names)}"
    close = difflib.get_close_matches(name.lower().replace("-", "_"), names, 1, 0.5)
    if not close:
        close = difflib.get_close_matches(name, names, 1, 0.5)
    return f"; did you mean {close[0]!r}?" if close else f"; known are {', '.join(names)}"
