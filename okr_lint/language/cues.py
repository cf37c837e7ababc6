"""Words before and after a number that say what part it plays: from, to, by, at least, 以上, today."""

from __future__ import annotations

from okr_lint.language.patterns import late


def _table(roles: dict[str, str]) -> dict[str, str]:
    return {word.replace("_", " "): role for role, words in roles.items() for word in words.split()}


# roles: "from" a baseline, "to" a level, "by" a change, "<=" … a limit, "~" about, "." a filler

CHINESE_BEFORE = _table({
    "from": ("从 由 自 目前 目前为 当前 当前为 现状 现状为 现有 现为 现在 现在为 原来 原来的 原有 "
"原先 原为 原 基线 基线为 基线值 起点 起点为 上季度 上季度为 去年 去年为 去年同期 去年同期的 "
"上月 上半年 上半年为 上半年的 上一季度 现 现阶段 起始值 对比 相比 较上季度 较上季度的 "
"较去年的 上年 往年 基准 基准值 今天"),
    "to": ("到 至 达到 达 达成 做到 实现 成为 为 升至 升到 升为 提升至 提升到 提高到 提高至 增至 "
"增长到 增长至 增加到 增加至 降到 降至 降为 降低到 降低至 减少到 减少至 减至 减到 缩短到 "
"缩短至 缩短为 压到 压至 压缩到 压缩至 压降至 突破到 扩大到 扩大至 拉到 拉升至 涨到 涨至 "
"恢复到 恢复至 控制到 稳定到 跑到 跑进 冲到 破到 目标 目标值 目标为 目标是 进入 跻身 "
"排名 位列 位居 排进 挤进 前 是 = : 收窄到 收窄至 砍到 提到 提至 落到 缩到 缩至 推到 "
"推至 覆盖 满足 保持 维持 稳定 保持在 维持在 稳定在 有 在 于 约为"),
    "by": ("提升 提高 增长 增加 上升 上涨 增幅 涨幅 降幅 下降 降低 减少 缩短 压缩 缩减 节约 节省 "
"压降 压减 削减 下调 上调 改善 多 少 涨 降 升 减 增 快 慢 扩大 拉升 同比 环比 同比增长 "
"环比增长 同比提升 同比下降 环比下降 同比增加 同比减少 回升 回落 跌 收窄 减轻 加快 提速 "
"提前 新增 净增 增收 较去年增长 挽回 减重 增重 瘦 砍掉 优化 每年提升 每月提升"),
    ">=": ("≥ >= 不低于 不少于 不小于 不弱于 至少 最少 最低 起码 不下 不下于 不得低于 不得少于 "
"保底 达到至少 至少达到 至少有 ⩾"),
    "<=": ("≤ <= =< 不超过 不高于 不多于 不大于 不得超过 不得高于 至多 最多 最高 最迟 控制在 控制到 "
"限制在 压在 ⩽ 不超 上限 上限为 不晚于 仅 只需 不到 跑进"),
    ">": "> 超过 超出 超 高于 大于 多于 突破 破 过 逾 优于 胜过 高过 超越 达到超过",
    "<": "< 低于 小于 少于 不足 短于 快于 低过 未达",
    "~": "约 大约 约为 大概 近 接近 将近 左右 ~ ≈ 差不多 上下",
    ".": "了 共 累计 总计 合计 平均 每人 人均 总共 一共 每 其中 和 的 再 也 各 均 仍 已 都 就 能 将 以 只",
})  # fmt: skip
ENGLISH_BEFORE = _table({
    "from": ("from currently current today now was were baseline baseline_of baseline: was_at up_from "
"down_from versus vs vs. against compared_to compared_with currently_at now_at starting_at "
"starting_from last_quarter last_year last_quarter's last_year's previously originally "
"today's is_currently currently: today: now: rather_than instead_of as_opposed_to started_at"),
    "to": ("to reach reaches reaching hit hits hitting reached achieve achieves achieving attain "
"attains of is are be = : at target target: target_of goal goal: goal_of averages average "
"averaging scores score scoring total totals stands_at stays_at "
"becomes tops into a_total_of stay_at remains_at holds_at become"),
    "by": ("by increase increases decrease decreases improve improves reduce reduces drop drops "
"fall falls rise rises grow grows gain save saves saving lift cut cuts lower up "
"down an_additional additional another extra increase_of decrease_of reduction_of growth_of "
"drop_of rise_of improvement_of shave shaves add_another increased decreased declines "
"decline improvement_to shed lose"),
    ">=": ("≥ >= at_least no_less_than no_fewer_than not_less_than minimum minimum_of a_minimum_of "
"min min. not_below never_below never_falls_below upwards_of stays_above_or_at no_lower_than "
"not_under starting_with"),
    "<=": ("≤ <= at_most no_more_than not_more_than no_fewer_than_or within up_to maximum maximum_of "
"a_maximum_of max max. not_exceed never_exceed never_exceeds not_above does_not_exceed "
"no_longer_than in_under_or no_higher_than capped_at cap cap_of only takes_at_most in "
"not_over"),
    ">": ("> more_than over above exceed exceeds exceeding greater_than higher_than surpass surpasses "
"surpassing beyond better_than beat beats past exceeded stays_above stay_above north_of "
"longer_than passes break breaks"),
    "<": ("< less_than under below fewer_than lower_than sub shorter_than in_under beneath stays_under "
"stays_below stay_under stay_below inside faster_than south_of keep_under smaller_than"),
    "~": "~ ≈ about around approximately roughly approx approx. circa nearly almost close_to an_average_of",
    ".": ("the a an our and all just with total top roughly: us only still have has having get "
"gets in_total on_average per full or their its new average_of first reaching_a for some "
"that"),
})  # fmt: skip
for _arrow in ("->", "-->", "=>", "==>", "→", "~>"):
    CHINESE_BEFORE[_arrow] = "to"
for _filler in (
    "签约 续约 预约 履约 开 办 做 发 签 招 拿 写 读 上线 完成 举办 组织 拜访 发布 服务 开展 "
    "输出 产出 引入 拓展 培养 招聘 招募 接入 交付 落地"
).split():
    CHINESE_BEFORE[_filler] = "."
CHINESE_BEFORE["±"] = "."
_CHINESE_LENGTH = max(map(len, CHINESE_BEFORE))

AFTER = late(
    r"\s?(?:"
    r"(?P<ge>(?:及|或)?以上|或更[高多好]|及更[高多]|起(?!步|床)|(?:or|and) (?:more|higher|above|greater"
    r"|better|over|up)(?![a-z])|plus(?![a-z])|minimum(?![a-z])|打底|保底)"
    r"|(?P<le>(?:及|或)?以[内下]|之内|内(?![容部存在外心]|测)|或更[低少短]|(?:or|and) (?:less|fewer|lower"
    r"|below|under|faster|sooner|shorter)(?![a-z])|maximum(?![a-z])|max(?![a-z])|封顶|at most(?![a-z]))"
    r"|(?P<about>左右|上下|or so(?![a-z]))"
    r"|(?P<up>(?:的)?(?:提升|增长|增幅|上升|提高|涨幅)(?!空间|到|至)|(?:yoy |y/y |year[- ]over[- ]year "
    r"|qoq |mom |annual )?(?:increase|growth|rise|uplift|gain|lift|improvement|jump|boost)(?![a-z])|more(?![a"
    r"-z])|higher(?![a-z])|faster(?![a-z])|larger(?![a-z])|bigger(?![a-z])|(?:[a-z]+ )?(?:better|quicker)(?!["
    r"a-z])|up(?![a-z])|yoy(?![a-z])|qoq(?![a-z])|mom(?![a-z])|additional(?![a-z])|extra(?![a-z]))"
    r"|(?P<down>(?:的)?(?:下降|降幅|减少|降低|缩短|节省|节约)(?!空间|到|至)|(?:yoy |y/y |year[- ]over[- ]year"
    r" )?(?:decrease|reduction|drop|decline|cut|fall|saving|savings)(?![a-z])|fewer(?![a-z])|less(?![a-z])"
    r"|lower(?![a-z])|cheaper(?![a-z])|shorter(?![a-z])|down(?![a-z]))"
    r")"
)
BASELINE_AFTER = late(
    r"\s?(?:today|now|currently|at present|at the moment|baseline|last quarter|last year|last month|last week"
    r"|last season|last spring|last term|in q[1-4]|this quarter so far|previously|as of today|right now"
    r"|so far|before|is today|is the baseline|现状|目前|当前|基线|为基线|起步|现值|是现状|in (?:january"
    r"|february|march|april|may|june|july|august|september|october|november|december))(?![a-z])\s?(?=[)\],;.]"
    r"|$)"
)
LINK = late(
    r"[\s,]*(?:\((?:目前|当前|现状|today|now|current|baseline)\))?[\s,]*(?:左右|以上|以下|上下|多|的(?:水平"
    r"|基线|基础)?|today|now|currently|a day|baseline)?[\s,]*"
    r"(?:(?P<noun>[a-z][a-z-]{1,15}(?:/[a-z]+)?|[㐀-鿿]{1,4}?)\s*)??"
    r"(?:(?P<arrow>-{1,2}>|={1,2}>|→|⇒|➔|➜|➡️?|⟶|~>|»|>{1,3}|to|down to|up to|and reach(?:es)?|into|towards?)"
    r"|(?:再|逐步|进一步|稳步|整体|平均|显著|大幅|持续)?(?P<word>提升|提高|增长|增加|上升|扩大|扩展|拉升"
    r"|涨|升|增|降低|下降|减少|缩短|压缩|缩减|压降|压减|压|减|降|缩|砍|收窄|提|做|变|改|优化|改善|拉|推"
    r"|恢复|翻|跌|落|调整|跃升|攀升|回升|加快|提前|控制|稳定)?(?:了|回)?(?:到|至|为|成|在))"
    r"\s*(?:(?:至少|超过|约|近|不低于|不高于|不超过|以内|低于|高于|大于|小于|under|below|over|above|at least"
    r"|at most|less than|more than|about|around|nearly|no more than|≥|≤|>=|<=|<|>|~|fewer than)\s*)?"
)
RANGE = late(r"\s?(?:-|–|—|~|至|到|to|and|或|or)\s?")
BACK_FROM = late(
    r"[\s,]*[(\[]?[\s,]*(?:up |down )?(?:from|versus|vs\.?|against|compared (?:to|with)|currently|current(?:l"
    r"y)?:?|now:?|today:?|was|baseline(?: of|:| is)?|目前(?:为|是|:)?|当前(?:为|是|:|值)?|现(?:状|值|在"
    r"|有|为)?(?:为|是|:)?|原(?:来|先|为)?(?:为|是|:)?|基线(?:值|为|是|:)*|去年(?:同期)?(?:为|是|:)?|上(?:季度"
    r"|月|半年|周期|期)(?:为|是|:)?|起点(?:为|是|:)?|起始值?(?:为|是|:)?|此前|之前(?:为|是|:)?|对比|相比"
    r"|较)\s*(?:约|近|about|around|的|at|:|is)?\s*"
)
FROM_BEFORE = late(
    r"(?:从|由|自|from)\s?(?:(?:目前|现在|当前|现有|现状|原来|原先|去年|上季度|上半年|今年|q[1-4]|a baseline "
    r"of|the current|current|today's|about|around|over|under|an average of|roughly|nearly|a|the|约|近"
    r"|平均|不足|不到|超过|期初|年初|基线)(?:的|同期的?)?\s?){0,3}$"
)


def role_before(normal: str, start: int, floor: int) -> tuple[list[str], int]:
    """The roles of the cues right before ``start``, nearest first, and where the cues begin."""
    roles: list[str] = []
    place = begins = start
    for _ in range(5):
        while place > floor and normal[place - 1] in " ‘“\"'【[*_`":
            place -= 1
        if place <= floor:
            break
        last = normal[place - 1]
        if (last.isascii() and last.isalpha()) or last == ".":
            role, begin = _english(normal, place, floor)
        else:
            role, begin = _suffix(normal, place, floor)
        if role is None:
            break
        place = begin
        if role == ".":
            continue
        begins = place
        roles.append(role)
        if role in ("from", "to", "by"):
            break
    return roles, begins


def _suffix(normal: str, end: int, floor: int) -> tuple[str | None, int]:
    for length in range(min(_CHINESE_LENGTH, end - floor), 0, -1):
        role = CHINESE_BEFORE.get(normal[end - length : end])
        if role is not None:
            return role, end - length
    return None, end


def _english(normal: str, end: int, floor: int) -> tuple[str | None, int]:
    best: tuple[str | None, int] = (None, end)
    begin = end
    for _ in range(4):
        while begin > floor and (
            (normal[begin - 1].isascii() and normal[begin - 1].isalpha()) or normal[begin - 1] in ".'"
        ):
            begin -= 1
        role = ENGLISH_BEFORE.get(normal[begin:end])
        if role is not None:
            best = (role, begin)
        if begin <= floor or normal[begin - 1] != " ":
            break
        begin -= 1
    return best
