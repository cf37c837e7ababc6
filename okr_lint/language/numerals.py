"""Values of numbers as people write them, in Chinese characters, English words and magnitudes."""

from __future__ import annotations

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}

ENGLISH_UNITS = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
ENGLISH_TENS = {w: 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
ENGLISH_SCALES = {"dozen": 12.0, "hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
MAGNITUDES = {
    "k": 1e3, "w": 1e4, "mm": 1e6, "mn": 1e6, "bn": 1e9, "thousand": 1e3, "million": 1e6, "billion": 1e9,
    "m": 1e6, "b": 1e9, "trillion": 1e12, "hundred": 100.0, "dozen": 12.0, "mio": 1e6,
    "万亿": 1e12, "千亿": 1e11, "百亿": 1e10, "十亿": 1e9, "亿": 1e8, "千万": 1e7, "百万": 1e6, "十万": 1e5, "万": 1e4,
    "千": 1e3, "百": 100.0,
}  # fmt: skip


def chinese_value(text: str) -> float | None:
    """The value of 十二, 三百五十, 一亿两千万, 二〇二六; None where it is no number (千万 alone is 10⁷)."""
    if not text:
        return None
    if all(c in _DIGITS for c in text):
        return float("".join(str(_DIGITS[c]) for c in text))
    total = section = 0
    digit: int | None = None
    for char in text:
        if char in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[char]
        elif char in _SMALL:
            section += (1 if digit is None else digit) * _SMALL[char]
            digit = None
        elif char in _LARGE:
            section += digit or 0
            if section == 0 and total == 0:
                section = 1
            total = (total + section) * _LARGE[char] if char == "亿" else total + section * _LARGE[char]
            section, digit = 0, None
        else:
            return None
    return float(total + section + (digit or 0))


def english_value(words: list[str]) -> float | None:
    """The value of ["twenty", "five"], ["two", "hundred"], ["a", "dozen"]; None where it is no number."""
    total = 0.0
    current: float | None = None
    for word in words:
        if word in ("a", "an"):
            current = 1.0
        elif word == "and":
            continue
        elif word in ENGLISH_UNITS:
            current = (current or 0) + ENGLISH_UNITS[word]
        elif word in ENGLISH_TENS:
            current = (current or 0) + ENGLISH_TENS[word]
        elif word in ENGLISH_SCALES:
            scale = ENGLISH_SCALES[word]
            current = (1.0 if current is None else current) * scale
            if scale >= 1000:
                total, current = total + current, 0.0
        else:
            return None
    return None if current is None and not total else total + (current or 0)
