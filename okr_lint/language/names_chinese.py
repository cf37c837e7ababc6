"""Names of persons and teams in a Chinese statement."""

from __future__ import annotations

from collections.abc import Iterator

from okr_lint.language.lexicons import lexicon_matcher
from okr_lint.language.patterns import late

# surnames that are seldom the first character of another word, and characters of which given names are made
_SURNAME = (
    "王李张刘陈杨黄赵吴周徐孙朱郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡杜叶苏魏吕丁沈姚卢姜崔钟谭陆汪"
    "范廖贾夏韦邹孟熊秦邱尹薛闫段雷侯陶黎贺顾毛郝龚邵覃武戴莫孔汤樊葛邢倪庄聂鲁翟殷詹耿俞柳甘祝阮柯梅童毕裴"
    "霍涂喻傅卞程"
)
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛超秀霞刚桂英华建玲红梅燕鹏飞斌浩凯波辉雪琳琴婷颖莉萍玉洁峰宇鑫帆晨阳曼欣怡"
    "佳倩雯璐瑶蕾薇琪瑞轩睿博昊哲毅俊豪帅锋龙海江云雨思嘉梦诗雅淑慧兰芬珍凤翠莲琼菲妍楠岩松柏林森彬炜煜炎"
    "晶晓旭昕晖亮光明志忠诚信义仁德福贵荣庆康宁安平国栋梁武文斐霖泽润涵清源泉淼野逸彤丹菊春冬"
)
_TRANSLITERATED = (
    "阿巴比伯布博卜查茨达丹德迪杜多恩尔法菲费弗夫福富盖戈格古哈海汉赫亨华霍基吉加贾杰金卡凯康科克肯库拉莱兰朗劳勒雷里丽利"
    "莲列林琳隆卢鲁路伦罗洛马玛迈麦曼梅蒙米莫默穆拿娜纳乃内尼尤娅涅努诺欧帕佩皮普齐奇乔乌瓦维威韦温沃希西锡夏谢辛休须罕"
    "雅亚扬耶伊因约泽扎兹祖买提冈萨孜什奥索斯桑塞瑟沙施史舒斯顿苏塔泰坦特腾图托汀孔优素艾安昂特别尼洛娃"
)
_START = r"(?:^|(?<=[,;，、。 :：(]))"
_TO = r"(?:(?:每[天周月年]|定期)?[与和跟请让由给替帮@找]|协助|支持|配合|帮助|拜托|随)"
_BEFORE = rf"(?:{_START}(?:{_TO} ?)?)"
_LEADS = r"(?:所?(?:负责|带领|主管|接手|牵头|主持|服务|领导)的)"
_TOGETHER = r"(?:共同|一起|一同|联合|团队|带领|负责|牵头|主持|复盘|的)"
_DOES = r"(?:完成|上线|拿下|发布|签下|交付|推出|取得|写出|编写|[把将])"
_NAME = "name"
# no part of a name: what joins, points or is said of any team
_CHAR = r"(?![的对在是以便新各我们他她其本该由被后前来自将已未不课题项目改重专])[㐀-鿿]"

_PERSON = late(
    rf"{_BEFORE}(?P<name>(?!周平|田野)(?:欧阳|上官|司马|诸葛|司徒|[{_SURNAME}])[{_GIVEN}]{{1,2}})(?=[㐀-鿿 ])"
)
_LEADER = late(
    rf"{_START}[让由与]?(?P<name>(?:{_CHAR}){{2,4}}(?:·[㐀-鿿]{{1,6}})?|[a-z][a-z .'-]{{1,30}}?) ?(?={_LEADS})"
)
_MIXED_SURNAME = late(
    rf"{_BEFORE}(?P<name>(?:欧阳|上官|司马|诸葛|司徒|[{_SURNAME}])[㐀-鿿]{{1,2}})"
    rf"(?={_LEADS}|共同|一起|一同|团队(?!的?建设|协作|合作|能力))"
)
_DOUBLE_SURNAME = late(
    rf"{_BEFORE}(?P<name>(?:欧阳|上官|司马|诸葛|司徒)[㐀-鿿]{{1,2}})(?={_DOES}|{_TOGETHER}|每|与|参加|组织|拜访|[ ])"
)
# a given name that is a word elsewhere (王大力): only after a surname that begins next to no other word
_WORDLIKE = late(
    rf"{_BEFORE}(?P<name>[王李刘陈赵吴朱郭宋郑韩冯邓曹彭曾肖董袁潘蒋蔡魏吕沈姚卢崔谭廖贾邹熊孟秦邱薛许梁杨][㐀-鿿]{{2}})"
)
_DOTTED = late(rf"(?P<name>[{_TRANSLITERATED}]{{1,6}}(?:·[{_TRANSLITERATED}]{{1,7}})+)")
_TEAM_ACTS = late(
    rf"{_START}(?!支持|协助|配合|帮助|推动|组织|保障)(?P<name>(?:{_CHAR}){{2,4}}?)(?:小队|战队|小组|班组|组|部)(?={_DOES})"
)
_TEAM_SERVED = late(
    rf"{_START}(?:支持|协助|配合|保障|让|与|和|继续为)(?P<name>(?:{_CHAR}){{2,4}}?)(?:小队|战队|小组|班组|车间|组(?=[的日])|一?部(?=[的日]))"
)
_LATIN_NAME = r"[A-Z][a-zà-ɏḁ-ỹ]+(?:[ .-]{1,2}[A-Z]['’A-Za-zà-ɏḁ-ỹ]+){0,3}"
_LATIN = late(
    rf"{_BEFORE}(?P<name>{_LATIN_NAME}) ?"
    rf"(?=的?(?:团队|小组|小队|组|班)|{_LEADS}|{_DOES}|共同|一起|每[天周月]|组织|招到|招聘|拜访|走访|参加|做好|为|的小|的志愿)"
)
_TEAM_LATIN = late(r"(?P<name>[Tt]eam [A-Z][a-z]+|(?:[A-Z][a-z]+ ){1,2}(?:squad|team|crew))")
_MEMBERS = frozenset(
    "我们 他们 她们 团队 公司 部门 本部门 全员 小组 本人 自己 个人 专人 本组 各组 项目 产品 销售 研发 技术 运营 市场"
    " 客户 本团队 目前 今年".split()
)


def chinese_names(text: str, folded: str) -> Iterator[tuple[int, int]]:
    """Ranges of names, in any order; they may overlap."""
    for pattern in (_PERSON, _LEADER, _MIXED_SURNAME, _DOUBLE_SURNAME, _TEAM_ACTS, _TEAM_SERVED):
        for match in pattern.finditer(folded):
            if match[_NAME] not in _MEMBERS:
                yield match.span(_NAME)
    for match in _WORDLIKE.finditer(folded):
        start, end = match.span(_NAME)
        if any((hit.start, hit.end) == (1, end - start) for hit in lexicon_matcher().hits(folded[start:end])):
            yield start, end
    if "·" in folded:
        for match in _DOTTED.finditer(folded):
            yield match.span(_NAME)
    for pattern in (_LATIN, _TEAM_LATIN):
        for match in pattern.finditer(text):
            yield match.span(_NAME)
