"""Helpers for line-based markup: what a line shows, with the marks in it taken out."""

from __future__ import annotations

import re

from okr_lint.readers.inline import assembled
from okr_lint.readers.passage import Mark, Passage

# patterns with the kind of mark that they set on their group 1; patterns with the sign that is seen instead
Hidden = list[tuple[re.Pattern[str], str]]


def shown(raw: str, start: int, hidden: Hidden, signs: Hidden | None = None) -> Passage:
    """The passage of a line at offset ``start``; each pattern's group 1 is what is seen of it, with a mark of a kind.

    Without a group nothing is seen; the kind "" sets no mark. ``signs`` are seen as another text.
    """
    replaced: list[tuple[int, int, str]] = []
    marks: list[Mark] = []
    for pattern, kind in hidden:
        for m in pattern.finditer(raw):
            if m.lastindex is None:
                replaced.append((m.start(), m.end(), ""))
                continue
            replaced += [(low, high, "") for low, high in ((m.start(), m.start(1)), (m.end(1), m.end())) if low < high]
            if kind:
                marks.append(Mark(kind, m.start(1), m.end(1)))
    for pattern, sign in signs or ():
        replaced += [(m.start(), m.end(), sign) for m in pattern.finditer(raw)]
    if not replaced:
        return Passage.verbatim(raw, start).stripped()
    return assembled(raw, start, sorted(replaced), marks).stripped()
