"""Deadlines that lie behind the end of their cycle; silent wherever the calendar or the sentence leaves a doubt."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from okr_lint.checks.match import Judged
from okr_lint.checks.period import Period, period
from okr_lint.language import Analysis, DateMention
from okr_lint.language.normal import normalise
from okr_lint.patterns import late

if TYPE_CHECKING:
    from okr_lint.checks.due import Due

_SOME_YEAR = 2000  # where nobody names one, all months are of one year
_DAYS = 31  # of every month: only the order counts
_SLACK = 10  # days: "by 1 July" in a plan for the first half is said of its end
_YEAR = 12 * _DAYS
_FAR = 40  # characters: how far before a date words may say what else it is the date of

# after the date: what it is the date of, or a word that makes it a beginning
_OTHER_DATE = late(
    r"\s?(?:之?前|以前)?\s?(?:的|之?后|以后|起|开始|以来|到期|期满|届满|过期|失效|生效|毕业|入学|开学|开幕)"
)
# what may follow a date that ends what is said of it; a noun would bear the date as its name ("the May release")
_GOES_ON = late(
    r"\s*(?:$|[^a-z0-9\s]|[0-9]|(?:for|with|and|or|in|at|from|to|so|on|through|across|using|via|while|when|where"
    r"|without|as|is|are|we|our|the|all|every|each|at least|no|not|then|but|if|latest|that)(?![a-z]))"
)
_NOT_FROM_HERE = late(
    r"(?:[自从至比较]|[高低优大小少多晚]于|对比|相比|面向|延[长期]到|vs\.?|versus|than|since|from|after|until|till|at"
    r"|fy ?'?[0-9]{2,4}|财年)\s?$"
)
_ITS_OWN = late(
    r"(?:expir[a-z]+|ending|ends?|due|maturing|scheduled|effective|valid|mandatory|required|deprecated|sunset"
    r"|created|born|registered|joined|founded|dated|issued|enrolled|purchased)\s?$"
)
_WHICH = late(r"(?<![a-z])(?:who|whose|which|that)(?![a-z])[^,;:]*$")
_PLAN_TO = late(
    r"(?<![a-z])(?:plan|roadmap|strategy|budget|forecast|commitment|pledge|proposal|target|goal)s?(?![a-z])[^,;:]*"
    r"(?<![a-z])(?:to|for)(?![a-z])[^,;:]*$"
)
# what reaches far beyond a cycle by its nature
_LONG_LIVED = late(
    r"规划|战略|愿景|路线图|蓝图|合同|协议|租[约赁]|预算|预测|承诺|碳|目标|方案|政策|授权|许可|贷款|资金"
    r"|(?<![a-z])(?:plan|roadmap|strateg|vision|contract|agreement|lease|budget|forecast|commit|pledge|net.zero|carbon"
    r"|polic|licen[cs]e|bond|loan|runway|fund|grant|target|goal)"
)
# seen from the day of writing, which nobody knows
_RELATIVE = late(
    r"[明后次来去]年|[上下]一?个?(?:月|季|周|财年|学年)|(?<![a-z])(?:next|following|last|previous|coming)(?![a-z])"
)
_PERIOD_OF = late(r"[0-9一二两三四五六七八九十几数个半每]\s?$")  # 五年内, 三个月内: how long, not until when
_THING_OF = late(r"\s(?:for|of|during|at|to|with|from|about|before|after)\s")
_DUE = late(r"\((?:due|eta|target|deadline|预计|计划)?:?\s?$")
_FISCAL = late(r"fy ?'?[0-9]|fiscal|[财財會会][年計计]")


class Behind(NamedTuple):
    """A deadline that lies behind the end of the cycle: its range in the text, or None where it stands beside it."""

    start: int
    end: int | None
    wording: str


@lru_cache(maxsize=4)
def is_fiscal(text: str) -> bool:
    """Whether a document counts years that may begin in any month."""
    return bool(_FISCAL.search(text.lower()))


def behind(judged: Judged, *, fiscal: bool = False) -> Iterator[Behind]:
    """The deadlines of a statement that lie behind the end of its cycle.

    Args:
        fiscal: the document's quarters and halves may begin in any month.
    """
    for one, late_ in deadlines(judged, fiscal=fiscal):
        if late_:
            yield one


def deadlines(judged: Judged, *, fiscal: bool = False) -> Iterator[tuple[Behind, bool]]:
    """The deadlines that can be compared with the cycle, and whether they lie behind its end."""
    context, analysis = judged.statement.context, judged.analysis
    if not context.cycle or not (context.deadline or analysis.dates):
        return
    for date in analysis.dates:
        if _is_deadline(analysis, date):
            wording = analysis.text[date.start : date.end]
            after = _after_the_end(wording, context.cycle, fiscal)
            if after is not None:
                far = after > _YEAR and _LONG_LIVED.search(analysis.normal) is not None
                yield Behind(date.start, date.end, wording), after > 0 and not far
    if context.deadline and (after := _after_the_end(context.deadline.strip(), context.cycle, fiscal)) is not None:
        yield Behind(0, None, context.deadline.strip()), after > 0


def _is_deadline(analysis: Analysis, date: DateMention) -> bool:
    """Whether the statement itself is due at this date; it may also be that of a thing, a comparison, a beginning."""
    normal, end = analysis.normal, date.end
    if _OTHER_DATE.match(normal, end):
        return False
    if date.kind != "deadline":
        return _opens(analysis, date) or _in_brackets(analysis, date) or _done_in(analysis, date)
    before = normal[max(0, date.start - _FAR) : date.start]
    if normal[date.start] in "年月季周期" and _PERIOD_OF.search(before):
        return False
    if _NOT_FROM_HERE.search(before) or normal.startswith(("until", "till", "in time for"), date.start):
        return False
    if analysis.language != "en":
        return True
    if _ITS_OWN.search(before) or _WHICH.search(before) or _PLAN_TO.search(before):
        return False
    return date.start <= 2 or _GOES_ON.match(normal, end) is not None


def _opens(analysis: Analysis, date: DateMention) -> bool:
    """Whether a Chinese statement begins with the date and the verb that it dates: 5 月上线新版."""
    if analysis.language == "en" or date.start > 1:
        return False
    at = date.end + (analysis.normal[date.end : date.end + 1] == " ")
    return any(hit.start == at for hit in analysis.found("output_verb"))


def _done_in(analysis: Analysis, date: DateMention) -> bool:
    """Whether something is to be done in a month: "Launch in Peru in May"; not what is sold for a show in May."""
    before = analysis.normal[: date.start] if date.start <= _FAR * 2 else ""
    if analysis.language != "en" or not before.endswith(" in ") or analysis.normal[date.end :].strip(" ."):
        return False
    return _THING_OF.search(before) is None and any(hit.start == 0 for hit in analysis.found("output_verb"))


def _in_brackets(analysis: Analysis, date: DateMention) -> bool:
    """Whether the date stands alone in brackets at the end: "Publish the price list (May 2026)"."""
    return analysis.normal[date.end :].rstrip(" .。") == ")" and bool(
        _DUE.search(analysis.normal[max(0, date.start - _FAR) : date.start])
    )


def _after_the_end(wording: str, cycle: str, fiscal: bool) -> int | None:
    """By how many days (less some slack) a date lies behind the cycle's end; None where it cannot be told."""
    from okr_lint.checks.due import due  # few documents have deadlines

    if _RELATIVE.search(normalise(wording)):
        return None
    months = period(cycle)
    dated = months is not None
    months = months or period(f"{_SOME_YEAR}年 {cycle}")
    if months is None:
        return None
    date = due(wording, None if dated else _SOME_YEAR)
    if date is None or (not dated and date.year != _SOME_YEAR):
        return None
    slack = _SLACK
    if is_fiscal(wording) != months.fiscal or (fiscal and months.end - months.start < 12):
        if is_fiscal(wording) or not dated or date.year is None:
            return None
        slack += _YEAR
    return _days(date, wording, months, slack)


def _days(date: Due, wording: str, months: Period, slack: int) -> int | None:
    last = (months.end - 1) // 12
    if date.year is None and months.start // 12 != last:
        return None  # a month of which year?
    year, month, day = date.earliest
    at = ((year or last) * 12 + month - 1) * _DAYS + day
    if date.year is None and at <= months.start * _DAYS:
        return None  # of the year before, or of the next
    return at - months.end * _DAYS - slack
