"""Objectives inside a sentence: "Our objective for Q2 is to …", "I will … as measured by …"."""

from __future__ import annotations

from okr_lint.patterns import late
from okr_lint.readers.folding import fold

_MEASURED = late(
    r"(?:i|we) (?:will|want to) (?P<text>.{3,300}?),? (?:as )?measured by(?: the following key results?)?[:.…]{0,3}"
)
_TIME = r"(?:(?:这|本|今|下)个?(?:季度?|年度?|月|半年|周期|阶段|期))?"
_OURS = late(
    r"(?:(?:for|in|this|until|by) [^.:;!?]{1,30}?,? )?(?:our|my|the) (?:[\w'’-]{1,20} ){0,2}?objective"
    r"(?: (?:for|in|of|until|this|in this) [^.:;,!?]{1,30}?)? (?:is|was|remains)(?: that| to|:)? (?P<text>.{3,300}?)"
    r"(?:[.!?](?=\s|$)|$)|"
    rf"{_TIME},?(?:我们|咱们|我|团队|部门|小组)?{_TIME}的?(?:核心|主要|总体)?目标(?:就)?是"
    r"[:,]?(?P<zh>[^。!?:]{4,120})(?:[。!?]|$)"
)


def measured_in(text: str) -> tuple[int, int, int] | None:
    """Where the objective of "We will <objective> as measured by <key results>" stands, and where its tail begins."""
    m = _MEASURED.match(fold(text))
    return (m.start("text"), m.end("text"), m.end()) if m else None


def stated_in(text: str) -> tuple[int, int, int] | None:
    """Where the objective of "Our objective is that …" stands, and where what follows it begins."""
    low = fold(text)
    at = low.find("objective") if "objective" in low[:100] else low.find("目标", 0, 20)
    if at < 0:
        return None
    # the sentence may follow a salutation or another sentence in the same line
    start = max(
        (low.rfind(sign, 0, at) + len(sign) for sign in (". ", "! ", "? ", ": ", "。") if sign in low[:at]), default=0
    )
    m = _OURS.match(low, start)
    if m is None:
        return None
    name = "text" if m["text"] else "zh"
    return m.start(name), m.end(name), m.end()
