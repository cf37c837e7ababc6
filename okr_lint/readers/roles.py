"""What headings and lead lines announce, and whether a heading is itself a statement."""

from __future__ import annotations

from functools import lru_cache

from okr_lint.patterns import late
from okr_lint.readers.announcing import section_role
from okr_lint.readers.beside import stands_beside
from okr_lint.readers.cycles import cycle_in
from okr_lint.readers.decoration import lead_length
from okr_lint.readers.folding import fold
from okr_lint.readers.labels import BOTH, INITIATIVE, KEY_RESULT, OBJECTIVE, OTHER
from okr_lint.readers.prose import han_count

_NAMED = late(
    r"objectives (?:and|&) key results ?(?:for|of|[-–—:,|·(]|20\d\d|[qh][1-4])|"
    r"目标(?:与|和|及)关键(?:结果|成果) ?[-–—:,|·(]"
)
_TAIL = late(r"[ ]?[(\[【][^()\[\]【】]{0,40}[)\]】]$")
_ENDINGS = (
    (
        KEY_RESULT,
        ("key results", "key result", "krs", "关键结果", "关键成果", "关键结果是", "关键成果是", "key results are"),
    ),
    (
        BOTH,
        (
            "okr",
            "okrs",
            "okr's",
            "objectives and key results",
            "objectives & key results",
            "okr列表",
            "okr清单",
            "okr内容",
            "okr计划",
            "okr拆解",
        ),
    ),
    (
        OBJECTIVE,
        (
            "objectives",
            "objective",
            "goals",
            "目标",
            "目标如下",
            "objectives are",
            "objectives were",
            "目标是",
            "objs",
            "模拟o",
            "目标清单",
            "目标列表",
        ),
    ),
    (
        INITIATIVE,
        (
            "initiatives",
            "action items",
            "actions",
            "next steps",
            "tasks",
            "举措",
            "行动",
            "任务",
            "行动计划",
            "计划",
            "措施",
            "待办",
        ),
    ),
)
_GUIDE_ZH_TEXT = (
    "什么 如何 怎么 怎样 为何 为什么 介绍 方法 原则 流程 区别 知识 概念 误区 技巧 步骤 模板 关系 理解 定义 案例 "
    "注意 要求 标准 特点 特征 优势 好处 作用 意义 总结 思考 公式 检查 评分 复盘 落地 历史 与kpi 和kpi 起源 由来 "
    "写好 写法 写o 写kr"
)
_GUIDE_ZH = tuple(_GUIDE_ZH_TEXT.split(" "))
_TOPICS_TEXT = "制定 撰写 编写 使用 应用 实施 管理 培训 问题 框架 工具 学习 体系 分类 类型"
_TOPICS = tuple(_TOPICS_TEXT.split())  # guides have chapters on them, companies departments
_DEPARTMENT = late(r"(?:部|组|小组|团队|中心|线|岗|处|科|室|委|端|侧|与|和|类)")
_GUIDE_EN_TEXT = (
    "what how why when where who which is are do does should can tips guide guidelines writing creating "
    "setting using understanding introduction benefits advantages common mistakes faq examples anatomy types "
    "definition process template vs versus versus about overview best practices scoring grading tracking "
    "reviewing implementing implementation getting rules rule checklist cheatsheet methodology framework "
    "cadence cycle resources tools software format structure"
)
_ANYWHERE_TEXT = "cycle process is are do does can when where who which using getting"
_ANYWHERE = frozenset(_ANYWHERE_TEXT.split())
_GUIDE_EN = frozenset(_GUIDE_EN_TEXT.split())
_REVIEW = late(
    r"(?:quarter|q[1-4]|okrs?|mid|end|period|year|cycle|final|last|previous|past|monthly|weekly|objectives?)\b[^,.:]{0,20}\breview\b|"
    r"^review$|^review of (?:the |our |last |past |previous |first |second |third |fourth ){0,2}"
    r"(?:(?:spring|summer|autumn|fall|winter) )?(?:quarter|q[1-4]|h[12]|year|cycle|term|half|semester|season|"
    r"okrs?|objectives)|"
    r"\bretrospectives?\b|复盘|回顾"
)
_SKIPPED = (
    "愿景",
    "使命",
    "风险",
    "附录",
    "追踪",
    "跟踪",
    "备注",
    "appendix",
    "not okr",
    "out of scope",
    "non-goal",
    "non goal",
    "待办",
    "候选",
    "备选",
    "candidate",
    "parked",
)
_OTHER_OBJECTIVES = late(
    r"(?:service[ -]level|learning|course|teaching|educational|recovery) objectives?|(?:教学|课程|实验)目标|教学目的"
)  # of a service, a lesson, an experiment
_NOT_NOW = late(
    r"[^,;:]{0,24}\b(?:do not|don['’]t|won['’]t|will not|are not|aren['’]t|not going to) "
    r"(?:want|do|doing|plan|pursue|chase|try)\b|"
    r"(?:not|maybe|later|someday|next) (?:this|now|yet|in|for|until|time|year|quarter|later|doing)\b|(?:later|someday)$"
)
_NO_GOALS = late(
    r"nothing to do with|\bno okrs\b|"
    r"\b(?:besides|apart from|other than|unrelated to) (?:the |our |my )?(?:okrs?|goals|objectives)\b|"
    r"\bnot (?:our |the |a |real |official )?(?:goals?|targets?|okrs?|objectives?|krs?|key results?)\b|"
    r"\b(?:things|numbers|metrics|indicators) (?:we|that|which|to) (?:only |just |also |also only )?"
    r"(?:watch|keep an eye|monitor|report|must not|should not|may not|look at)|"
    r"(?:不是|不算|不属于|非)(?:目标|okr|kr\b)|只看不追|只看不考核"
)
_LOGS_TEXT = "log journal diary changelog wins lessons learnings highlights minutes 日志 日记 纪要 流水账 大事记"
_LOGS = tuple(_LOGS_TEXT.split(" "))
_VERBS_TEXT = (
    "accelerate achieve add adopt advance align amplify analyze architect attract automate be become begin "
    "boost bring build capture challenge close collect complete conduct connect consolidate continue "
    "contribute convert create cultivate curate cut decide decrease deepen define delight deliver deploy "
    "design develop diversify double drive earn educate elevate eliminate embed empower enable encourage "
    "engage enhance ensure enter establish excel execute exceed expand explore extend facilitate finalize "
    "find finish fix focus foster gain gather generate get give go grow hack have having help hire hit host "
    "identify implement improve increase influence innovate inspire integrate introduce invest keep kick "
    "know land launch lay lead learn level leverage live lower maintain make manage master maximize maximise "
    "measure migrate minimize mature model modernize move nail nurture offer onboard open operate optimize "
    "optimise organize own pass perfect pilot plan position prepare prevent produce promote protect prove "
    "provide publish push raise reach realize redefine redesign reduce refactor refine release replace "
    "research restore retain revamp rewrite roll run save scale secure sell set ship shorten simplify "
    "solidify solve speed stabilize start stop store streamline strengthen successfully support surpass "
    "sustain take test train transform transition turn understand unify unlock update upgrade use validate "
    "win write being building delivering driving growing making improving increasing launching reducing "
    "creating helping enabling establishing significantly drastically radically consistently"
)
_VERBS = frozenset(_VERBS_TEXT.split())
_GROUP_ENDS = (
    "部",
    "组",
    "团队",
    "中心",
    "部门",
    "计划",
    "版本",
    "方向",
    "版",
    "端",
    "侧",
    "线",
    "篇",
    "章",
    "类",
    "年度",
    "季度",
    "月",
)


@lru_cache(maxsize=8192)
def announces(text: str) -> str | None:
    """The role of what stands under a heading or a lead: a section word, or a phrase that ends in one.

    "Q2 Engineering Objectives" and "Q1 OKR：" announce; "How to write OKRs" and whole sentences do not.
    """
    if role := section_role(text):
        return role
    low = _bare(text)
    if not low or len(low) > 120:
        return None
    if is_lead(text) and _EXPECTED.match(low) and not is_guide(text):
        return KEY_RESULT
    if _KNOWN_WHEN.fullmatch(low):
        return KEY_RESULT
    if len(low) > 70:
        return None
    if ("objective" in low or "目" in low) and _OTHER_OBJECTIVES.search(low):
        return OTHER
    if (
        any(word in low for word in _SKIPPED)
        or _NO_GOALS.search(low)
        or _NOT_NOW.match(low)
        or "(not okr" in fold(text)
    ):
        return OTHER
    if "backlog" in low and not is_statement_like(text):
        return OTHER
    words = [word.strip(",;") for word in low.split()]
    if words[-1].endswith(_LOGS) and len(words) <= 4 and len(low) <= 30 and words[0] not in _VERBS and _logs(words[-1]):
        return OTHER
    if is_guide(text):
        return None
    if len(words) > 9 or ("," in low and han_count(low) > 3) or han_count(low) > 16 or "。" in low:
        return None
    if _BOTH_WORDS.search(low):
        return BOTH
    for role, endings in _ENDINGS:
        if any(low.endswith(end) and _bounded(low, end) for end in endings):
            return role
    for sign in ("okr", "okrs"):
        if words and (words[0] == sign or low.startswith(sign)) and len(words) <= 5 and cycle_in(text):
            return BOTH
    if words[0] == "okrs" and words[1:2] in (["of"], ["for"]) and len(words) <= 7:
        return BOTH
    if words[0] in ("objectives", "goals") and words[1:2] in (["of"], ["for"]) and len(words) <= 8 and cycle_in(text):
        return BOTH
    if _NAMED.match(low) and len(words) <= 8:
        return BOTH
    if len(low) <= 40 and (cycle := cycle_in(text)) and (role := section_role(low.replace(fold(cycle), " "))):
        return role if role in (OBJECTIVE, KEY_RESULT, BOTH) else None  # "Goals 2026"
    named = "okrs" in words or ("okr" in words and words[0] not in _VERBS)
    if named and len(words) <= 7 and cycle_in(text):
        return BOTH
    if "okr" in low and len(low) <= 24 and (cycle_in(text) or "okrs" in words) and ":" not in low:
        return BOTH
    if "objectives" in words and len(words) <= 6:
        return OBJECTIVE
    return names_beside(text)


def names_beside(text: str) -> str | None:
    """The role of a section that stands beside OKRs under a name of its own: "Pipeline notes", "Actions for Q3"."""
    low = _bare(text)
    if not low or low.split(" ", 1)[0] in _VERBS or section_role(text) or is_guide(text):
        return None
    return stands_beside(low)


def _bare(text: str) -> str:
    """The folded text without ordinals, marks and a bracket at its end."""
    low = fold(text).strip()
    low = " ".join(low[lead_length(low) :].strip("*_`:.-—–# ").split())
    return _TAIL.sub("", low[-200:]).strip(" :") if len(low) < 200 else low


def _logs(word: str) -> bool:
    """Whether the last word of a title says that it is a log: the whole word, or the end of a short Chinese one."""
    return word in _LOGS or (not word.isascii() and len(word) <= 6)


_BOTH_WORDS = late(
    r"(?:\b(?:objectives?|goals?)|目标|目標) ?(?:&|\+|/|,|、|and|with|与|和|及|與)? ?"
    r"(?:(?:their|our|the|my) )?(?:key results?|krs|关键结果|关键成果|關鍵結果|關鍵成果)$"
)
_EXPECTED = late(
    r"(?:(?:and |so |with )?(?:the|our|my|these|two|three|four|five|(?:here|these) are (?:the|our|my)) )?"
    r"(?:key results|krs)(?: (?:we|for|by|in|this|until|that|to|are|with)\b|,)|"
    r"(?:本次|本季度|对应的?|我的|我们的|具体的?)?关键(?:结果|成果)(?!的)"
)


def _bounded(low: str, ending: str) -> bool:
    before = low[-len(ending) - 1 : -len(ending)]
    return not (before.isascii() and before.isalnum() and ending[0].isascii())


_HANDLED = late(
    r"(?:新建|创建|添加|查看|编辑|录入|填写|设置|删除) ?(?:一个|你的)?「?(?:目标|okr|o|kr|关键结果)|手册|教程|指引"
)


def is_guide(text: str) -> bool:
    """Whether a heading or lead talks about OKRs rather than announcing some."""
    low = fold(text)
    words = [w.strip("*_`?:,.()") for w in low[lead_length(text) :].split()]
    if low.rstrip().endswith("?"):
        return True
    if words and words[0] in _GUIDE_EN:
        return True
    while words and words[-1] in ("", "are", "is", "were", "below", "include"):
        words.pop()
    topical = len(words) <= 6 or any(w.startswith(("okr", "objective", "goal")) or w == "key" for w in words)
    if topical and (
        words[-2:] == ["getting", "started"] or any(w in _GUIDE_EN for w in words[-2:] if w not in _ANYWHERE)
    ):
        return True
    if low.isascii():
        return False
    if _HANDLED.search(low):
        return True
    if any(w in low for w in _GUIDE_ZH if w != low.strip()):  # "学习" alone is an area of life
        return True
    bare = low[lead_length(text) :].strip()
    return any(not _DEPARTMENT.match(low, low.find(w) + len(w)) for w in _TOPICS if w in low and w != bare)


def is_review(text: str) -> bool:
    """Whether a heading stands over a look back; OKRs whose cycle is merely over ("Q1 (done)", 「去年」) are OKRs."""
    return len(text) <= 60 and _REVIEW.search(fold(text).strip()) is not None


@lru_cache(maxsize=8192)
def is_statement_like(text: str) -> bool:
    """Whether a heading reads like an objective and not like a topic, a team, a quarter or a section."""
    low = fold(text).strip()
    low = _TAIL.sub("", low[lead_length(low) :]).strip(" *_`")
    if not low or low.endswith((":", "?")) or section_role(low) or is_guide(low):
        return False
    if low.count("|") > 1 or ((cycle := cycle_in(low)) and len(cycle) >= len(low) - 4):
        return False
    words = low.split()
    if han_count(low) * 2 >= len(low.replace(" ", "")) * 0.8 and han_count(low) >= 2:
        return len(low) >= 6 and not low.endswith(_GROUP_ENDS)
    if begins_with_verb(low):
        return True
    return len(words) >= 4


def begins_with_verb(low: str) -> bool:
    """Whether an English verb opens a folded text and something follows it."""
    first, blank, _ = low.partition(" ")
    return bool(blank) and first.strip("'\"") in _VERBS


_NO_TEAM = (
    "示例",
    "例子",
    "example",
    "sample",
    "阶段",
    "卡片",
    "<%",
    "{{",
    "phase",
    "part ",
    "第",
    "其他",
    "other",
    "misc",
)


def names_team(text: str) -> bool:
    """Whether a heading can be the name of a team or an area: short, no section word, no sentence."""
    low = fold(text).strip(" :*")
    if not low or announces(text) or is_guide(text) or is_statement_like(text) or low.startswith(_NO_TEAM):
        return False
    return (len(low) <= 10 if han_count(low) else len(low.split()) <= 4) and any(c.isalpha() for c in low)


def is_lead(text: str) -> bool:
    """Whether a line introduces what follows it ("We will do this:", "主要主题——")."""
    return text.rstrip(" *_").endswith((":", "：", "——", "∶", "﹕"))


# "We'll know we succeeded when": what follows are key results
_KNOWN_WHEN = late(
    r"(?:how )?(?:we|i|you|they)(?:'ll|’ll| will| can|'d|’d| would)? (?:know|tell|see)(?: that)?"
    r"(?: (?:we|i|it|this|they)(?:'ve|’ve|'re|’re)?(?: [a-z'’]{2,12}){1,5})?(?: (?:when|if|by|because))?"
)
_TELLING = late(
    r"(?:will|'ll|’ll|do|can|to) (?:know|see|tell|measure)\b|success (?:looks|means|is|criteria)|succeeded (?:when|if)|"
    r"measured? (?:it |this |success )?by|(?:怎么|如何|怎样)(?:算|衡量|判断|知道)|"
    r"(?:衡量|成功|达成|验收)的?(?:标准|标志|指标)"
)


def says_how_to_tell(text: str) -> bool:
    """Whether a lead says how one will know that an objective is reached: "We will know we succeeded when:"."""
    return len(text) < 80 and _TELLING.search(fold(text)) is not None
