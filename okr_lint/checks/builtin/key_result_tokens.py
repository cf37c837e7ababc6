"""What the key result rules ask of words and their tags, once the light layers have left a matter open.

For Chinese every function here loads jieba's dictionary; its callers do so for few statements only: those with a
candidate word that could be part of another word, an open end state, or clauses that may be two results.
"""

from __future__ import annotations

from collections.abc import Sequence

from okr_lint.checks.english_words import english_words
from okr_lint.language import Analysis
from okr_lint.language.chinese_words import ChineseWord, chinese_words

_NOUN_TAGS = ("n", "j", "eng", "l", "vn", "an")
_ADVERB_TAGS = ("d", "ad", "c", "f")
# What a product or a user can do is one result with what makes it possible.
_ABLE = frozenset(
    [
        "能",
        "能够",
        "可",
        "可以",
        "看到",
        "看得",
        "得到",
        "有",
        "觉得",
        "收到",
        "听到",
        "知道",
        "看见",
        "不用",
        "无需",
        "不再",
    ]
)


def begins_word(analysis: Analysis, start: int) -> bool:
    """Whether a Chinese word begins at ``start``, and no set phrase: 高品质 in 提高品质 and 深入 in 深入人心 do not."""
    if any(hit.start < start < hit.end for hit in analysis.hits):
        return False  # a longer word of ours
    if start == 0 or not "\u3400" <= analysis.normal[start - 1] <= "\u9fff":
        return True  # nothing stands before it that it could be part of
    if any(hit.end == start for hit in analysis.hits):
        return True
    token = next((t for t in chinese_words(analysis) if t.idx <= start < t.idx + len(t.text)), None)
    return token is not None and token.idx == start and token.tag_ != "i"


def is_name(analysis: Analysis, start: int) -> bool:
    """Whether the English word at ``start`` is part of a name ("the Efficient Buildings Act")."""
    words = english_words(analysis)
    at = next((i for i, word in enumerate(words) if word.start <= start < word.end), 0)
    if at == 0 or not words[at].is_title:
        return False
    around = (i for i in (at - 1, at + 1) if 0 < i < len(words))
    return any(words[i].is_title or words[i].text.isupper() for i in around)


def qualifies_noun(analysis: Analysis, places: Sequence[tuple[int, int]], after: int) -> bool:
    """Whether every word at ``places`` only qualifies a noun of the object that begins at ``after``.

    「优化版本发布流程」: 发布 names the process; "improve live chat": nothing goes live. In such an
    object the word is no end state.
    """
    if analysis.language == "en":
        words = english_words(analysis)
        behind = (next((word for word in words if word.start >= end), None) for _, end in places)
        return all(start >= after for start, _ in places) and all(word and word.is_content for word in behind)
    tokens = [t for t in chinese_words(analysis) if not t.is_space]
    for start, end in places:
        if start < after:
            return False
        following = next((t for t in tokens if t.idx >= end), None)
        if following is None or following.is_punct:
            return False
        if not following.tag_.startswith(_NOUN_TAGS):
            return False
    return True


def acting_verb(analysis: Analysis) -> tuple[int, int] | None:
    """The activity verb that carries a Chinese clause with its adverb or partner before it; None where there is none.

    「线上问题及时跟进」「护网期间配合总部」: only jieba's tags tell the verb from a noun of the same form
    (测试失败项, 对接插件).
    """
    tokens = [t for t in chinese_words(analysis) if not t.is_space]
    partner = False
    for index, token in enumerate(tokens):
        if token.is_punct:
            partner = False
        partner = partner or token.tag_ == "p"
        if token.tag_ != "v" or index == 0:
            continue
        if token.verb_class == "activity" and (partner or tokens[index - 1].tag_ in _ADVERB_TAGS):
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            if following is None or following.text not in ("的", "过", "率"):
                return token.idx, token.idx + len(token.text)
        return None
    return None


def heads_clause(analysis: Analysis, start: int, end: int) -> bool:
    """Whether the Chinese verb that opens a statement is its predicate, and not part of its subject.

    「走访经销商」 is work; in 「检查结论为合格」「带队老师落实」「试用期考核」 the verb only names a thing. Worked out
    once per statement.
    """
    if "heads_clause" not in analysis.kept:
        analysis.kept["heads_clause"] = _heads_clause(analysis, start, end)
    return bool(analysis.kept["heads_clause"])


def _heads_clause(analysis: Analysis, start: int, end: int) -> bool:
    if any(hit.start == start for hit in analysis.found("pivot_verb")):
        return True  # 组织员工参加: what follows is the others' doing
    tokens = [t for t in chinese_words(analysis) if t.idx + len(t.text) > start and not t.is_space]
    if tokens and len(tokens[0].text) > end - start and tokens[0].tag_.startswith("n"):
        return False  # 陪跑员, 试用期: one word
    noun = False
    for token in tokens[1:]:
        if token.is_punct or token.tag_ in ("c", "uj"):
            return True
        if noun and (token.tag_ == "v" or token.text in ("由", "经", "被", "为")):
            return False
        noun = noun or token.tag_.startswith(("n", "j", "eng"))
    return True


def clauses_apart(analysis: Analysis, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether two Chinese clauses each have a subject and a closing verb of their own.

    「市占率提升,品牌知名度提高」 joins two results; 「流程落地,有公开的联系人」 goes on about one.
    """
    return _subject_and_verb(_within(analysis, left)) and _subject_and_verb(_within(analysis, right))


def _within(analysis: Analysis, part: tuple[int, int]) -> list[ChineseWord]:
    start, end = part
    return [t for t in chinese_words(analysis) if start <= t.idx < end and not t.is_space and not t.is_punct]


def _subject_and_verb(tokens: list[ChineseWord]) -> bool:
    if len(tokens) < 2 or any(token.text in _ABLE for token in tokens):
        return False
    opens = tokens[0].tag_.startswith(_NOUN_TAGS) or (tokens[0].tag_ in ("m", "a", "b") and len(tokens) > 2)
    last = tokens[-1] if tokens[-1].tag_ not in ("f", "ul", "y", "c") or len(tokens) < 3 else tokens[-2]
    return opens and last.tag_ in ("v", "vd") and last.i > tokens[0].i
