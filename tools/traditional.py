"""Simplified to Traditional for what the tool itself says: one table of characters, and pairs where it is wrong.

From OpenCC (``s2tw``), at build time only. What a rule file says decides which pairs are needed; words that are
said from code stand in ``WORDS``. tests/language/test_traditional.py finds the ones that are missing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

# words of messages that are put together in code, and of fields that these name
WORDS = (
    "公里 里程碑 几乎 漏斗 若干 相干 回归 合并 发布 公布 布置 借阅 关系 体系 系统 系列 维系 重复 回复 批复 恢复 复盘 "
    "签约 续签 标签 马拉松 专注 关注 注册 注释 标注 备注 伙伴 合作伙伴 尽力 尽量 战斗力 主干 干部 骨干 周期 "
    "每周 次周 并且 一并 借助 台账 平台 后台 里面 这里 只有 只是 面向 方面 "
    "制定 定制 准确 标准 批准 表达 出现 才能 人才 云 松 系数 "
)
# where OpenCC errs
_RIGHT = {"新签": "新簽", "签合": "簽合"}
_LEAST, _MOST = "\u3400", "\u9fff"


def traditional(rules: Iterable[Any]) -> dict[str, Any]:
    """``{"characters": [simplified, traditional], "pairs": {simplified: traditional}, "telling": [traditional, …]}``.

    The telling characters are those that only one of the two scripts knows.
    """
    from opencc import OpenCC

    convert = OpenCC("s2tw").convert
    characters = {}
    for char in map(chr, range(0x3400, 0xA000)):
        if len(made := convert(char)) == 1 and made != char and len(char.encode("gb2312", "ignore")) == 2:
            characters[char] = made
    texts = {text for rule in rules for text in _texts(rule)} | set(WORDS.split())
    alone: dict[str, Counter[str]] = defaultdict(Counter)
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for text in sorted(texts):
        made = convert(text)
        for char, form in zip(text, made, strict=True):
            alone[char][form] += 1
        for i in range(len(text) - 1):
            seen[text[i : i + 2]][made[i : i + 2]] += 1
    characters |= {char: form for char, forms in alone.items() if (form := _usual(forms)) != char or char in characters}
    pairs = {}
    for pair, forms in sorted(seen.items()):
        form = _RIGHT.get(pair) or _usual(forms)
        if form != "".join(characters.get(char, char) for char in pair):
            pairs[pair] = form
    telling = [_only(characters.values(), "gb2312"), _only(characters, "big5")]
    return {"characters": ["".join(characters), "".join(characters.values())], "pairs": pairs, "telling": telling}


def _only(characters: Iterable[str], other: str) -> str:
    """The characters that the other script's character set does not have."""
    return "".join(sorted({char for char in characters if not char.encode(other, "ignore")}))


def _usual(forms: Counter[str]) -> str:
    """發布 or 發佈: what OpenCC makes of it more often."""
    return max(sorted(forms), key=forms.__getitem__)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, str) and any(_LEAST <= char <= _MOST for char in value):
        yield value
