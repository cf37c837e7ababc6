"""O106: an objective that nobody can say from memory."""

from __future__ import annotations

from collections.abc import Iterator

from okr_lint.checks.match import Match, Subject, check
from okr_lint.patterns import late

_HAN = late(r"[㐀-鿿]")
_WORD = late(r"[A-Za-z0-9][A-Za-z0-9'’%.-]*")


@check("long-objective")
def long_objective(subject: Subject) -> Iterator[Match]:
    """Counts Chinese characters (a Latin word or number as one), or English words."""
    analysis, limits = subject.judged.analysis, subject.settings.limits
    length = text_length(analysis.text, analysis.language)
    some, many = limits.objective_length_en if analysis.language == "en" else limits.objective_length_zh
    if length > some:
        yield Match(params={"length": length, "most": some}, severity="warning" if length > many else "info")


def text_length(text: str, language: str) -> int:
    """Length as readers count it: English words, or Chinese characters with each Latin word as one."""
    words = len(_WORD.findall(text))
    return words if language == "en" else words + len(_HAN.findall(text))
