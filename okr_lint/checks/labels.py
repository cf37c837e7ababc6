"""Numbers in authors' labels: "O2", "目标三", "KR2.1", "关键结果2-1"."""

from __future__ import annotations

from functools import lru_cache

import re2

_DIGITS = re2.compile(r"[0-9０-９]+")
_HAN = re2.compile(r"[一二三四五六七八九十]+")
_VALUES = {char: value for value, char in enumerate("一二三四五六七八九十", 1)}
_FULL = str.maketrans("０１２３４５６７８９", "0123456789")


@lru_cache(maxsize=4096)
def numbers_of(label: str | None) -> tuple[int, ...]:
    """The numbers of a label in order; empty without any."""
    if not label:
        return ()
    digits = [int(m.group().translate(_FULL)) for m in _DIGITS.finditer(label)]
    return tuple(digits or (_han(m.group()) for m in _HAN.finditer(label)))


def number_of(label: str | None) -> int | None:
    """The last number of a label: the statement's own."""
    numbers = numbers_of(label)
    return numbers[-1] if numbers else None


def renumbered(label: str, numbers: tuple[int, ...]) -> str | None:
    """The label with other numbers in the place of its digits; None where it is numbered in Han numerals."""
    places = [m.span() for m in _DIGITS.finditer(label)]
    if len(places) != len(numbers):
        return None
    for (start, end), number in reversed(list(zip(places, numbers, strict=True))):
        label = label[:start] + str(number) + label[end:]
    return label


def _han(text: str) -> int:
    if "十" not in text:
        return _VALUES[text[-1]]
    tens, _, ones = text.partition("十")
    return (_VALUES[tens] if tens else 1) * 10 + (_VALUES[ones] if ones else 0)
