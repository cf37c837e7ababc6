"""Mechanical fixes as changes of a statement's text with exact ranges (all of them for a person to look at)."""

from __future__ import annotations

from typing import NamedTuple

_SPACES = " \u3000\t"
_COMMAS = ",，、"
_OPENING, _CLOSING = "(（[【", ")）]】"

_NUMBER = "0123456789.-一二三四五六七八九十 "


class Change(NamedTuple):
    """Replace ``start`` to ``end`` of the text by ``text``."""

    start: int
    end: int
    text: str


def drop(text: str, start: int, end: int) -> tuple[Change, ...]:
    """Take a word out, with the space or comma that it leaves behind.

    At the head of an English sentence the next word takes over the capital letter.
    """
    while end < len(text) and text[end] in _SPACES:
        end += 1
    if text[:start].endswith(tuple(_OPENING)) and text[end:].startswith(tuple(_CLOSING)):  # nothing else in brackets
        start, end = start - 1, end + 1
    before = text[:start].rstrip(_SPACES)
    if before[-1:] and before[-1] in _COMMAS and text[end : end + 1] and text[end] in _COMMAS:
        return (Change(len(before) - 1, end, ""),)  # set between commas: one of them is enough
    at_head = not text[:start].strip(_SPACES)
    closes = end == len(text) or text[end] in _CLOSING
    if closes or text[end] in ".。;；!！" + _COMMAS:
        while start and text[start - 1] in _SPACES + (_COMMAS if closes else ""):
            start -= 1
    if at_head:
        while end < len(text) and text[end] in _SPACES + _COMMAS:
            end += 1
        if end < len(text) and text[start].isupper() and text[end].islower() and text[end].isascii():
            return (Change(start, end + 1, text[end].upper()),)
    return (Change(start, end, ""),) if (text[:start] + text[end:]).strip() else ()


def split(text: str, start: int, end: int, opening: str) -> tuple[Change, ...]:
    """Break the text in two at a conjunction: ``opening`` begins the new line (its bullet or label)."""
    while start and text[start - 1] in _SPACES + _COMMAS + ";；。":
        start -= 1
    while end < len(text) and text[end] in _SPACES + _COMMAS + ";；。":
        end += 1
    if not start or end >= len(text):
        return ()
    if text[end].isascii() and text[end].islower() and text[:1].isupper():
        return (Change(start, end + 1, f"\n{opening}{text[end].upper()}"),)
    return (Change(start, end, f"\n{opening}"),)


def unnumbered(label: str) -> str:
    """A label without its number: "KR" of "KR1.2"."""
    return label.rstrip(_NUMBER)
