"""Chat logs in plain text: who said it and when stands in front of every line ("[09:14] Dana: …")."""

from __future__ import annotations

from okr_lint.patterns import late
from okr_lint.readers.labels import label_at

_TIME = r"(?:\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?[T, ]{1,3})?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?"
_SPOKEN = late(
    rf"(?P<time>\[{_TIME}\] ?|{_TIME}(?: ?[-–—|] ?| {{1,2}}))"
    rf"(?:<[^<>\n]{{1,30}}> ?|(?P<name>[^:：<>\[\]\n]{{1,30}})[:：] ?)?|"
    rf"[^:：<>\[\]()\n]{{1,30}} ?[(\[]{_TIME}[)\]][:：]? ?|<[^<>\s]{{1,24}}> "
)
_LINES = 3  # that begin so: fewer may be a timetable


def spoken_at(line: str) -> int:
    """How much of a line says who speaks and when."""
    found = _SPOKEN.match(line)
    if found is None:
        return 0
    if found["name"] and label_at(found["name"] + ":") is not None:  # "[09:15] O1: …" without a name
        return found.end("time")
    return found.end()


def is_chat(lines: list[str]) -> bool:
    """Whether several lines begin with speaker and time."""
    count = 0
    for line in lines:
        count += ":" in line[:40] and spoken_at(line) > 0
        if count >= _LINES:
            return True
    return False
