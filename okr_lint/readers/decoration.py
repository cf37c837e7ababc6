"""What people put in front of a statement besides its label: bullets, ordinals, emoji, tree lines, ``[P0]``."""

from __future__ import annotations

from okr_lint.patterns import late
from okr_lint.readers.folding import fold

_ORDINAL = late(
    r"(?:\d{1,2}(?= (?:objective|goal|key result|okr)s?\b)|"
    r"\d{1,2}\.\d{1,2}[.)、]?(?=[ \t]{1,2}(?:[ \tk关]|o ?\d|obj|目标))|"
    r"\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-h]|[ivx]{1,4})[.)、](?!\d)|第[一二三四五六七八九十\d]{1,2}[个条项]?[,、.:]?|"
    r"[①-⑳]|[-*+•·●▪◦○■□◆▶►➤✦★☆→>])[ \t]{0,3}"
)
_TREE = late(r"[│├└┌┬─━|\s]{1,12}(?=[^\s])")
_JUNK = late(r"(?::[a-z0-9_+\-]{2,30}:|![a-z]{2,12}!|\[![a-z]{2,12}\][+-]?|#{1,6}(?= ))[ \t]{0,3}")
_PRIORITY = late(r"[(\[【]?p[0-4?][)\]】]?(?: ?[:：]| -)?[ \t]{1,3}|[(\[【]p[0-4?][)\]】]")


_SCORE = late(r"(?:0?\.\d{1,2}|1\.0{1,2}) ?[—–:-] {0,2}(?=(?:o|kr|obj|key|目标|关键) ?[^ ]{0,8} ?\d)")


def lead_length(text: str) -> int:
    """How much of a text's start is decoration: ordinals, bullets, emoji, tree lines, ``[P0]``."""
    low, at = fold(text), 0
    for _ in range(6):
        before = at
        while at < len(low) and (low[at] in " \t*_`~“\"'" or _is_symbol(low[at])):
            at += 1
        for pattern in (_TREE, _JUNK, _PRIORITY, _SCORE, _ORDINAL):
            if m := pattern.match(low, at):
                at = m.end()
                break
        if at == before:
            return at
    return at


def _is_symbol(char: str) -> bool:
    code = ord(char)
    return 0x1F000 <= code <= 0x1FAFF or 0x2600 <= code <= 0x27BF or code in (0xFE0F, 0x200D, 0x2B50, 0x2705)
