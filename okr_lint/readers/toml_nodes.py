"""TOML text -> nodes with exact places, and its comments; linear time, depth and size bounded.

``tomllib`` decides what is TOML; it gives no places, so that the text is walked once more here.
"""

from __future__ import annotations

import tomllib

from okr_lint.model import Source, Span
from okr_lint.patterns import late
from okr_lint.readers.errors import ReadError
from okr_lint.readers.limits import MAX_DEPTH, MAX_VALUES, error_at
from okr_lint.readers.nodes import Mapping, Node, Scalar, Sequence, verbatim
from okr_lint.readers.toml_strings import string_at

_BLANK = late(r"[ \t]*")
_BARE = late(r"[A-Za-z0-9_-]++")
_COMMENT = late(r"#[^\r\n]*+")
_PLAIN = late(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[^\s,\]}#]++|[^\s,\[\]{}#\"'=]++")
_NUMBER = late(r"[-+]?[0-9][0-9_]*+(?:\.[0-9_]++)?(?:[eE][-+]?[0-9_]++)?")
_PLACE = late(r"\(at line ([0-9]+), column ([0-9]+)\)")


class TomlNodes:
    """Reads a file; ``comments`` are the places of its comments afterwards."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.at = 0
        self.values = 0
        self.comments: list[Span] = []
        self._known: dict[int, dict[str, Node]] = {}  # by table: its values by key

    def root(self) -> Mapping:
        """The file as one mapping.

        Raises:
            ReadError: not TOML (with line and column), or nested or filled beyond the limits.
        """
        root = Mapping([], 0)
        try:
            self._statements(root)
        except _Odd as error:
            odd: _Odd | None = error
        else:
            odd = None
        try:
            tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            place = _PLACE.search(str(error))
            message = f"not valid TOML: {str(error).partition(' (at ')[0]}"
            if place:
                raise ReadError(message, int(place.group(1)), int(place.group(2))) from error
            raise error_at(self.source, len(self.text), message) from error
        if odd is not None:
            raise error_at(self.source, self.at, "not valid TOML")
        return root

    def _statements(self, root: Mapping) -> None:
        table = root
        while not self._end_of_lines():
            if self.text.startswith("[[", self.at):
                table = self._header(root, "]]")
            elif self.text.startswith("[", self.at):
                table = self._header(root, "]")
            else:
                self._pair(table)

    def _header(self, root: Mapping, end: str) -> Mapping:
        start = self.at
        self.at += len(end)
        *above, last = self._path()
        self._expect(end)
        parent = root
        for key in above:
            parent = self._inside(parent, key, start)
        if end == "]":
            return self._inside(parent, last, start)
        found = self._found(parent, last)
        if found is None:
            found = self._put(parent, last, Sequence([], start))
        if not isinstance(found, Sequence):
            raise _Odd
        made = Mapping([], start)
        found.items.append(made)
        self._count()
        return made

    def _inside(self, parent: Mapping, key: Scalar, start: int) -> Mapping:
        """The table of a key; of a list of tables the last one."""
        found = self._found(parent, key)
        if found is None:
            found = self._put(parent, key, Mapping([], start))
            self._count()
        if isinstance(found, Sequence) and found.items:
            found = found.items[-1]
        if not isinstance(found, Mapping):
            raise _Odd
        return found

    def _pair(self, table: Mapping, depth: int = 0) -> None:
        start = self.at
        *above, last = self._path()
        self._expect("=")
        for key in above:
            table = self._inside(table, key, start)
        self._put(table, last, self._value(depth))

    def _path(self) -> list[Scalar]:
        keys: list[Scalar] = []
        while True:
            self._blank()
            if self.text[self.at : self.at + 1] in ('"', "'"):
                keys.append(self._string())
            elif match := _BARE.match(self.text, self.at):
                self.at = match.end()
                keys.append(Scalar(match.group(), Span(*match.span()), "string", "plain", verbatim))
            else:
                raise _Odd
            self._blank()
            if self.text[self.at : self.at + 1] != ".":
                return keys
            if len(keys) >= MAX_DEPTH:
                raise error_at(self.source, self.at, f"a key of more than {MAX_DEPTH} parts")
            self.at += 1

    def _value(self, depth: int) -> Node:
        self._blank()
        self._count()
        if depth >= MAX_DEPTH:
            raise error_at(self.source, self.at, f"nested more than {MAX_DEPTH} levels deep")
        char = self.text[self.at : self.at + 1]
        if char in ('"', "'"):
            return self._string()
        if char == "[":
            return self._list(depth)
        if char == "{":
            return self._inline_table(depth)
        match = _PLAIN.match(self.text, self.at)
        if match is None:
            raise _Odd
        self.at, said = match.end(), match.group()
        kind = "number" if _NUMBER.fullmatch(said) else "word" if said in ("true", "false") else "string"
        return Scalar(said, Span(*match.span()), kind, "plain", verbatim)

    def _list(self, depth: int) -> Sequence:
        made = Sequence([], self.at)
        self.at += 1
        while not self._end_of_lines() and self.text[self.at] != "]":
            made.items.append(self._value(depth + 1))
            if not self._end_of_lines() and self.text[self.at] == ",":
                self.at += 1
            elif self.text[self.at : self.at + 1] != "]":
                raise _Odd
        self._expect("]")
        return made

    def _inline_table(self, depth: int) -> Mapping:
        made = Mapping([], self.at)
        self.at += 1
        self._blank()
        while self.text[self.at : self.at + 1] not in ("}", ""):
            self._pair(made, depth + 1)
            self._blank()
            if self.text[self.at : self.at + 1] == ",":
                self.at += 1
                self._blank()
            elif self.text[self.at : self.at + 1] != "}":
                raise _Odd
        self._expect("}")
        return made

    def _string(self) -> Scalar:
        found = string_at(self.text, self.at)
        if found is None:
            raise _Odd
        scalar, self.at = found
        return scalar

    def _expect(self, mark: str) -> None:
        self._blank()
        if not self.text.startswith(mark, self.at):
            raise _Odd
        self.at += len(mark)

    def _blank(self) -> None:
        self.at = _BLANK.match(self.text, self.at).end()  # type: ignore[union-attr]

    def _end_of_lines(self) -> bool:
        """Skip blanks, line breaks and comments; whether nothing is left."""
        while True:
            self._blank()
            char = self.text[self.at : self.at + 1]
            if char == "#":
                match = _COMMENT.match(self.text, self.at)
                assert match is not None
                self.comments.append(Span(*match.span()))
                self.at = match.end()
            elif char in ("\r", "\n") and char:
                self.at += 1
            else:
                return not char

    def _found(self, table: Mapping, key: Scalar) -> Node | None:
        return self._known.get(id(table), {}).get(key.text)

    def _put(self, table: Mapping, key: Scalar, value: Node) -> Node:
        table.pairs.append((key, value))
        self._known.setdefault(id(table), {})[key.text] = value
        return value

    def _count(self) -> None:
        self.values += 1
        if self.values > MAX_VALUES:
            raise error_at(self.source, self.at, f"more than {MAX_VALUES:,} values; split the file")


class _Odd(Exception):
    """Not what TOML has here: ``tomllib`` says what is wrong."""
