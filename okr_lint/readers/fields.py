"""What people call the things that are *about* a statement, and where each goes in a ``Context``.

Shared by lines ("Owner: x"), table headers and keys of YAML and JSON. Names are folded (see
``folding.fold``) and without spaces around them.
"""

from __future__ import annotations

from functools import cache

from okr_lint.readers.folding import fold

# Context field -> the names it goes by; the names of fields that only belong into notes lie under "notes"
NAMES: dict[str, str] = {
    "owner": (
        "owner|owners|owned by|owner email|owner emails|assignee|assignees|assigned to|responsible|"
        "responsible person|dri|driver|lead|accountable|who|person|people|champion|sponsor|manager|"
        "tracking manager|负责人|责任人|负责|owner(s)|责任者|主责人|担当|所有者|承接人|执行人|第一负责人|"
        "主要负责人|牵头|牵头人|主责|主导|跟进人|o负责人|kr负责人|目标负责人|负责同学|参与人|姓名|汇报人"
    ),
    "team": (
        "team|teams|department|dept|group|org|squad|tribe|area|部门|团队|小组|所属部门|所属团队|责任部门|"
        "组织|所属组织|业务线"
    ),
    "cycle": (
        "cycle|quarter|period|timeframe|time frame|term|time period|周期|季度|时间周期|okr周期|所属周期|"
        "年度|考核周期|目标周期|时间范围"
    ),
    "deadline": (
        "due|due date|deadline|end date|end|final time|finish|target date|by when|eta|completion date|"
        "when|timeline|kr measurement deadline|截止|截止日期|截止时间|结束时间|结束日期|完成时间|"
        "完成日期|到期|到期日|计划完成时间|预计完成时间|deadline(s)|ddl|时间节点|时限|截至时间"
    ),
    "parent": (
        "parent|parent goal|parent goal ids|parent objective|aligns to|aligns with|aligned to|"
        "aligned with|alignment|supports|contributes to|company okr|company objective link|对齐|对齐目标|"
        "上级目标|父目标|支撑目标|关联目标|所属目标|对应目标|所属o|对应o|承接目标|上级okr|对齐上级|对齐okr|对齐到|承接|承接上级|承接okr|上级"
    ),
    "metric": (
        "metric|metrics|kpi|measure|measured by|measurement|indicator|how measured|指标|度量|衡量指标|"
        "衡量标准|衡量方式|how we measure|how we measure it|how will we measure|how to measure|success metric|"
        "success metrics|success measure|measure of success|measures of success|成功标准|衡量方法|量化指标|"
        "度量指标|评估标准"
    ),
    "baseline": (
        "baseline|base line|start|start value|starting value|starting point|initial|initial value|from|"
        "minvalue|min value|起始值|基线|基线值|初始值|起点|基准|基准值|现状|起始|期初值|现状值"
    ),
    "target": (
        "target|target value|targets|to|goal value|end value|target metric|目标值|目标数值|达标值|期末值|"
        "挑战值|指标值|目标数据"
    ),
    "current": (
        "current|current value|actual|actual value|now|latest|current status value|当前值|当前|实际值|"
        "实际|最新值|现值|当前进展值"
    ),
    "unit": "unit|units|uom|单位",
    "weight": "weight|weighting|weights|okr weight|kr weight|权重|占比|权重(%)|kr权重|o权重|比重|重要度",
    "progress": (
        "progress|completion|complete|% complete|percent complete|% done|done|进度|完成度|完成率|"
        "完成进度|当前进度|进展|完成百分比|达成率|progress(%)|进度(%)|mid-quarter actual|mid q|mid-q|"
        "completed"
    ),
    "score": (
        "score|scores|final score|grade|rating|final grade|mid-q score|projected score|projection|评分|"
        "得分|总分|總分|分数|打分|自评|自评分|评级|最终得分|自评得分|okr得分|绩效评分|完成得分|mid-quarter score|"
        "end score"
    ),
    "confidence": "confidence|confidence level|confidence score|信心|信心指数|信心值|信心度|置信度|信心分",
    "priority": "priority|prio|p|优先级|重要性|优先度|重要程度",
    "status": "status|state|health|rag|状态|健康度|状况|当前状态|完成状态|完成情况|风险状态",
    "committed": (
        "type|kr type|goal type|okr type|committed|committed/aspirational|类型|目标类型|okr类型|kr类型|"
        "类别|承诺型/挑战型"
    ),
    "identifier": "id|#|no|no.|number|nr|编号|序号|序|row id|goal id|ref|okr id|kr id|kr#|kr #",
    "why": (
        "why|why this matters|why it matters|why now|rationale|reason|reasoning|motivation|purpose|"
        "impact|business value|为什么|为什么做|为什么重要|为什么做(why)|原因|意义|目的|背景|动机|价值|"
        "出发点|设定理由|理由|制定理由|战略意义|the why|why this objective|why this okr"
    ),
    "notes": (
        "note|notes|comment|comments|remark|remarks|update|updates|latest update|description|desc|detail|"
        "details|context|background|issue|issues|link|links|reference|references|tracked|active from|"
        "created|last updated|updated|date|start date|evidence|source|data source|dependencies|"
        "dependency|depends on|risk|risks|blockers|scope|result|results|outcome|method|frequency|备注|"
        "说明|注|注释|评论|更新|描述|详情|链接|参考|依赖|风险|风险点|开始时间|开始日期|起始时间|创建时间|"
        "更新时间|数据来源|来源|发现的问题|问题|解决方案|数据口径|口径|计算方式|计算公式|统计口径|定义|"
        "验收标准|交付物|产出|里程碑|检查频率|更新频率|总结|复盘|结果|本周进展|进展说明|res|warn|tip|"
        "tips|definition of done|acceptance criteria|dod|milestone|milestones|tracking"
    ),
}

FIGURES = frozenset(["baseline", "target", "weight", "score"])  # what only results have in their rows of a table


@cache
def _table() -> dict[str, str]:
    return {name: field for field, names in NAMES.items() for name in names.split("|")}


def field_named(name: str) -> str | None:
    """The ``Context`` field ("notes" for the rest) that a column, key or line label stands for."""
    key = " ".join(fold(name).replace("_", " ").split()).strip(" *:`")
    return _table().get(key) or _table().get(key.replace(" ", ""))


def longest_name() -> int:
    """Length of the longest known name, so that callers need not look further for a separator."""
    return max(map(len, _table()))
