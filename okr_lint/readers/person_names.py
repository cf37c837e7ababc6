"""How much a few characters at a statement's end look like the name of a person."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

from okr_lint.patterns import late
from okr_lint.readers.no_names import NO_NAMES_EN, NO_NAMES_ZH

STRONG, FAIR, WEAK, NONE = 3, 2, 1, 0

_WORD = r"[A-ZÀ-Þ]['’]?[A-Za-zß-ɏḁ-ỹ]{0,20}[a-zß-ɏḁ-ỹ](?:['’-][A-ZÀ-Þ]?[a-zß-ɏḁ-ỹ]{1,20})?"  # Tomás, O'Neill, Jean-Luc
_LATIN = late(rf"{_WORD}(?: (?:[a-z]{{2,3}} ){{0,2}}(?:[A-ZÀ-Þ]\.?|{_WORD})){{0,2}}")
_PARTICLES_TEXT = "van von de der den da di du la le del dos ten ter al el bin ibn"
_PARTICLES = frozenset(_PARTICLES_TEXT.split())
_HAN = late(r"[㐀-鿿]{2,4}")
# seldom the first character of another word; both scripts
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙朱郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡杜叶苏魏吕丁沈姚卢姜崔钟谭陆汪范廖"
    "贾夏韦邹孟熊秦邱尹薛闫阎段雷侯陶黎贺顾毛郝龚邵覃戴莫孔汤樊葛邢倪庄聂鲁翟殷詹耿俞柳甘祝阮柯章凌毕裴霍涂骆屈"
    "蒲靳欧缪娄窦戚褚蔺佟颜余胡卞程萧乔岳纪舒项管闻麦張劉陳楊黃趙吳孫羅鄭謝許韓馮鄧蕭蔣葉蘇呂盧鍾鐘譚陸範賈韋鄒"
    "閻賀顧龔湯莊聶魯塗駱顏餘喬紀項聞麥"
)
# surnames that other words begin with as often
_OTHERS = frozenset(
    "马高于任金石付方白江史钱严武康温施文牛安齐易庞左包宁尚符梅童单季成苗谷盛曲冉蓝路游辛柴鲍华喻祁房滕饶解牟艾"
    "尤阳时农司卓古简车连芦岑景党宫费卜冷晏席卫米柏宗全应池查苑迟常乐向关洪伍水万馬龍錢嚴單藍龙戎明沙海星"
)
_DOUBLE = ("欧阳", "歐陽", "上官", "司马", "司馬", "诸葛", "諸葛", "司徒", "令狐", "尉迟", "夏侯", "慕容", "皇甫")
_FAMILIAR = "阿小老大"  # 阿凯, 小周, 老唐
_TITLES_TEXT = "老师 老師 经理 經理 主任 医生 醫生 律师 总监 师傅 工 总 總 哥 姐 导"
_TITLES = _TITLES_TEXT.split(" ")
_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ship", "ware", "able", "ible", "ical", "logy", "ism", "ings")


@lru_cache(maxsize=4096)
def name_strength(text: str) -> int:
    """``STRONG`` for what is hardly anything but a name, ``NONE`` for what is none; a habit tells what is between."""
    if _LATIN.fullmatch(text):
        return _latin(text)
    if _HAN.fullmatch(text) and text not in NO_NAMES_ZH:
        return _han(text)
    return NONE


def _latin(text: str) -> int:
    from okr_lint.given_names import GIVEN_NAMES, RARER_NAMES  # few documents need them

    if any(word.islower() and word not in _PARTICLES for word in text.split(" ")):
        return NONE
    plain = text if text.isascii() else "".join(char for char in normalize("NFD", text) if char.isascii())
    first, *words = (word for word in plain.lower().replace(".", "").split(" ") if word not in _PARTICLES)
    if any(map(_is_no_name, words)):
        return NONE
    if _is_no_name(first):
        return FAIR if words and first in GIVEN_NAMES else NONE  # April Jones
    if first in GIVEN_NAMES or first in RARER_NAMES:
        return STRONG
    return FAIR if words else WEAK


def _is_no_name(word: str) -> bool:
    return word in NO_NAMES_EN or (len(word) > 5 and word.endswith(_ENDINGS))


def _han(text: str) -> int:
    first = text[0]
    for title in _TITLES:
        if text.endswith(title) and (rest := text[: -len(title)]):
            return STRONG if len(rest) <= 2 and (rest[0] in _SURNAMES or rest[0] in _OTHERS) else NONE
    if text.startswith(_DOUBLE):
        return STRONG if len(text) > 2 else WEAK
    if first in _FAMILIAR:
        return STRONG if len(text) == 2 else NONE
    if len(text) > 3:
        return NONE
    if first in _SURNAMES:
        return STRONG if len(text) == 2 or text[:2] not in NO_NAMES_ZH else WEAK
    if first in _OTHERS:
        return FAIR if text[:2] not in NO_NAMES_ZH else NONE
    return WEAK
