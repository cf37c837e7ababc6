"""Digits that are no amount: names, versions, ordinals, labels, windows of time, times of day."""

from __future__ import annotations

from okr_lint.language.patterns import late
from okr_lint.language.types import NonTarget
from okr_lint.language.units import CURRENCY_WORDS, UNIT

_LABEL_WORDS = frozenset(
    "iso iec ios ipados android windows macos python java node vue react angular php "
    "go ruby rails django swift kotlin postgres postgresql mysql phase stage step tier level "
    "lvl sprint version ver "
    "release chapter room port issue ticket pr mr http error code soc series part batch wave "
    "round group class article section milestone kr o okr objective item option model gpt "
    "claude llama web "
    "industry zone line building floor gate flight route highway channel episode season volume "
    "vol no nr number figure fig table appendix category type scope gen generation grade "
    "cat case form "
    "area ward district region bus platform track bay unit lab week day fy cy q h m r ver. rfc adr "
    "en din gb gbt gjb ul ip usb pci cmmi itil cmm dir line bug story epic task wcag tls "
    "ssl ipv oauth openapi html css es ecma "
    "spring kubernetes k8s ubuntu debian centos rhel oracle sap s4 studio act article clause "
    "chapter covid mark priority p sev severity unit module lesson cohort goal kpi hsk cet "
    "jlpt".split()
) - {"go", "en", "line", "act", "week", "day", "no", "h", "r", "dir", "goal", "kpi"}
_LABEL_ZH_SAFE = frozenset(
    "阶段 版本 端口 编号 工单号 型号 航班 房间 步骤 迭代 冲刺 里程碑 附录 章节 等保 安卓".split()
)
_DOTTED = late(r"[0-9.]*[0-9]")
_COUNTED = late(r"\s?[个项家%万天周]")
_NAMES = late(
    r"24\s?/\s?7|24\s?[x*×]\s?7|7\s?[x*×]\s?24(?:\s?小时)?|5\s?[x*×]\s?8(?:\s?小时)?|80/20|50/50|1[- ]on[- ]1"
    r"s?|1\s?v\s?1|1\s?[:：]\s?1s?(?![0-9:])|360(?=\s?(?:度|-degree| degree| review|°|环评|评估))"
    r"|(?:618|985|211|996|12306|12345|12315|12319|12329|12348|12333|315|404|119|110|1024|007|58同城|360安全)(?"
    r"![0-9.,])(?!\s?(?:[%个家人次万亿元名件台条项k+]|[a-z]))"
    r"|[0-9]{2,4}\s?[x×*]\s?[0-9]{2,4}(?![0-9%])|[56789]s(?=\s?(?:管理|检查|标准|现场|评比|整理|推行|活动"
    r"|audit|program|method))|4s(?=\s?店)|3c(?![a-z])|[34]d(?=\s?(?:模型|打印|建模|渲染|图|视|展|扫描"
    r"|动画|引擎|效果|场景| ?print| ?model| ?scan| ?view| ?render))"
    r"|[48]k(?=\s?(?:视频|电视|屏|画质|超高清|直播|显示|分辨率|video|display|screen|tv|stream|resolution))"
    r"|0[-\s]?(?:到|to|→|->|-)\s?1(?![0-9.%])|t\+[0-9]|[0-9]{1,2}k(?=\s(?:run|race|walk|in under|under)(?![a-"
    r"z]))|[2-6]g(?![a-z])(?!\s?(?:of |sugar|salt|protein|fib|糖|盐|蛋白))|4[0x]4|[2345]xx(?![a-z0-9])"
    r"|3\.15|5a(?=\s?景)|3a(?=\s?"
    r"(?:大作|游戏|级))"
    r"|[0-9][05]后(?![0-9续台端])|(?:1[0-2]|0?[1-9])(?:\s?岁)?(?=\s?年级)|[0-9]\s?加\s?[0-9]"
    r"|5\s?why|3r(?![a-z])"
    r"|[2-6]g(?![a-z0-9/])(?=\s?(?:网|专网|基站|信号|手机|套餐|消息|覆盖|用户|客户|应用|终端|工业|场景"
    r"|切片|时代|商用|融合|建设"
    r"|network|phone|coverage|rollout|plan|device|customer|user|service|tower|site|private|core|radio"
    r"|router|spectrum))"
)
_ORDINAL = late(r"(?:st|nd|rd|th)(?![a-z])")
_TIME_OF_DAY = late(
    r"\s?(?:am|pm|a\.m\.?|p\.m\.?|o'clock)(?![a-z])|\s?点(?:半|钟|前|之前|以前|后|整|[0-9]{1,2}分|(?=起床"
    r"|睡|上床|到|下班|上班|开|入睡))"
)
_CLOCK = late(r":[0-5][0-9](?::[0-5][0-9])?(?![0-9])")
_LABEL_AFTER = late(
    r"\s?(?:号(?!召|码|角)(?:线|楼|店|机|厂|库|院|文|门)?|版(?!面|块|权|税|图)|代(?!码|表|理|价|替|言"
    r"|工|账|办)|届|世代|年级|楼(?!盘|宇)|岁|级(?!别)(?=[^0-9]|$)|期(?=工程|项目|建设|改造|系统|平台|规划"
    r"|功能|需求|开发|上线|验收|产品|方案|交付|厂|投|$|[,。;)、的:\s]))"
)
_ATTRIBUTE = late(r"-(?P<word>[a-z]+)")
_TIME_WORDS = late(r"(?:day|week|month|hour|minute|min|year|second|quarter|night|sprint)s?$")
_SIZE_WORDS = late(r"(?:person|people|member|man|woman|player|engineer|seat|strong|employee|student|team)s?$")
_AMOUNT_WORDS = frozenset("fold point points percent percentage percentile plus to x times pp".split())
_IDENTIFIER_TAIL = late(r"[a-z0-9.+_-]*[a-z0-9+]|")
_NEAR = 48  # how far a number looks back
_VERSIONED = late(r"(?<![a-z0-9])[a-z]+[0-9][a-z0-9]*$")
_TEAM = late(
    r"\s?(?:人|名|位)(?:的|规模的?|左右的)?(?:小组|团队|专班|工作组|小队|小分队|班组|公司|规模)|-?\s?(?:peopl"
    r"e|person|member) (?:team|squad|crew|company)"
)
_EXPERIENCE = late(
    r"\+?\s?(?:年|years?'?)\s?(?:以上)?(?:的|of )?\s?(?:工作|从业|行业|相关|professional )?(?:经验|工龄"
    r"|experience)"
)


def non_target(normal: str, start: int, end: int) -> NonTarget | None:
    """What the digits at ``start``–``end`` are if they are no amount, else None."""
    before = normal[start - 1] if start else " "
    if "a" <= before <= "z" and before.isascii():
        return _after_letter(normal, start, end)
    name = _NAMES.match(normal, start)
    if name:
        return NonTarget(start, name.end(), "name")
    if before == "#":
        return NonTarget(start - 1, end, "label")
    if before in "双" and normal[start:end] in ("11", "12"):
        return NonTarget(start - 1, end, "name")
    if before == "-" and start > 1 and normal[start - 2].isascii() and normal[start - 2].isalpha():
        begin = start - 1
        while begin and normal[begin - 1].isascii() and normal[begin - 1].isalpha():
            begin -= 1
        if normal[begin : start - 1] not in ("sub", "under", "over", "plus", "top", "pre"):
            return NonTarget(begin, _IDENTIFIER_TAIL.match(normal, end).end(), "name")  # type: ignore[union-attr]
    return _by_right(normal, start, end) or _by_left(normal, start, end)


def _after_letter(normal: str, start: int, end: int) -> NonTarget | None:
    begin = start
    while begin and (normal[begin - 1].isascii() and (normal[begin - 1].isalnum() or normal[begin - 1] in "$_-")):
        begin -= 1
    word = normal[begin:start]
    if word.endswith(CURRENCY_WORDS) and word.rstrip("$") in ("us", "hk", "nt", "a", "s", *CURRENCY_WORDS):
        return None
    if word in ("top", "x") or (len(word) > 3 and word in ("under", "below", "over", "about", "reach", "from")):
        return None
    tail = _IDENTIFIER_TAIL.match(normal, end)
    return NonTarget(begin, tail.end() if tail else end, "version" if word in ("v", "ver", "version") else "name")


def _by_right(normal: str, start: int, end: int) -> NonTarget | None:
    after = normal[end] if end < len(normal) else " "
    if after == "." and normal[end + 1 : end + 2].isdigit():
        tail = _DOTTED.match(normal, end)
        return NonTarget(start, tail.end() if tail else end, "version")
    if _ORDINAL.match(normal, end):
        return NonTarget(start, end + 2, "ordinal")
    if after == "-" and (attribute := _ATTRIBUTE.match(normal, end)):
        word = attribute["word"]
        if word not in _AMOUNT_WORDS:
            kind = "window" if _TIME_WORDS.match(word) else "size" if _SIZE_WORDS.match(word) else "name"
            return NonTarget(start, attribute.end(), kind)
    if time := _TIME_OF_DAY.match(normal, end):
        return NonTarget(start, time.end(), "time")
    if after == ":" and (clock := _CLOCK.match(normal, end)) and end - start <= 2:
        return NonTarget(start, clock.end(), "time")
    if label := _LABEL_AFTER.match(normal, end):
        return NonTarget(start, label.end(), "label")
    if team := _TEAM.match(normal, end):
        return NonTarget(start, team.end(), "size")
    if years := _EXPERIENCE.match(normal, end):
        return NonTarget(start, years.end(), "size")
    return None


def _by_left(normal: str, start: int, end: int) -> NonTarget | None:
    place = start - 1 if start and normal[start - 1] == " " else start
    if not place:
        return None
    last = normal[place - 1]
    if last.isascii():
        begin = place
        while begin and (normal[begin - 1].isalpha() or normal[begin - 1] == ".") and normal[begin - 1].isascii():
            begin -= 1
        word = normal[begin:place]
        if word.rstrip(".") in _LABEL_WORDS or word in ("no.", "vol.", "nr."):
            rest = normal[end : end + 1]
            if rest not in ("%",):
                return NonTarget(begin, end, "rank" if word in ("no.", "number", "no") else "label")
        if word == "of" and normal[max(0, begin - _NEAR) : begin].rstrip().endswith(
            ("team", "group", "crew", "squad", "committee", "panel", "staff")
        ):
            return NonTarget(start, end, "size")
        if (
            "." in normal[start:end]
            and last.isalnum()
            and _VERSIONED.search(normal[max(0, place - _NEAR) : place])
            and not UNIT.match(normal, end)
        ):
            return NonTarget(start, end, "version")
        return None
    if last == "第":
        return NonTarget(place - 1, end, "ordinal")
    if normal.endswith(tuple(_LABEL_ZH_SAFE), 0, place) and not _COUNTED.match(normal, end):
        return NonTarget(place, end, "label")
    return None
