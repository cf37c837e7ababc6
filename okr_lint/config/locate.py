"""The line of a key in a TOML text (``tomllib`` gives values without places)."""

from __future__ import annotations

from collections.abc import Iterator


def line_of(text: str, path: tuple[str, ...], value: str | None = None) -> int | None:
    """The line, from 1, on which a key stands, or the string ``value`` below it.

    Args:
        text: the TOML text.
        path: names from the root, e.g. ("tool", "okr_lint", "limits", "key_results"); "#2" after the name
            of a list of tables is its second table.
        value: a string of a list or of a table below the key; the key's own line where it is not found.
    """
    lines = text.splitlines()
    at = next((number for number, key in _keys(lines) if key == path), None)
    if at is None:  # an inline table, or the key's table alone
        return line_of(text, path[:-1], path[-1]) if len(path) > 1 else None
    if value is not None:
        following = (number for number, _ in _keys(lines) if number > at)
        end = next(following, len(lines) + 1)
        for number in range(at, max(end, at + 1)):
            line = lines[number - 1]
            if f'"{value}"' in line or f"'{value}'" in line or _word(line, value):
                return number
    return at


def _keys(lines: list[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Line and full path of every table header and of every key at the head of a line."""
    table: tuple[str, ...] = ()
    counts: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(lines, 1):
        bare = line.strip()
        if bare.startswith("["):
            head = bare.split("#")[0].strip()
            if head.endswith("]") and "=" not in head and "," not in head:
                table = _names(head.strip("[]"))
                yield number, table
                if head.startswith("[["):
                    counts[table] = counts.get(table, 0) + 1
                    table = (*table, f"#{counts[table]}")
                    yield number, table
        elif "=" in bare and not bare.startswith("#"):
            yield number, (*table, *_names(bare.split("=", 1)[0]))


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))


def _word(line: str, name: str) -> bool:
    """Whether a name stands in the line as a bare key of an inline table."""
    head, found, tail = line.partition(name)
    return bool(found) and not head[-1:].isalnum() and tail.lstrip()[:1] == "="
