"""Persons or teams named as responsible; conservative, since a name in brackets is often something else."""

from __future__ import annotations

from okr_lint.language.patterns import late
from okr_lint.language.types import OwnerMention

_HAN_NAME = r"[㐀-鿿]{2,4}"
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢"
    "姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文"
    "牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛"
    "曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏"
    "席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
_LABEL = late(
    r"(?:owner|owned by|dri|lead|led by|responsible|accountable|assignee|assigned to|负责人|责任人|牵头人|主责人?"
    r"|责任部门|牵头部门|执行人|对接人|跟进人)\s?[:=]\s?@?(?P<name>[a-z][a-z'-]+(?: [a-z][a-z'-]+)?|[㐀-鿿]{2,6})"
)
_BY = late(r"由(?P<name>[㐀-鿿]{2,4}?)(?=负责|牵头|主导|跟进)")
_AT = late(
    r"(?<![a-z0-9._%+-])@(?P<name>[a-z0-9_.-]*[a-z0-9_]|[㐀-鿿]{2,4}(?:\([a-z .]{2,20}\))?|[㐀-鿿]{1,6}[a-z]{"
    r"0,12})(?![a-z]*\.[a-z])"
)
_PAREN = late(rf"\((?P<name>{_HAN_NAME})\)\s?(?=[,;。.]?$)")
_ROLE = late(r"\((?:owner|dri|负责人|责任人|主责)\s?[:-]?\s?(?P<name>[^()]{1,20})\)")
_NOT_NAMES = frozenset(
    "成功率 万元 万人 全年 全部 全员 单位 单店 明年 时间 方案 安全 应用 金额 管理 向上 向下 "
    "成本 华东 华南 华北 华中 文档 文件 "
    "安卓 路径 商城 商家 边界 高优 高危 任务 温馨 易用性 关键 关联 解决 连续 明细 项目 目前 "
    "包括 包含 金融 石油 计划 左右 尚未 "
    "应届 康复 左侧 成都 宁波 安徽 江苏 江西 武汉 温州 杨浦 白天 简版 简体 景区 马上 方向 "
    "成熟 单月 时效 单周 全国 全量 全球 "
    "游客 游戏 盛夏 常规 和平 高级 高清 田间 方便 施工 钱包 车间 车主 路演 房东 师资 农户 "
    "古镇 单价 柜员 时长 成效 费用 简历 终版 "
    "和谐 高峰 常态 文案 全职 向量 平台 白班 夜班 明星 温度 花费 柳州 连锁 童装 贺卡 顾客 顾问 金牌 银行".split()
)


def owners(text: str, normal: str) -> tuple[OwnerMention, ...]:
    """All mentions in order, without overlap."""
    found: list[OwnerMention] = []
    if "@" in normal:
        found += [OwnerMention(m.start(), m.end(), text[m.start("name") : m.end("name")]) for m in _AT.finditer(normal)]
    if ":" in normal or "=" in normal:
        for match in _LABEL.finditer(normal):
            before = normal[match.start() - 1 : match.start()]
            if not (before.isascii() and before.isalnum()):
                found.append(OwnerMention(match.start(), match.end(), text[slice(*match.span("name"))]))
    if "由" in normal:
        found += [OwnerMention(m.start(), m.end(), text[slice(*m.span("name"))]) for m in _BY.finditer(normal)]
    if "(" in normal:
        for match in _ROLE.finditer(normal):
            found.append(
                OwnerMention(match.start(), match.end(), text[match.start("name") : match.end("name")].strip())
            )
        match_name = _PAREN.search(normal)
        if match_name and _is_name(match_name["name"]):
            found.append(OwnerMention(match_name.start(), match_name.end(), text[slice(*match_name.span("name"))]))
    kept: list[OwnerMention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def _is_name(word: str) -> bool:
    if word[0] in "阿小老" and len(word) == 2:
        return True
    return word[0] in _SURNAMES and word not in _NOT_NAMES and len(word) <= 3
