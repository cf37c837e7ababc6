"""Keys of JSON and YAML and column heads of tables -> one canonical name each.

Built on the two word tables that all readers share: ``fields.NAMES`` (what is about a statement)
and ``words`` (what a section or column holds). What only structured data has stands here.
"""

from __future__ import annotations

from functools import cache, lru_cache

from okr_lint.patterns import late
from okr_lint.readers import words
from okr_lint.readers.fields import NAMES
from okr_lint.readers.folding import fold

# Names are compact: folded, without spaces and marks, so that "startValue", "start_value" and "Start value" are one.
_STRUCTURE: dict[str, str] = {
    "objective": "objectivedescription objectivetext goaltitle goalname goaldescription 目标标题 中心目标 "
    "工作目标 关键目标",
    "objectives": "objectives os objectivelist objectivesets goals goallist 目标列表 目标清单 okrs okr okrset "
    "okrsets okrlist okr列表 companyobjectives teamobjectives subobjectives childobjectives children "
    "childgoals subgoals 子目标 下级目标",
    "key_results": "keyresults keyresult krs kr krlist keyresultlist keyresultdescription keyresulttext "
    "krtitle krname krdescription krtext krcontent 关键结果列表 关键结果名称 关键成果描述 kr名称 主要成果",
    "results": "results result measures outcomes 结果列表 成果 成果列表",
    "title": "title 标题 主题 subject headline",
    "name": "name 名称 名字",
    "text": "text statement sentence item 文本 语句 正文",
    "content": "content 内容",
    "description": "description desc 描述 说明 summary details detail definition",
    "identifier": "id objectiveid objid oid krid keyresultid goalid code uuid key rowid okrid",
    "parent": "parent parentid parentgoalid parentgoalids parentobjectiveid parentgoals parentokr parentkr "
    "aligned alignments alignedobjective alignedgoal alignto alignsto aligningobjectivelist 对齐o "
    "对齐的目标 上级 承接",
    "owner": "ownername owneremail owneremails ownerid ownerids responsibleperson accountableperson "
    "owner负责人 执行人 跟进人 主导人 牵头人",
    "team": "scope teamname departmentname division organisation organization businessunit 事业部 牵头部门 单元",
    "participants": "participants members collaborators contributors stakeholders 参与人 参与者 协作人 协同人 "
    "成员 协办人 配合人",
    "baseline": "min minvalue baselinevalue initialvalue startingvalue 起始",
    "target": "max maxvalue endvalue final finalvalue desired 完成标准 终值 期望值",
    "current": "value latestvalue actuals 完成值 实际完成 实际完成值",
    "unit": "metricunit unitvalue 计量单位",
    "metric": "metricname metrickey metricdescription indicators 指标名称 考核指标",
    "progress": "progressrate percent percentcomplete completionrate progresspercent 进展率 进度百分比",
    "score": "selfscore okrscore points 终评",
    "confidence": "confidencelevel confidenceindex confidencescore conf",
    "deadline": "duedate dueon enddate endtime targetdate finishdate completiondate 最后期限 完成期限 期限",
    "start_time": "startdate starttime startson 开始时间 开始日期 起始时间 起始日期",
    "cycle": "periodname cyclename okrcycle periodlabel session season iteration timeperiod 周期名称 年度季度",
    "year": "year fiscalyear fy 年份 年度",
    "type": "type kind krtype keyresulttype metrictype 类型 结果类型 指标类型 kr类型 category 类别 分类",
    "initiatives": "actionitems actionplans subtasks 核心工作 工作 重点工作 措施 行动项 工作计划 milestone "
    "milestones 里程碑",
    "mission": "mission vision strategy northstar 使命 愿景 战略 使命愿景",
    "mentions": "mentioneduserlist mentionedusers mentions",
}
_COUNTED = {"objective", "objectives", "key_results", "results", "initiatives"}

_BRACKETS = late(r"[(\[【][^()\[\]【】]*[)\]】]")
_IN_BRACKETS = late(r"[(\[【]([^()\[\]【】]*)[)\]】]")
_SLASHES = late(r"[/|&\n]")
_NOISE = late(r"[\W_]+")
_OWNED = late(r"o\d{1,2}kr\d{1,2}")  # "O1_KR2"
_DIGITS, _NUMERALS = "0123456789", "一二三四五六七八九十"


@cache
def _names() -> dict[str, str]:
    known: dict[str, str] = {}
    roles = (("initiatives", words.INITIATIVE), ("key_results", words.KEY_RESULT), ("objective", words.OBJECTIVE))
    for name, listed in (*NAMES.items(), *roles):
        known |= {compact: name for word in listed.split("|") if (compact := _NOISE.sub("", word))}
    for name, listed in _STRUCTURE.items():
        known |= dict.fromkeys(listed.split(), name)
    return known


@lru_cache(maxsize=4096)
def field(key: str) -> str | None:
    """The canonical name of a key or a column head, or None.

    A number behind it does not matter ("KR 2", "目标一"); a bilingual head ("负责人 / Owner",
    "关键结果（KR）") is known by any of its parts.
    """
    folded = fold(key[:80])
    for part in (folded, _BRACKETS.sub(" ", folded), *(_IN_BRACKETS.findall(folded) if len(folded) <= 30 else ())):
        if found := _known(part):
            return found
    parts = [_known(part) for part in _SLASHES.split(folded)]
    return parts[0] if len(parts) > 1 and all(parts) else None


def _known(part: str) -> str | None:
    compact = _NOISE.sub("", part)
    if not compact:
        return "identifier" if part.strip() == "#" else None
    return _names().get(compact) or _names().get(compact.removesuffix("s")) or _unnumbered(compact)


@lru_cache(maxsize=4096)
def is_numbered(key: str) -> bool:
    """Whether a key is the label of one statement ("O1", "KR2.1", "目标一") rather than of many."""
    compact = _NOISE.sub("", fold(key[:80])) if len(key) <= 24 else ""
    return bool(compact) and compact[-1] in _DIGITS + _NUMERALS and _unnumbered(compact) is not None


def _unnumbered(compact: str) -> str | None:
    if _OWNED.fullmatch(compact):
        return "key_results"
    for numbers in (_DIGITS, _NUMERALS):
        found = _names().get(compact.rstrip(numbers))
        if found in _COUNTED:
            return "objective" if found == "objectives" and compact[-1] in numbers else found
    return None
