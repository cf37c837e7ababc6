"""Statement -> Analysis: language, lexicon hits, quantities, dates, owners, head verb, and a lazy spaCy Doc."""

from okr_lint.language.analysis import Analysis, analyse
from okr_lint.language.types import Clause, DateMention, Head, Hit, NonTarget, OwnerMention, Quantity

__all__ = ["Analysis", "Clause", "DateMention", "Head", "Hit", "NonTarget", "OwnerMention", "Quantity", "analyse"]
