"""What the fields of a mapping say about a statement: nodes -> Context."""

from __future__ import annotations

from datetime import UTC, datetime

from okr_lint.model import Context
from okr_lint.patterns import late
from okr_lint.readers.content import content
from okr_lint.readers.feishu import scaled
from okr_lint.readers.keys import field
from okr_lint.readers.nodes import Mapping, Node, Scalar, Sequence, get, plain

_DIRECT = (
    "owner", "team", "parent", "deadline", "baseline", "target", "current", "unit", "weight", "progress",
    "score", "confidence", "priority", "status", "cycle", "identifier", "why", "metric", "committed",
)  # fmt: skip
_INNER = {
    "owner": ("name", "displayname", "username", "email", "userid", "openid", "id"),
    "team": ("name", "title", "id"),
    "parent": ("id", "objectiveid", "toentityid", "targetid", "title", "name", "objective"),
    "cycle": ("name", "title", "id"),
    "progress": ("percent", "value"),
    "status": ("status", "name", "value"),
    "unit": ("unitvalue", "name", "symbol", "unittype"),
    "metric": ("name", "title", "key"),
    "score": ("score", "value"),
}
_HALF_DAY = 12 * 3600  # seconds
_MILLISECONDS = late(r"[0-9]{12,13}")
_AT_NAME = late(r"@([\w\u4e00-\u9fff.-]{1,40})")


def facts(mapping: Mapping) -> Context:
    """The context that a mapping's own fields give; the author's words, times as ISO dates."""
    context = Context()
    for key, value in mapping.pairs:
        name = field(key.text)
        if name in _DIRECT and getattr(context, name) is None:
            setattr(context, name, _said(name, value))
            if name == "progress" and isinstance(value, Mapping):
                percent = plain(get(value, "percent"))
                context.progress = f"{percent}%" if percent else context.progress
                context.status = context.status or plain(get(value, "status"))
            if name == "metric" and isinstance(value, Mapping):
                _fill(context, facts(value))
        elif name == "mentions" and context.owner is None:
            context.owner = _mentioned(mapping, value)
        elif name == "year" and context.cycle is None and get(mapping, "quarter") is None:
            context.cycle = plain(value)
        elif name in ("notes", "initiatives", "description") and (note := _said(name, value)):
            context.notes.append(note)
    if context.score is not None:
        context.score = scaled(mapping, context.score)
    if context.cycle is None and get(mapping, "objectives", "objectivelist", "okrlist"):
        context.cycle = _time_range(mapping)
    elif context.cycle and (year := plain(get(mapping, "year", "年度", "年份"))) and year not in context.cycle:
        context.cycle = f"{year} {context.cycle}"
    return context


def _mentioned(mapping: Mapping, listed: Node) -> str | None:
    """Feishu v1: the @names of the plain content, else the ids of the mentioned users."""
    text = plain(get(mapping, "content")) or ""
    return ", ".join(_AT_NAME.findall(text)[:10]) or _said("owner", listed)


def _said(name: str, value: Node) -> str | None:
    if isinstance(value, Scalar):
        text = plain(value)
        if text and name == "deadline" and _MILLISECONDS.fullmatch(text):
            return _date(text)
        return text
    if isinstance(value, Sequence):
        return ", ".join(said for item in value.items[:50] if (said := _said(name, item))) or None
    if found := content(value):
        return found.text or None
    if name == "cycle" and (said := _time_range(value)):
        return said
    return next((said for key in _INNER.get(name, ("text", "name", "title")) if (said := plain(get(value, key)))), None)


def _fill(context: Context, other: Context) -> None:
    for name, value in other.said().items():
        if getattr(context, name) is None:
            setattr(context, name, value)


def _time_range(mapping: Mapping) -> str | None:
    start, end = plain(get(mapping, "starttime", "startdate")), plain(get(mapping, "endtime", "enddate"))
    if start and end:
        return f"{_date(start)} – {_date(end)}"
    return None


def _date(text: str) -> str:
    """A time in milliseconds since 1970 as an ISO date; any other text as it is.

    Tools send days as the midnight that begins them, or the second that ends them, in a zone that they do not name
    (Feishu: the tenant's). The nearest midnight of UTC gives the day that was meant from UTC-11 to UTC+12.
    """
    if not _MILLISECONDS.fullmatch(text):
        return text
    seconds = int(text) // 1000
    ends_day = seconds % 3600 == 3599
    return datetime.fromtimestamp(seconds + (-_HALF_DAY if ends_day else _HALF_DAY), UTC).date().isoformat()
