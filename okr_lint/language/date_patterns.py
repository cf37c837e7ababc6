"""The forms in which dates and cycles are written, as patterns on folded text.

Python's ``re`` with possessive quantifiers: every alternative is a bounded form, nothing can
backtrack into another, so matching stays linear; RE2's Python binding would cost six times more
for texts of this size.
"""

from __future__ import annotations

import re

from okr_lint.language.patterns import late

YEAR = r"(?<![0-9.])(?:19|20)[0-9]{2}(?![0-9])"
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_SHORT_YEAR = r"'?(?:20)?[0-9]{2}(?![0-9%.,]|\s?%)"
_CYCLE = rf"(?:q[1-4]|h[12])(?![0-9a-z])(?:\s?(?:of\s)?(?:fy\s?)?{_SHORT_YEAR})?"
_NAMED = (
    r"year|quarter|month|week|half|sprint|cycle|semester|term|season|summer|winter|spring|autumn|fiscal\syear"
    r"|financial\syear|calendar\syear|school\syear|decade|iteration"
)
_EDGE = r"(?![a-z0-9])"
_BEGIN = r"(?<![a-z0-9])"
_ORDINAL_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9a-z%.:])"
_MONTH = (
    rf"(?:(?:early|late|mid)[- ])?(?:{_ORDINAL_DAY}\s(?:of\s)?)?(?:{_MONTHS}){_EDGE}\.?(?:\s{_ORDINAL_DAY})?(?"
    rf":,?\s(?:19|20)[0-9]{{2}})?"
)
_RELATIVE = rf"(?:(?:the\s)?(?:this|next|last|previous|current|coming))\s(?:{_NAMED}){_EDGE}"
_END_OF = (
    rf"(?:the\s)?(?:very\s)?(?:end|start|beginning|middle|close)\sof\s(?:the\s|this\s|next\s|our\s)?"
    rf"(?:calendar\s|fiscal\s|financial\s)?(?:(?:{_NAMED}){_EDGE}|(?:{_MONTHS}){_EDGE}(?:\s(?:19|20)[0-9]{{2}})?"
    rf"|{_CYCLE}|fy\s?{_SHORT_YEAR}|(?:19|20)[0-9]{{2}}(?![0-9]))"
)
_FISCAL = rf"(?:fy|cy)\s?{_SHORT_YEAR}(?:\s?[-/]?\s?(?:q[1-4]|h[12]){_EDGE})?"
_ISO = r"20[0-9]{2}[-/.](?:1[0-2]|0?[1-9])(?:[-/.][0-3]?[0-9])?(?![0-9])"
_ISO_QUARTER = r"(?<![0-9.])(?:20)?[0-9]{2}\s?[-/]?\s?(?:q[1-4]|h[12])(?![0-9a-z])"
_ORDINAL_QUARTER = (
    rf"(?:the\s)?(?:first|second|third|fourth|last|1st|2nd|3rd|4th)\s(?:fiscal\s)?(?:quarter|half)(?![a-z0-9-])"
    rf"(?:\s"
    rf"of\s(?:the\syear|fy\s?{_SHORT_YEAR}|(?:19|20)[0-9]{{2}}))?"
)
_SLASH = r"(?:1[0-2]|0?[1-9])/(?:3[01]|[12][0-9]|0?[1-9])(?:/(?:20)?[0-9]{2})?(?![0-9/])"
# the day first, where nothing else can be meant: 30/9, 31.12.2026
_DAY_FIRST = (
    r"(?:3[01]|2[0-9]|1[3-9])/(?:1[0-2]|0?[1-9])(?:/(?:20)?[0-9]{2})?(?![0-9/])"
    r"|(?:3[01]|[12][0-9]|0?[1-9])\.(?:1[0-2]|0?[1-9])\.20[0-9]{2}(?![0-9])"
)

ENGLISH_PREFIX = (
    r"(?:(?:on\sor\sbefore|no\slater\sthan|not\slater\sthan|in\stime\sfor|ahead\sof|prior\sto|due\sby"
    r"|due\son|due|by|before|until|till)\s(?:the\s)?)"
)
ENGLISH = rf"""{_BEGIN}(?:
    (?P<by>{ENGLISH_PREFIX})?(?P<end>{_END_OF}|(?:year|quarter|month|week|q[1-4]|h[12])[-\s]end{_EDGE}|eo[yqmw]{_EDGE}|the\sclose\sof\sbusiness{_EDGE})
  | (?P<by2>{ENGLISH_PREFIX})?(?P<cycle>{_ORDINAL_QUARTER}|{_CYCLE}(?:\send{_EDGE})?|{_FISCAL}|{_ISO_QUARTER}
      |mid[-\s]?(?:year|quarter|q[1-4]){_EDGE}|{_RELATIVE})
  | (?P<by3>{ENGLISH_PREFIX})?(?P<date>{_ISO}|{_MONTH})
  | (?P<by4>{ENGLISH_PREFIX}|on\s)(?P<slash>{_SLASH}|{_DAY_FIRST})
  | (?P<by5>{ENGLISH_PREFIX})(?P<event>(?:the\s)?(?:christmas|easter|thanksgiving|new\syear|summer\sbreak
      |winter\sbreak|black\sfriday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow
      |summer|winter|spring|autumn|fall)){_EDGE}
  | (?P<by6>{ENGLISH_PREFIX})?(?P<year>20[1-4][0-9](?![0-9]|[.][0-9]|,[0-9]))
)"""

_NUMERAL_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])(?![0-9])"
_CHINESE_MONTH = rf"(?<![0-9.]){_NUMERAL_MONTH}\s?月(?:份)?(?:\s?[0-9]{{1,2}}\s?[日号]|[上中下]旬|[初中底末])?"
_CHINESE_YEAR = (
    r"(?:(?<![0-9.])(?:20)?[0-9]{2}\s?(?:财年|学年|年度?)|今年度?|明年度?|去年度?|后年|本年度?|当年|年度"
    r"|本财年|下?财年|fy\s?'?(?:20)?[0-9]{2})"
)
_CHINESE_QUARTER = (
    r"第?\s?[一二三四1-4]\s?(?:个季度|季度|季(?![节军]))|(?:本|上|下|这|当|该)(?:一|个)?季度?|q[1-4](?![0-9a-"
    r"z])(?:\s?'?(?:20)?[0-9]{2}(?![0-9%]))?|h[12](?![0-9a-z])|[上下]半年度?|季度(?=[初中末底])"
)
CHINESE = rf"""
    (?P<until>截至|截止到?|最迟|不晚于|赶在|到(?=(?:20)?[0-9]{{2}}\s?年|今年|明年|年底|年末|季度?末|[0-9一二三四五六七八九十]+\s?月[底末]|月底|月末|q[1-4]|第?[一二三四]季|[上下]半年末?|学?期末|本))?\s?
    (?P<body>
        {_ISO_QUARTER} |
        {_CHINESE_YEAR}\s?的?(?:{_CHINESE_MONTH}|{_CHINESE_QUARTER}|全年|[初中底末])?
      | {_CHINESE_MONTH}
      | {_CHINESE_QUARTER}
      | (?<![0-9.]){_ISO}
      | (?:本|上|下|当|这个?)(?:月|周(?!期)|周期|期(?!望)|学期|迭代)
      | 全年(?!级) | 年(?=[初中底末]) | 月(?=[初底末])
      | 学?期(?=末(?![考成试复评])) | (?<![个半])年(?=内) | 季(?=内) | (?<!个)月(?=内)
      | (?:春节|国庆节?|五一|端午节?|中秋节?|元旦|暑假|寒假|双11|双十一|618|开学|圣诞节?)(?=之?前|以前|来临前)
      | (?<![0-9./]){_SLASH}(?=\s?(?:日|之|以)?前)
      | (?:(?<=截至)|(?<=截止)|(?<=止到)|(?<=最迟)|(?<=不晚于)|(?<=赶在)|(?<=[至止到迟于在]\s)){_SLASH}
      | (?<![0-9.])20[1-4][0-9](?![0-9.,]|\s?[%个家名人元万亿次件项条单台套位千百])
    )
    (?P<part>度?\s?[初中底末](?!期|级|等|学|国|心|层))?\s?(?P<before>之?前(?![端景沿期后置台瞻往])|以前|为止|截止|(?<=[年季月期度周])内(?![容部存外训])|以内|之内)?
"""
CHINESE_DATE = late(f"(?:{CHINESE}|{ENGLISH})", re.VERBOSE)
ENGLISH_DATE = late(ENGLISH, re.VERBOSE)
_DIGIT_GATE = late(r"[0-9](?:(?<=2)0[0-9]{2}|\s?[月年季]|/[0-9]|\s?[qh][1-4]|日?前)")
_HAN_GATE = late("[一二三四五六七八九十] ?[月年]")


def may_hold_date(normal: str) -> bool:
    """Whether a text without a word of the calendar lexicon can hold a date at all."""
    if "day" in normal or "fy" in normal or "cy" in normal or _DIGIT_GATE.search(normal):
        return True
    return ("月" in normal or "年" in normal) and bool(_HAN_GATE.search(normal))


YEARS = late(
    r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])|(?:fy|cy|q[1-4]\s?'?|')\s?'?([0-9]{2})(?![0-9])|(?<![0-9])([0-9]{"
    r"2})\s?(?:年|财年|q[1-4])"
)
