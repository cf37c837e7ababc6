"""Remarks behind a statement are taken off; brackets that belong to the sentence stay."""

import pytest
from outcome import check_separated

from okr_lint.readers.inline import passage_of
from okr_lint.readers.metadata import separate

TAKEN = [
    ("Waste below 6% ⏳ 35% (last weekend 8.9%)", "Waste below 6%", {"status": "⏳", "progress": "35%"}),
    ("Courier NPS up to 30 — 0.3 (ended at 17)", "Courier NPS up to 30", {"score": "0.3"}),
    ("Read 40 pages ✅ 100% (in the end)", "Read 40 pages", {"status": "✅", "progress": "100%"}),
    ("Ship the beta [0.4] (a week late)", "Ship the beta", {"score": "0.4"}),
    ("5 月前通过审核 【0.7】（5 月 19 日才过）", "5 月前通过审核", {"score": "0.7"}),
    ("同步上线安卓版 【0】砍了", "同步上线安卓版", {"score": "0"}),
    ("Three talks given [0.3] ran out of weeks", "Three talks given", {"score": "0.3"}),
    ("永久笔记增加到 500 张 ✅ 2023-06-18", "永久笔记增加到 500 张", {"status": "✅"}),
    ("40 loaves a day 📅 2023-06-30", "40 loaves a day", {"deadline": "2023-06-30"}),
    ("新仓 9 月投入使用。（8 月决定不做）", "新仓 9 月投入使用。", {}),
    ("Open the second shop in May. (the landlord backed out)", "Open the second shop in May.", {}),
    ("呼叫铃 3 分钟响应率达到 95%（牵头：信息科）", "呼叫铃 3 分钟响应率达到 95%", {"owner": "信息科"}),
    ("30 days without an outage (#398)", "30 days without an outage", {}),
    ("30 days without an outage (#398, #401)", "30 days without an outage", {}),
]
TAKEN += [
    ("20 次線上對話（5/30 完成）", "20 次線上對話", {"status": "5/30 完成"}),
    ("上线新版收银台（于 3 月 18 日上线）", "上线新版收银台", {"status": "于 3 月 18 日上线"}),
    ("让店长睡得更久（总分 0.5）", "让店长睡得更久", {"score": "0.5"}),
    ("Answer 35 letters [ - ]", "Answer 35 letters", {}),
]
KEPT = [
    "Tick [x] or [ ] in the paper",
    "新店开业（3 月 18 日前完成装修）",
    "Revenue of €1,900 (start: €1,120)",
    "临时需求减少 60%（基线：每月 212 张）",
    "20 pull-ups in a row (now: 7)",
    "Cover 80% of code (without tests)",
    "Sign 3 partners (two of them abroad)",
    "Raise NPS to 40. (was 31)",
    "复购率达到 40%。（去年 31%）",
    "Talk to 20 shops, e.g. (but not only) bakers",
    "Sell 40 loaves of rye etc. (no cake)",
    "支持 3 种语言【含阿拉伯语】",
    "Answer [1] and [2] in the paper",
    "Latency 30% lower (p95)",
    "开发支持工作降低 10%（10%）（环比）",
    "Release on 2023-06-18",
    "A1",
]
STRUCK = [
    ("~~Paper cups~~ too dear, see the budget", "Paper cups"),
    ("~~Sell shirts at the fair~~ school says no sales on the premises", "Sell shirts at the fair"),
    ("~~Bug bounty relaunched~~ dropped in March", "Bug bounty relaunched"),
    ("~~Write an article for the local paper~~ (maybe after the defence)", "Write an article for the local paper"),
    ("~~First page of the search results~~ gave up, the portals own it", "First page of the search results"),
    ("~~開發蜂蠟商品線，年營收 60 萬~~ 2 月理監事會議決議暫緩", "開發蜂蠟商品線，年營收 60 萬"),
    ("~~同步上线安卓版本~~ 【0】砍了", "同步上线安卓版本"),
    ("~~新仓 9 月投入使用。~~（8 月决定不做）", "新仓 9 月投入使用。"),
    ("~~Bug bounty relaunched~~ (Joris) budget frozen", "Bug bounty relaunched"),
    ("~~Pen test by May~~ — Mara, moved to Q3", "Pen test by May"),
    ("~~Rotate all keys~~ Joris", "Rotate all keys"),
    ("~~Rotate all keys~~ @joris no time", "Rotate all keys"),
    ("~~上线安卓版本~~（周舟）人手不够", "上线安卓版本"),
]
REWORDED = [
    "~~Sell~~ give away 20 loaves a day",
    "~~Sell cakes~~ sell bread in every shop",
    "~~Open a shop~~ Open a market stall",
    "~~Open a shop~~ run 3 market stalls",
    "~~20~~ 30 customers pay for a whole year",
    "~~Sell 20 loaves~~ Sell 30 loaves of bread and 5 cakes a day",
]


@pytest.mark.parametrize(("text", "rest", "said"), TAKEN)
def test_remarks_are_taken_off(text: str, rest: str, said: dict[str, str]) -> None:
    check_separated(text, rest, said)


@pytest.mark.parametrize("text", KEPT)
def test_what_belongs_to_the_sentence_stays(text: str) -> None:
    check_separated(text, text, {})


@pytest.mark.parametrize(("text", "rest"), STRUCK)
def test_words_behind_what_is_struck_out(text: str, rest: str) -> None:
    found = separate(passage_of(text, 0))
    assert found.dropped and found.passage.text == rest


@pytest.mark.parametrize("text", REWORDED)
def test_a_statement_put_in_other_words_is_not_dropped(text: str) -> None:
    found = separate(passage_of(text, 0))
    assert not found.dropped and found.passage.text == text.replace("~", "")


def test_a_remark_behind_a_score_in_code_marks() -> None:
    found = separate(passage_of("Share of early riders to 40% `0.6` (got to 33%)", 0))
    assert found.passage.text == "Share of early riders to 40%"
    assert found.context.said() == {"score": "0.6"} and found.context.notes == ["got to 33%"]
