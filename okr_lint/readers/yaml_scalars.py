"""Where each character of a YAML scalar stands: folded lines, escapes, block indentation."""

from __future__ import annotations

import re

from okr_lint.model import TextMap
from okr_lint.patterns import late

_DOUBLE = late(
    r"\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}"
    r"|\\(?:\r\n|[\r\n\x85\u2028\u2029])[ \t]*|\\.|[ \t\r\n\x85\u2028\u2029]+|[^\\ \t\r\n\x85\u2028\u2029]+",
    re.S,
)
_SINGLE = late(r"''|'|[ \t\r\n\x85\u2028\u2029]+|[^' \t\r\n\x85\u2028\u2029]+")
_OTHER = late(r"[ \t\r\n\x85\u2028\u2029]+|[^ \t\r\n\x85\u2028\u2029]+")
_SPACES = late(r"[ \t\r\n\x85\u2028\u2029]*")
_HEADER = late(r"[|>][^\r\n]*(?:\r\n|\r|\n|$)")
_BREAKS = frozenset("\r\n\x85\u2028\u2029")


def scalar_map(raw: str, start: int, text: str, style: str | None) -> TextMap:
    """The map of ``text`` to the source range that begins at ``start`` and reads ``raw``.

    ``raw`` is the content between the quotation marks, or a block with its header line. A line
    break with the indentation after it stands for the blank or the breaks that it became.
    """
    if raw == text:
        return TextMap.verbatim(len(text), start)
    at = 0
    if style in ("|", ">") and (header := _HEADER.match(raw)):
        at = header.end()
        at = _SPACES.match(raw, at).end() if not text[:1].isspace() else at  # type: ignore[union-attr]
    token = _DOUBLE if style == '"' else _SINGLE if style == "'" else _OTHER
    runs: list[tuple[int, int, int]] = []
    done, verbatim_end = 0, -1
    for match in token.finditer(raw, at):
        if done >= len(text):
            break
        part, place = match.group(), start + match.start()
        if part[0] == "\\" and style == '"':
            length = 0 if part[1] in _BREAKS else 1
        elif part == "''" and style == "'":
            length = 1
        elif part[0] in " \t" or part[0] in _BREAKS:
            if _BREAKS.isdisjoint(part):
                length = len(part)
                if not text.startswith(part, done):  # blanks after an escaped line break are indentation
                    length = _run(text, done)
            else:
                length = _folded(part, text, done) if style == '"' else _run(text, done)
        else:
            length = len(part)
        length = min(length, len(text) - done)
        alike = text.startswith(part, done) and length == len(part)
        if alike and runs and verbatim_end == place:
            before = runs[-1]
            runs[-1] = (before[0] + length, before[1], before[2] + length)
        else:
            runs.append((length, place, len(part)))
        verbatim_end = place + length if alike else -1
        done += length
    return TextMap.join(runs)


def _run(text: str, at: int) -> int:
    return _SPACES.match(text, at).end() - at  # type: ignore[union-attr]


def _folded(part: str, text: str, at: int) -> int:
    """How many characters a folded break became in a double-quoted text: one blank, or breaks."""
    end = at
    while text[end : end + 1] == "\n":
        end += 1
    breaks = sum(1 for i, c in enumerate(part) if c in _BREAKS and not (c == "\n" and part[i - 1 : i] == "\r"))
    return min(end - at, breaks - 1) if breaks > 1 else 1
