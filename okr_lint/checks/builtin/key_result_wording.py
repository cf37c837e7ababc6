"""K209, K218, K219: too long, hedged, left open."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from okr_lint.checks.builtin.key_result_params import edits, params
from okr_lint.checks.match import Match, Subject, check
from okr_lint.language import Analysis, Hit
from okr_lint.patterns import late
from okr_lint.suggestions import Change, drop

_LATIN_WORD = late(r"[A-Za-z0-9][A-Za-z0-9'’.,%-]*")
_HAN = late(r"[㐀-鿿]")


@check("long-key-result")
def long_key_result(subject: Subject) -> Iterator[Match]:
    """More characters (Chinese; a Latin word counts as one) or words (English) than the limit."""
    analysis = subject.judged.analysis
    limits = subject.settings.limits
    if analysis.language == "en":
        count, limit = len(analysis.text.split()), limits.key_result_length_en
    else:
        count = len(_HAN.findall(analysis.text)) + len(_LATIN_WORD.findall(analysis.text))
        limit = limits.key_result_length_zh
    if count > limit:
        yield Match(params={"count": count, "limit": limit})


_MODALS = ("should ", "could ", "might ", "may ")


@lru_cache(maxsize=1)
def _before_verb() -> Any:
    """What an English hedge verb follows where it is the statement's own: nothing, a doer, a conjunction."""
    import re2

    return re2.compile(r"(?:^|[,;:(] ?|\b(?:we|i|will|and|team) )$")


@check("hedged-key-result")
def hedged_key_result(subject: Subject) -> Iterator[Match]:
    """争取, 尽量, try to, as far as possible; with the edit that drops the word."""
    analysis = subject.judged.analysis
    for hit in analysis.found("doubt"):
        start, end = hit.start, hit.end
        if hit.term.endswith((" to", " for")) and not _before_verb().search(analysis.normal[:start]):
            continue  # "shoppers who try to …" hedges nothing
        # without a modal ("should fall") the verb would have to change as well
        modal = hit.term.startswith(_MODALS)
        changes = () if modal else edits(drop(analysis.text, start, end))
        word = analysis.text[start:end]
        yield Match(start, end, params=params(subject, word), edits={"drop": changes} if changes else {})
        return


@check("open-ended-list")
def open_ended_list(subject: Subject) -> Iterator[Match]:
    """等, etc., including but not limited to: what else belongs to it?"""
    analysis = subject.judged.analysis
    for hit in analysis.found("list_open"):
        if not _leaves_open(analysis, hit):
            continue
        start, end = hit.start, hit.end
        if hit.term == "etc" and analysis.normal[end : end + 1] == "." and end + 1 < len(analysis.normal):
            end += 1
        including = {"包括但不限于": "包括", "including but not limited to": "including"}.get(hit.term)
        if including:
            changes = edits((Change(start, end, including),))
        else:
            changes = edits(drop(analysis.text, start, end)) if _can_go(analysis, hit, end) else ()
        yield Match(
            start, end, params=params(subject, analysis.text[start:end]), edits={"drop": changes} if changes else {}
        )
        return


def _can_go(analysis: Analysis, hit: Hit, end: int) -> bool:
    """Whether the sentence holds without the words: a closing 等 or etc., also before a noun that sums up the list.

    Not where more than the mark stands in mid-sentence (相关工作), nor before what counts or bounds (等多种手段).
    """
    rest = analysis.text[end:].lstrip()
    if rest[:1] in ("", *",，、;；。.)）]】"):
        return True
    return hit.term in ("等", "等等", "etc", "etc.", "et cetera") and rest[:1] not in "多各若几数仅只均都不"


def _leaves_open(analysis: Analysis, hit: Hit) -> bool:
    normal = analysis.normal
    if hit.term.startswith("等"):
        before = normal[max(0, hit.start - 30) : hit.start]
        after = normal[hit.end :].lstrip()
        # A、B 等 3 城 is closed: the number says how many
        closed = after[:1].isdigit() or (after[:1] in "一二两三四五六七八九十几" and after[:1] != "")
        return (not closed and any(mark in before for mark in "、和与及,")) or (not after and len(before) > 1)
    if hit.term == "etc" and normal[hit.end :].lstrip(" ,").startswith(("and ", "or ")):
        return False  # the list goes on: it is the name of something
    if hit.term in ("and more", "and others"):
        after = normal[hit.end :].strip()
        return not after and "," in normal[: hit.start]
    return True
