"""Facets of what an objective wants (speed, cost, loyalty …) and which of them its key results serve.

Facets are lexicons named ``facet_…``: words of the aim and words of its measures side by side. They decide
first; only where they leave the matter open are content words compared, from the ``Doc``.
"""

from __future__ import annotations

from okr_lint.checks.match import Judged

PREFIX = "facet_"
# A measure of one facet that is fair evidence for another.
_KIN = {
    "growth": {"revenue", "loyalty", "brand"},
    "revenue": {"growth", "loyalty"},
    "loyalty": {"satisfaction", "revenue"},
    "satisfaction": {"loyalty", "ease", "reliability", "quality", "speed"},
    "ease": {"speed", "satisfaction", "growth"},
    "efficiency": {"speed", "cost"},
    "speed": {"efficiency"},
    "cost": {"efficiency"},
    "quality": {"reliability", "satisfaction"},
    "reliability": {"quality", "speed", "security"},
    "brand": {"growth", "satisfaction"},
    "people": {"satisfaction", "loyalty", "learning"},
    "security": {"reliability"},
    "learning": set(),
    "health": set(),
}
NAMES = {
    "speed": ("速度", "speed"),
    "reliability": ("稳定", "reliability"),
    "cost": ("成本", "cost"),
    "revenue": ("营收", "revenue"),
    "growth": ("增长", "growth"),
    "loyalty": ("留存", "loyalty"),
    "satisfaction": ("满意", "satisfaction"),
    "security": ("安全合规", "security"),
    "ease": ("易用", "ease of use"),
    "quality": ("质量", "quality"),
    "people": ("人才", "people"),
    "brand": ("品牌", "brand"),
    "learning": ("学习", "learning"),
    "health": ("健康", "health"),
    "efficiency": ("效率", "efficiency"),
}
_TIME = (
    "ms",
    "s",
    "sec",
    "second",
    "min",
    "minute",
    "hour",
    "h",
    "day",
    "毫秒",
    "秒",
    "分钟",
    "小时",
    "天",
    "个工作日",
    "日",
)
_MONEY = ("元", "万元", "亿元", "usd", "cny", "rmb", "eur", "$", "¥", "€", "£", "美元")


def facets(judged: Judged) -> dict[str, tuple[int, int]]:
    """The facets that a statement names, each with the first word that names it."""
    found: dict[str, tuple[int, int]] = {}
    for hit in judged.analysis.hits:
        if hit.lexicon.startswith(PREFIX):
            found.setdefault(hit.lexicon[len(PREFIX) :], (hit.start, hit.end))
    return found


def served(judged: Judged) -> set[str]:
    """The facets that a key result serves: named ones, their kin, and those that its units speak for."""
    own = set(facets(judged))
    for quantity in judged.analysis.quantities:
        unit = (quantity.unit or "").lower()
        if unit.rstrip("s") in _TIME or unit in _TIME:
            own.add("speed")
        elif unit in _MONEY:
            own |= {"revenue", "cost"}
    return own.union(*(_KIN.get(facet, set()) for facet in own))


def facet_name(facet: str) -> dict[str, str]:
    """A facet's name by language."""
    zh, en = NAMES.get(facet, (facet, facet))
    return {"zh": zh, "en": en}
