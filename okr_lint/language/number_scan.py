"""Where numbers stand in a folded text: digits, Chinese numerals, multiples, shares, masks."""

from __future__ import annotations

import re

from okr_lint.language.number_masks import MASK, MASK_GATE
from okr_lint.language.patterns import late

# possessive quantifiers: no part of a number can be given back, so the scan is linear
_DIGITS = r"(?P<digits>[0-9]++(?:,[0-9]{3}(?![0-9]))*+(?:\.[0-9]++)?+)"
_PLAIN = (
    r"(?P<of_hundred>百分之(?P<hundredths>[0-9]++(?:\.[0-9]++)?+|[零一二两三四五六七八九十百点]++|x{1,4}))"
    r"|(?P<parts>[一二两三四五六七八九十百千万]++|[0-9]++)分之(?P<part>[一二两三四五六七八九十]++|[0-9]++)"
    rf"|{_DIGITS}"
    r"|(?P<multiple>翻(?P<twofold>[一两二三四0-9]?)番|翻了?(?P<times>[一两二三四五六七八九十]++|[0-9]++)倍"
    r"|翻倍(?!率)|翻一翻|减半|腰斩|砍半|过半|半数(?=以上)|一半|归零|清零|百分百|零(?=事故|投诉|缺陷|差错"
    r"|故障|流失|逾期|违规|漏洞|宕机|中断|丢失|延误|失误|客诉|泄露|伤亡|返工|积压|遗漏|超支|退货|安全"
    r"|重大|火灾|工伤|感染|差评|误报|漏报|p0|p1|bug|严重))"
    r"|(?P<rough>(?:上|近|过|破|超|逾)[百千万亿]++(?![一二三四五六七八九]))"
    r"|(?P<han>[零〇一二两三四五六七八九十百千万亿]++)"
    r"|(?P<half>半个?(?=小时|天(?!然)|月|年(?!度|报)))"
)
# the first test of each form is on one character, so that most places fail at once
_ASCII = late(_DIGITS)
_CHINESE = late(rf"(?=[0-9零〇一二两三四五六七八九十百千万亿翻减腰砍过半归清上近破超逾])(?:{_PLAIN})")
_MASKED = late(rf"{MASK}|{_PLAIN}")


def scanner(normal: str) -> re.Pattern[str]:
    """The quickest pattern that finds every number of this text; the group that matched names its form."""
    if MASK_GATE.search(normal):
        return _MASKED
    return _ASCII if normal.isascii() else _CHINESE
