"""HTML text -> tokens with exact offsets, in one pass whose time is linear on any input.

Follows the states of the HTML standard as far as text, tags, attributes, comments and raw-text
elements go. (``html.parser`` is quadratic on unfinished tags, and cannot say where entities stand.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from okr_lint.patterns import late

_TAG = late(r"</?[a-zA-Z][^\s/>]*")
_NAME = late(r"[^\s=>/][^\s=>/]*")
_BARE = late(r"[^\s>]+")
_GAP = late(r"[\s/]*")
_SPACE = late(r"\s*")
_RAW_TEXT = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"))


class Token(NamedTuple):
    """A stretch of HTML: ``kind`` is "text", "open", "close", "comment" or "raw" (script, style …)."""

    kind: str
    start: int
    end: int
    name: str = ""
    attributes: dict[str, str] = {}  # noqa: RUF012  (never written to)
    empty: bool = False  # written "<x/>": taken as its author means it, though the standard does not


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of ``text[start:end]``; what is unfinished at the end is left out, as browsers do."""
    stop = len(text) if end is None else end
    at = start
    while at < stop:
        open_at = text.find("<", at, stop)
        while open_at >= 0 and not _begins_markup(text, open_at):
            open_at = text.find("<", open_at + 1, stop)
        if open_at < 0:
            yield Token("text", at, stop)
            return
        if open_at > at:
            yield Token("text", at, open_at)
        token = _tag(text, open_at, stop) if text[open_at + 1] not in "!?" else _comment(text, open_at, stop)
        yield token
        at = token.end
        if token.kind == "open" and token.name in _RAW_TEXT and not token.empty:
            close = _closing(text, token.name, at, stop)
            yield Token("raw", at, close, token.name)
            at = close


def _begins_markup(text: str, at: int) -> bool:
    following = text[at + 1 : at + 3]
    return following[:1].isalpha() or following[:1] in ("!", "?") or (following[:1] == "/" and following[1:].isalpha())


def _comment(text: str, at: int, stop: int) -> Token:
    if text.startswith("<!--", at):
        close = text.find("-->", at + 4, stop)
        return Token("comment", at, stop if close < 0 else close + 3)
    close = text.find(">", at, stop)
    return Token("raw", at, stop if close < 0 else close + 1)


def _tag(text: str, at: int, stop: int) -> Token:
    head = _TAG.match(text, at, stop)
    if head is None:
        return Token("text", at, min(at + 1, stop))
    closing = text[at + 1] == "/"
    name = head.group()[1 + closing :].lower()
    attributes: dict[str, str] = {}
    place = head.end()
    while True:
        place = _GAP.match(text, place, stop).end()  # type: ignore[union-attr]
        if place >= stop:
            return Token("raw", at, stop)
        if text[place] == ">":
            return Token("close" if closing else "open", at, place + 1, name, attributes, text[place - 1] == "/")
        found = _NAME.match(text, place, stop)
        key = found.group().lower() if found else text[place]
        place = found.end() if found else place + 1
        equals = _SPACE.match(text, place, stop).end()  # type: ignore[union-attr]
        value = ""
        if text[equals : equals + 1] == "=" and equals < stop:
            place = _SPACE.match(text, equals + 1, stop).end()  # type: ignore[union-attr]
            quotation = text[place : place + 1]
            if quotation in ('"', "'"):
                close = text.find(quotation, place + 1, stop)
                if close < 0:
                    return Token("raw", at, stop)
                value, place = text[place + 1 : close], close + 1
            elif bare := _BARE.match(text, place, stop):
                value, place = bare.group(), bare.end()
        if len(attributes) < 64:
            attributes.setdefault(key, value)


def _closing(text: str, name: str, at: int, stop: int) -> int:
    """Where the end tag of a raw-text element stands, or the end of the text."""
    match = re.compile(f"</{name}", re.I).search(text, at, stop)
    return match.start() if match else stop
