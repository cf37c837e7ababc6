"""What a text says besides stating an OKR: running text, advice, a definition, what somebody said."""

from __future__ import annotations

import re

from okr_lint.patterns import late
from okr_lint.readers.folding import fold

_SENTENCES = late(r"[.!?] (?=[A-Z])|[。！？]")
_ADVICE = late(
    r"\byou(?:r|'ll|’ll|'re)?\b|\bokrs?\b|\bobjectives?\b|\bkey results?\b|\bshould\b|\bthese\b| (?:is|are) (?:a|"
    r"an|the) |你|應該|应该|不要|必须|必須|需要你|建议|建議|可以|意味|是一[种個个]|指的是"
)
_SAYS = late(
    r"[^\W\d_]{2,15} (?:says|said|thinks|asks|asked|adds|insists|objects|notes) ?[:：,]|"
    r"[\u3400-\u9fff]{2,4}(?:说|說|觉得|覺得|问|問|补充|補充)(?:了)?[:：,，]"
)
_DEFINES = late(
    r"^(?:belongs|has|is|are|means|describes|answers|says|tells|defines|must|should|can|needs|lives|consists) |"
    r"^(?:回答|描述|指的?是|代表|表示|解决的?是|说的?是|就是)|"
    r"^(?:what|how|why|where|想要|如何|怎[么麼样樣]|为什么|做什么)|"
    r"^(?:the|an?) (?:[\w-]{1,20},? ){0,4}(?:what|where|how|why|"
    r"goals?|statement|direction|aim|description|outcome|results?|destination|things?|sentence|number|metric|targets?|way|"
    r"qualitative|measurable|quantitative|measures?|indicator|milestone|question|answer|purpose|vision)\b|"
    r"\byou(?:r|'ll|’ll|'re)?\b|\bokrs?\b|"
    r"\bobjectives?\b|\bkey results?\b|"
    r"^[^让使]{0,9}什[么麼]$|关键结果|关键成果|(?:定性|定量)的|"
    r"^(?:at most |up to |no more than |about )?(?:one|two|three|four|five)\b[^,.]{0,20}\b(?:per|each|max(?:imum)?|"
    r"at most|in total)\b|"
    r"^[\d \-–~至到]{1,12}(?:in total|total|max|each|per [a-z]{2,12}|个|個|条|條)?$"  # says how many
)


def last_sentence(text: str) -> str:
    """What stands behind the last full stop inside a line."""
    return _SENTENCES.split(text)[-1]


def is_prose(text: str) -> bool:
    """Whether a line is running text: several sentences, or very long."""
    ends = len(re.findall(r"[.!?] +[A-Z]|[。！？](?=.)", text))
    return ends >= 2 or len(text) > (160 if han_count(text) > len(text) / 3 else 280)


def is_advice(text: str) -> bool:
    """Whether an item speaks to the reader about OKRs instead of stating one."""
    low = fold(text)
    return low.rstrip(" *_").endswith(("?", "？")) or is_prose(text) or bool(_ADVICE.search(low))


def is_said_by_somebody(text: str) -> bool:
    """Whether a line tells what a person said of it: "Greg says: …", 「老王說：…」."""
    return _SAYS.match(text) is not None


def is_definition(text: str) -> bool:
    """Whether what follows a bare label ("Objective: …") explains the word instead of stating an objective."""
    low = fold(text).strip()
    return low.endswith(("?", "？")) or bool(_DEFINES.search(low[:300]))


def han_count(text: str) -> int:
    """How many Chinese characters a text has."""
    return 0 if text.isascii() else sum("\u3400" <= char <= "\u9fff" for char in text)
