"""The verb that carries a statement, by lexicon and simple rules of order."""

from __future__ import annotations

from okr_lint.language.head_chinese import chinese_head
from okr_lint.language.head_english import english_head
from okr_lint.language.types import DateMention, Head, Hit, Quantity


def head(
    text: str,
    normal: str,
    language: str,
    hits: tuple[Hit, ...],
    dates: tuple[DateMention, ...],
    quantities: tuple[Quantity, ...],
) -> Head | None:
    """The head verb, or None for a bare noun phrase or an unknown verb."""
    if language == "en":
        return english_head(text, normal, hits, dates, quantities)
    return chinese_head(text, normal, hits, dates, quantities) or (
        english_head(text, normal, hits, dates, quantities) if language == "mixed" else None
    )
