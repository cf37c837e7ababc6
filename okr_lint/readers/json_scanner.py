"""JSON text -> nodes with exact places; linear time, no recursion, depth and size bounded."""

from __future__ import annotations

from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]

from okr_lint.model import Source, Span, TextMap
from okr_lint.patterns import late
from okr_lint.readers.errors import ReadError
from okr_lint.readers.limits import MAX_DEPTH, MAX_VALUES, error_at
from okr_lint.readers.nodes import Mapping, Node, Scalar, Sequence, verbatim

_SPACE = late(r"[ \t\r\n]*")
_NUMBER = late(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_WORD = late(r"true|false|null")
_ESCAPE = late(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")
_LONE_SURROGATE = late("[\ud800-\udfff]")


class JsonScanner:
    """Reads one value after the other from a text."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.at = _SPACE.match(self.text, 0).end()  # type: ignore[union-attr]
        self.values = 0

    @property
    def done(self) -> bool:
        """Whether nothing but white space is left."""
        return self.at >= len(self.text)

    def value(self) -> Node:
        """The next value.

        Raises:
            ReadError: not JSON, or nested or filled beyond the limits; with line and column.
        """
        stack: list[Mapping | Sequence] = []
        key: Scalar | None = None
        keys: list[Scalar | None] = []
        while True:
            char = self.text[self.at : self.at + 1]
            if isinstance(stack[-1] if stack else None, Mapping) and key is None:
                key = self._key(char)
                char = self.text[self.at : self.at + 1]
            self.values += 1
            if self.values > MAX_VALUES:
                raise self._error(f"more than {MAX_VALUES:,} values; split the file")
            node: Node
            if char in ("{", "["):
                if len(stack) >= MAX_DEPTH:
                    raise self._error(f"nested more than {MAX_DEPTH} levels deep")
                stack.append(Mapping([], self.at) if char == "{" else Sequence([], self.at))
                keys.append(key)
                key = None
                self._skip(1)
                if self.text[self.at : self.at + 1] != ("}" if char == "{" else "]"):
                    continue
                node, key = self._close(stack, keys)
            else:
                node = self._scalar(char)
            while stack:  # put the value into its parent, and close what ends here
                parent = stack[-1]
                if isinstance(parent, Sequence):
                    parent.items.append(node)
                else:
                    assert key is not None
                    parent.pairs.append((key, node))
                key = None
                char = self.text[self.at : self.at + 1]
                if char == ",":
                    self._skip(1)
                    break
                if char != ("]" if isinstance(parent, Sequence) else "}"):
                    raise self._error(self._expected("',' or the end of the list or object"))
                node, key = self._close(stack, keys)
            else:
                return node

    def _close(self, stack: list[Mapping | Sequence], keys: list[Scalar | None]) -> tuple[Node, Scalar | None]:
        self._skip(1)
        return stack.pop(), keys.pop()

    def _key(self, char: str) -> Scalar:
        if char != '"':
            raise self._error(self._expected("a key in double quotation marks"))
        key = self._string()
        if self.text[self.at : self.at + 1] != ":":
            raise self._error(self._expected("':'"))
        self._skip(1)
        return key

    def _scalar(self, char: str) -> Scalar:
        if char == '"':
            return self._string()
        match = _NUMBER.match(self.text, self.at)
        kind = "number"
        if match is None:
            match = _WORD.match(self.text, self.at)
            kind = "null" if match and match.group() == "null" else "word"
        if match is None:
            raise self._error(self._expected("a value"))
        scalar = Scalar(match.group(), Span(self.at, match.end()), kind, "json", verbatim)
        self._skip(match.end() - self.at)
        return scalar

    def _string(self) -> Scalar:
        start = self.at + 1
        try:
            text, end = scanstring(self.text, start, True)
        except JSONDecodeError as error:
            raise error_at(self.source, error.pos, f"not valid JSON: {error.msg}") from error
        escaped = len(text) != end - 1 - start
        if escaped:
            text = _LONE_SURROGATE.sub("\ufffd", text)
        self.at = end
        self._skip(0)
        return Scalar(text, Span(start, end - 1), "string", "json", self._map if escaped else verbatim)

    def _map(self, scalar: Scalar) -> TextMap:
        start, end = scalar.span
        runs = []
        for escape in _ESCAPE.finditer(self.text, start, end):
            runs.append((escape.start() - start, start, escape.start() - start))
            runs.append((1, escape.start(), escape.end() - escape.start()))
            start = escape.end()
        runs.append((end - start, start, end - start))
        return TextMap.join(runs)

    def _skip(self, length: int) -> None:
        self.at = _SPACE.match(self.text, self.at + length).end()  # type: ignore[union-attr]

    def _expected(self, what: str) -> str:
        found = self.text[self.at : self.at + 1]
        return (
            f"not valid JSON: expected {what}, found {found!r}" if found else "not valid JSON: the text ends too early"
        )

    def _error(self, message: str) -> ReadError:
        return error_at(self.source, self.at, message)
