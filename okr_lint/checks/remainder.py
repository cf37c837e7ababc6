"""What a statement still says when some of its words are taken away: is there anything of its own left?"""

from __future__ import annotations

from collections.abc import Iterable

from okr_lint.language import Analysis
from okr_lint.patterns import late

# Function words: they hold a sentence together and carry no content of their own.
_FUNCTION_ZH = """
的 地 得 了 着 过 在 和 与 及 以及 并 并且 同时 而 且 或 对 向 从 由 到 至 为 以 于 将 把 被 是 有 更 最 也
都 就 才 再 又 很 这 那 其 该 本 各 我 我们 咱们 我司 本司 公司 企业 全公司 集团 部门 本部门 团队 全员 大家
个人 自己 自身 年度 季度 全年 本年 本年度 今年 明年 本季度 本季 上半年 下半年 期间 年内 内 中 上 下 里 前
后 底 新 一 一个 方面 工作 情况 进行 开展 实现 达到 做到 完成 加以 予以 通过 使 让 能 能够 要 会 可以 来 去
成为 做 真正 持续 第 年 季 月 日
"""
_FUNCTION_EN = """
a an the of to in on at by for from with and or as our my we us i me it its this that these those their they them
all is are be been being was were become becomes get make makes do does have has more most very so up out over
across within into through year quarter next company team company-wide overall own new every each will can am via
both also his her you your who what which
"""
_ZH, _EN = frozenset(_FUNCTION_ZH.split()), frozenset(_FUNCTION_EN.split())
_ZH_LONGEST = max(map(len, _ZH))
_WORD = late(r"[A-Za-z][A-Za-z'’-]*")
_HAN = late(r"[㐀-鿿]")


def remainder(analysis: Analysis, lexicons: Iterable[str], ranges: Iterable[tuple[int, int]] = ()) -> list[str]:
    """The content units (Han characters, English words, numbers aside) not covered by terms of ``lexicons``,
    the given ranges, dates, or function words."""
    names = frozenset(lexicons)
    covered = bytearray(len(analysis.normal))
    spans = [(hit.start, hit.end) for hit in analysis.hits if hit.lexicon in names]
    spans += [(date.start, date.end) for date in analysis.dates]
    for start, end in [*spans, *ranges]:
        covered[start:end] = b"\1" * (end - start)
    _cover_function_words(analysis.normal, covered)
    han = [char for i, char in enumerate(analysis.normal) if not covered[i] and _HAN.match(char)]
    words = [
        m.group()
        for m in _WORD.finditer(analysis.normal)
        if not all(covered[m.start() : m.end()]) and m.group() not in _EN
    ]
    return han + words


def _cover_function_words(text: str, covered: bytearray) -> None:
    """Mark Chinese function words, longest first from the left, where no other word covers them."""
    at = 0
    while at < len(text):
        for size in range(min(_ZH_LONGEST, len(text) - at), 0, -1):
            if text[at : at + size] in _ZH and not any(covered[at : at + size]):
                covered[at : at + size] = b"\1" * size
                at += size - 1
                break
        at += 1


def is_function_word(word: str) -> bool:
    """Whether a (folded) word or character carries no content of its own."""
    return word in _EN or word in _ZH
