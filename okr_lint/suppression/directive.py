"""``okr-lint: ignore K205 (reason) until=2027-03-31``: one comment, read with the place of every part."""

from __future__ import annotations

from datetime import date

from okr_lint.lean_dataclasses import dataclass, field
from okr_lint.model import Span
from okr_lint.patterns import late

ACTIONS = ("ignore", "ignore-file", "ignore-start", "ignore-end")
_OPENINGS = ("<!--", "#", "..")
_MARK = "okr-lint:"
_WORD = late(r"[^\s,，、]+")  # linear: one class, one quantifier


@dataclass(frozen=True, slots=True)
class Word:
    """A code or rule name, and where it stands in the source."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment that is meant for us.

    Attributes:
        span: the whole comment in the source.
        action: one of ``ACTIONS``; "" where it is none of them (then ``problem`` says so).
        codes: the rules to ignore.
        until: the last day on which it holds.
        problem: what cannot be understood, or None.
    """

    span: Span
    action: str
    codes: tuple[Word, ...] = ()
    reason: str | None = None
    until: date | None = None
    problem: str | None = field(default=None)


def read_directive(text: str, span: Span) -> Directive | None:
    """The directive of a comment; None for a comment about something else.

    Args:
        text: the source.
        span: the comment in it, with its marks (``<!-- -->``, ``#``, ``..``).
    """
    at, end = _inner(text, span)
    if text[at : at + len(_MARK)].lower() != _MARK:
        return None
    at += len(_MARK)
    reason, low, high = _reason(text, at, end)
    words = [Word(m.group(), Span(*m.span())) for m in _WORD.finditer(text, at, low)]
    words += [Word(m.group(), Span(*m.span())) for m in _WORD.finditer(text, high, end)]
    action, rest = (words[0].text.lower(), words[1:]) if words else ("", [])
    if action not in ACTIONS:
        return Directive(span, "", reason=reason, problem=action or "…")
    until, problem = None, None
    codes = []
    for word in rest:
        if not word.text.lower().startswith("until="):
            codes.append(word)
            continue
        try:
            until = date.fromisoformat(word.text[6:])
        except ValueError:
            problem = word.text
    return Directive(span, action, tuple(codes), reason, until, problem)


def _inner(text: str, span: Span) -> tuple[int, int]:
    """The comment's inner range, without marks and white space around it."""
    at, end = span
    for opening in _OPENINGS:
        if text.startswith(opening, at):
            at += len(opening)
            break
    if text.endswith("-->", at, end):
        end -= 3
    while at < end and text[at].isspace():
        at += 1
    return at, end


def _reason(text: str, at: int, end: int) -> tuple[str | None, int, int]:
    """The text in the outer brackets, and the range that it takes with them."""
    opens = [i for i in (text.find("(", at, end), text.find("（", at, end)) if i >= 0]
    if not opens:
        return None, end, end
    low = min(opens)
    high = max(text.rfind(")", low, end), text.rfind("）", low, end))
    high = end if high < 0 else high + 1
    return text[low + 1 : high - 1].strip() or None, low, high
