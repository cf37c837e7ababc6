"""The spaCy ``Doc`` of a statement, the same form for both languages; imported late, built on demand.

English is cut by ``spacy.blank("en")``, Chinese by jieba with our words. On every token:

- ``_.lexicons``: names of the lexicons whose hits cover it; ``_.verb_class``: "outcome", "output",
  "activity", "upkeep", "hedge", "empty" or "";
- ``_.head``, ``_.quantity``, ``_.date``: whether it belongs to the head verb, a quantity, a date;
- ``pos_`` and ``tag_`` (jieba's) for Chinese; English has no tags, rules use the lexicon classes.

``doc.spans`` holds "hits" (label: lexicon), "quantities", "dates" and "head".
"""

from __future__ import annotations

import sys
import warnings
from functools import lru_cache
from typing import Any

from okr_lint.language.analysis import Analysis
from okr_lint.language.patterns import late
from okr_lint.language.segment import words
from okr_lint.language.token_patterns import TokenMatcher, token_matcher
from okr_lint.language.verb_class import CLASSES

_LONG = late(r"\S{200}")
_PART = late(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[0-9]+(?:[.,][0-9]+)*| |\s|.")
EXTENSIONS: dict[str, Any] = {"verb_class": "", "head": False, "quantity": False, "date": False}


@lru_cache(maxsize=1)
def pipeline() -> Any:
    """The blank English pipeline; its vocabulary serves Chinese too. Registers the extensions."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # deprecations inside spaCy's own imports are not ours
        import spacy
        from spacy.tokens import Token

        made = spacy.blank("en")
        made.max_length = sys.maxsize  # nothing here grows with more than the text's length; readers set the limit
    for name, default in EXTENSIONS.items():
        Token.set_extension(name, default=default, force=True)
    Token.set_extension("lexicons", default=None, force=True)
    return made


def build_doc(analysis: Analysis) -> Any:
    """The ``Doc`` of an analysed statement; ``doc.text`` equals the statement's text."""
    nlp = pipeline()
    text = analysis.text
    if analysis.language == "en":
        doc = _plain_doc(nlp.vocab, text) if _LONG.search(text) else nlp.make_doc(text)
    else:
        doc = _chinese_doc(nlp.vocab, text, analysis.normal)
    for token in doc:
        token._.lexicons = []
    groups: dict[str, list[Any]] = {"hits": [], "quantities": [], "dates": [], "head": []}

    def span(start: int, end: int, label: str, group: str) -> Any:
        made = doc.char_span(start, end, label=label, alignment_mode="expand")
        if made is not None:
            groups[group].append(made)
        return made or ()

    for hit in analysis.hits:
        for token in span(hit.start, hit.end, hit.lexicon, "hits"):
            token._.lexicons.append(hit.lexicon)
            if hit.lexicon in CLASSES and not token._.verb_class:
                token._.verb_class = CLASSES[hit.lexicon]
    for quantity in analysis.quantities:
        for token in span(quantity.start, quantity.end, "quantity", "quantities"):
            token._.quantity = True
    for date in analysis.dates:
        for token in span(date.start, date.end, date.kind, "dates"):
            token._.date = True
    if analysis.head is not None:
        for token in span(analysis.head.start, analysis.head.end, "head", "head"):
            token._.head = True
            token._.verb_class = analysis.head.verb_class or ""
    for name, spans in groups.items():
        doc.spans[name] = spans
    return doc


def _plain_doc(vocab: Any, text: str) -> Any:
    """Words, numbers and single marks; on a row of marks without a blank spaCy's tokenizer takes quadratic time."""
    from spacy.tokens import Doc

    forms: list[str] = []
    spaces: list[bool] = []
    for part in _PART.findall(text):
        blank = part == " " and bool(forms) and not spaces[-1] and not forms[-1].isspace()
        if blank:
            spaces[-1] = True
        else:
            forms.append(part)
            spaces.append(False)
    return Doc(vocab, words=forms, spaces=spaces)


def _chinese_doc(vocab: Any, text: str, normal: str) -> Any:
    from spacy.tokens import Doc

    forms: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    parts: list[str] = []
    for word in words(normal):
        form = text[word.start : word.end]
        if form == " " and forms and not spaces[-1] and not forms[-1].isspace():
            spaces[-1] = True
            continue
        forms.append(form)
        spaces.append(False)
        tags.append(word.tag)
        parts.append(word.pos)
    return Doc(vocab, words=forms, spaces=spaces, tags=tags, pos=parts)


__all__ = ["EXTENSIONS", "TokenMatcher", "build_doc", "pipeline", "token_matcher"]
