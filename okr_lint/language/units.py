"""What may stand behind a number: units, classifiers, time, money."""

from __future__ import annotations

import re

from okr_lint.language.patterns import late


def _longest_first(words: str) -> str:
    return "|".join(sorted((re.escape(word.replace("_", " ")) for word in words.split()), key=len, reverse=True))


_TIME_ZH = (
    "毫秒 微秒 秒钟 秒 分钟 小时 个小时 钟头 天 个工作日 工作日 日 个星期 星期 周 个月 个季度 "
    "季度 年 岁 个自然日 自然日"
)
_MONEY_ZH = "美元 美金 港元 港币 欧元 日元 英镑 人民币 新台币 台币 元 块钱 块"
# classifiers that stay a count after a Han numeral (三期 or 二号 name something instead)
COUNTERS = (
    "人次 人天 人日 人月 名 位 个 家 项 件 次 例 起 单 条 份 篇 套 款 台 辆 场 门 本 册 种 "
    "类 批 轮 户 支 只 张 座 处 所 间 亩 吨 公斤 千克 斤 克 倍 颗 页 字 行 节 课时 学时 集 "
    "首 幅 "
    "枚 瓶 箱 袋 盒 桌 顿 杯 遍 趟 圈 档 道 题 公里 千米 米 城 省 市 县 区 村 镇 席 人 组 "
    "分钟 小时 个小时 秒 秒钟 毫秒 天 周 个月 个季度 季度 年 个工作日 工作日 块 元 万 亿 "
    "段 步 层 栋 校 店 国 票 股 笔"
)
_COUNT_ZH = COUNTERS + (
    " 升 毫升 度 瓦 千瓦 千瓦时 兆瓦 星 分 级 平方米 平米 平方公里 厘米 毫米 毫克 点 期 代 "
    "班 国 仓 款次 场次 台次 家次 户次 件次 颗星 分贝 帧 帕 摄氏度 毫安时 立方米 标箱 架次 "
    "车次 班次 百分位 名次 位次 折 赞 票 门店"
)
_PERCENT = (
    "% ‰ ‱ percent per_cent percentage_points percentage_point 个百分点 百分点 个点 pp ppt "
    "ppts pts bps bp 个基点 基点 basis_points basis_point 个bp"
)
_LATIN = (
    "milliseconds millisecond msec ms microseconds µs μs nanoseconds ns seconds second secs "
    "sec s minutes minute mins min hours hour hrs hr h days day d weeks week wks wk months "
    "month mos quarters quarter "
    "years year yrs yr business_days business_day working_days working_day sprints bytes "
    "byte kb mb gb tb pb kib mib gib kbps mbps gbps qps rps tps fps iops hz khz mhz ghz rpm "
    "km kms kilometres kilometers kilometre kilometer "
    "miles mile metres meters metre meter cm mm feet foot ft inches inch kg kgs kilograms "
    "kilos kilo g grams gram mg lbs lb pounds pound tons tonnes tonne ton kwh mwh gwh kw "
    "mw kcal calories litres liters "
    "ml l stars star points point x times sqm sq_m sq_ft hectares acres dollars dollar euros "
    "euro usd eur gbp rmb cny hkd jpy yen yuan cents fte ftes reps rep nps people person "
    "db dau mau degrees fold ℃ °c °f °"
)
UNIT = late(
    rf"\s?(?P<percent>{_longest_first(_PERCENT)})(?![a-z])"
    rf"|\s?(?P<time>{_longest_first(_TIME_ZH)})"
    rf"|\s?(?P<money>{_longest_first(_MONEY_ZH)})"
    rf"|\s?(?P<count>{_longest_first(_COUNT_ZH)})"
    rf"|\s?(?P<latin>{_longest_first(_LATIN)})(?![a-z0-9])"
)
MAGNITUDE = late(
    r"\s?(?P<zh>万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千(?![克米瓦])|百)|(?P<short>k|w|mm|mn|bn|mio"
    r"|m|b)(?![a-z0-9])"
    r"|\s?(?P<word>thousand|million|billion|trillion|hundred|dozen|bn|mn)(?![a-z0-9])|\s(?P<apart>k|m)(?![a-z"
    r"0-9])"
)
MORE = late(r"\s?(?:多|余|几)(?!种|样|元化|维)")
PER = late(
    r"\s?(?:/\s?|per |an? |each |every )(?P<of>second|sec|s|minute|min|hour|hr|h|day|d|week|wk|month|mo"
    r"|quarter|year|yr|sprint|user|customer|person|"
    r"employee|engineer|rep|order|session|visit|seat|team|release|deploy|ticket|head|night|shift|unit"
    r"|month|店|天|日|周|月|季度?|年|人|次|单|小时|分钟|秒|户|台|件|家)(?![a-z])"
)
SHORT_TIME = frozenset("m h s d".split())
TIME_LATIN = frozenset(
    "milliseconds millisecond msec ms microseconds µs μs nanoseconds ns seconds second secs "
    "sec s minutes minute mins min hours hour hrs hr h "
    "days day d weeks week wks wk months month mos quarters quarter years year yrs yr".split()
) | {"business days", "business day", "working days", "working day", "sprints"}
CURRENCIES = {"$": "$", "€": "€", "£": "£", "¥": "¥", "₩": "₩", "₹": "₹"}
CURRENCY_WORDS = ("us$", "hk$", "nt$", "a$", "s$", "usd", "rmb", "cny", "eur", "gbp", "hkd", "jpy", "twd", "sgd", "inr")

_SECONDS = {
    name.replace("_", " "): seconds
    for seconds, names in {
        0.001: "毫秒 ms msec millisecond milliseconds",
        1: "秒 秒钟 s sec secs second seconds",
        60: "分钟 min mins minute minutes",
        3_600: "小时 个小时 钟头 h hr hrs hour hours",
        86_400: "天 日 自然日 个自然日 工作日 个工作日 d day days business_day business_days working_day working_days",
        604_800: "周 星期 个星期 week weeks wk wks",
        2_592_000: "个月 month months mos",
        7_776_000: "季度 个季度 quarter quarters",
        31_536_000: "年 year years yr yrs",
    }.items()
    for name in names.split()
}


_AT_WORK = ("工作日", "个工作日", "business", "working")
_SAME = {"percent": "%", "per cent": "%", "百分点": "pp", "个百分点": "pp", "个点": "pp"}


def seconds(unit: str) -> float | None:
    """How long a unit of time is; None for any other unit."""
    return _SECONDS.get(unit)


def is_time(unit: str | None) -> bool:
    """Whether a unit is one of time."""
    return unit in _SECONDS


def ratio(one: str, other: str) -> float | None:
    """How many times the second unit the first one is; None where they cannot be compared."""
    if _SAME.get(one, one) == _SAME.get(other, other):
        return 1.0
    if not (is_time(one) and is_time(other)):
        return None
    shorter = min(_SECONDS[one], _SECONDS[other])
    at_work = any(name.startswith(_AT_WORK) for name in (one, other))  # a working day has eight hours or 24
    return None if at_work and shorter < _SECONDS["day"] else times_as_long(one, other)


def times_as_long(one: str | None, other: str | None) -> float:
    """How many times the second unit of time the first one is; 1 where either is none."""
    first, second = _SECONDS.get(one or ""), _SECONDS.get(other or "")
    return first / second if first and second else 1.0
