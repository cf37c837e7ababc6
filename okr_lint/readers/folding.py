"""Character-for-character folding for recognition: offsets stay as they are."""

from __future__ import annotations

from functools import lru_cache

_TRADITIONAL = (
    "標關鍵結責負權進狀態獲績動劃為麼風險備註說審議題優級週評員計對齊類項數單現當後額營義務復盤顧總結團隊個舉"
)
_SIMPLIFIED = "标关键结责负权进状态获绩动划为么风险备注说审议题优级周评员计对齐类项数单现当后额营义务复盘顾总结团队个举"

_TABLE = {0x3000: " ", 0x00A0: " ", 0x2212: "-", 0x2011: "-", 0x2010: "-"}
_TABLE |= {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_TABLE |= dict(zip(map(ord, _TRADITIONAL), _SIMPLIFIED, strict=True))
_TABLE |= {code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
_TABLE |= {code: chr(code - 0xFEE0 + 32) for code in range(0xFF21, 0xFF3B)}


def fold(text: str) -> str:
    """Half width, lower case, simplified (label words only); one character for one."""
    return text.lower() if text.isascii() else _folded(text)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    """Remembered: the same line is looked at by several parts of a reader, and again at every key in an editor."""
    return text.translate(_TABLE)
