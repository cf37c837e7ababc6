"""Whether a text counts something, in digits or in words: what tells a list of results from other lists."""

from __future__ import annotations

from okr_lint.patterns import late
from okr_lint.readers.folding import fold

_COUNTED = late(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|dozen|half|twice|every|zero|no)\b|"
    r"[一两二三四五六七八九十百千半]"
)


def counts(text: str) -> bool:
    """Whether a text holds a number or a word for one."""
    return _COUNTED.search(fold(text)) is not None
