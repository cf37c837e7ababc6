"""Which language a statement is written in."""

from __future__ import annotations

from okr_lint.language.patterns import late

HAN_CHARACTER = late("[㐀-鿿豈-﫿\U00020000-\U0003ffff]")
_LATIN = late("[A-Za-z]+")


def language_of(text: str) -> str:
    """ "zh", "en" or "mixed"; without Han characters always "en"."""
    if text.isascii():
        return "en"
    if not HAN_CHARACTER.search(text):
        return "en"
    # NPS, KPI or B2B inside Chinese is no English
    words = sum(1 for word in _LATIN.findall(text) if len(word) > 1 and not word.isupper())
    return "mixed" if words and words * 2 > len(HAN_CHARACTER.findall(text)) else "zh"
