"""Units that measure the same, with their size: 90 seconds and 1.5 minutes can be compared."""

from __future__ import annotations

from functools import lru_cache

# first of a line: what is measured; then "size: its names"; working days and months are not so many hours
_MEASURES = (
    ("time", "0.001: ms msec millisecond milliseconds 毫秒"),
    ("time", "1: s sec secs second seconds 秒 秒钟"),
    ("time", "60: min mins minute minutes 分钟"),
    ("time", "3600: h hr hrs hour hours 小时 个小时 钟头"),
    ("time", "86400: d day days 天 日 个自然日 自然日"),
    ("time", "604800: wk wks week weeks 周 星期 个星期"),
    ("working days", "1: business_day business_days working_day working_days 工作日 个工作日"),
    ("months", "1: mo mos month months 个月", "3: quarter quarters 季度 个季度", "12: yr yrs year years 年"),
    ("bytes", "1: kb", "1000: mb", "1000000: gb", "1000000000: tb"),
    ("length", "0.01: cm 厘米", "1: m metre metres meter meters 米"),
    ("length", "1000: km kms kilometre kilometres kilometer kilometers 公里 千米"),
    ("mass", "1: g gram grams 克", "1000: kg kgs kilo kilos kilogram kilograms 公斤 千克"),
)


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, float]]:
    made = {}
    for measure, *sizes in _MEASURES:
        for line in sizes:
            size, _, names = line.partition(":")
            made.update({name.replace("_", " "): (measure, float(size)) for name in names.split()})
    return made


def measure_of(unit: str | None) -> tuple[str, float]:
    """What a unit measures and its size there; a unit of its own kind measures itself."""
    name = (unit or "").lower()
    return _table().get(name, (name, 1.0))
