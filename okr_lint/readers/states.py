"""Reports and lists of changes: what stands behind a label there is a state of the OKR ("O3: removed"), not the OKR."""

from __future__ import annotations

from functools import lru_cache

from okr_lint.patterns import late
from okr_lint.readers.asides import STATUS
from okr_lint.readers.folding import fold

_PAUSE = r"(?=\s{0,2}(?:[,.;:!(）)、。—–|]|-(?=\s|$)|$)|\s-)"  # "good-first-issue" goes on
_STATE = late(
    r"(?:(?:is |now |still |currently |fully |partly |partially |nearly |almost |mostly |mainly |looks? |not )*"
    rf"(?:{STATUS}|unchanged|no change|no changes|no update|no updates|removed|deleted|paused|on hold|"
    r"postponed|deferred|split|reworded|rephrased|renamed|clarified|added|kept|as is|carried over|closed|archived|"
    r"behind schedule|ahead|ahead of plan|finished|failed|met|reached|started|ongoing|good|ok|okay|fine|green|yellow|"
    r"amber|red|stuck|slipping|tbd|tbc)"
    + _PAUSE
    + r"|moved (?:in)?to |merged (?:in)?(?:to|with) |new (?:owner|wording|target|deadline)\b|replaced by |"
    r"(?:target|owner|deadline|due date|wording|baseline|scope|title|text) (?:was |is |has been )?(?:lowered|raised|"
    r"changed|reduced|increased|adjusted|moved|updated|extended|unchanged|reworded)\b|"
    r"(?:lowered|changed|adjusted) (?:from|to) |"
    r"(?:(?:整体|总体|目前|基本|已经|已|还|暂|尚|进展|进度)?"
    rf"(?:{STATUS}|不变|无变化|保持不变|没有变化|删除|移除|取消|暂停|新增|推迟|合并|拆分|修改|顺利|落后|达成|未启动|未达成|推进中|"
    r"符合预期|超预期|待定|待补充))"
    + _PAUSE
    + r"|(?:目标值?|指标|口径|负责人|措辞|截止时间|截止日期|权重) ?(?:由|从|下调|上调|调整|改成|改为|修改|不变|换成)|"
    r"(?:合并|移|挪|并|延期|推迟|调整|修改|改|更名)(?:到|至|入|为|成) ?(?!\d)"
    r")"
)
_LONGEST = 48  # characters of a state that stands alone; what is longer may be a sentence that begins like one


@lru_cache(maxsize=2048)
def begins_with_state(text: str) -> bool:
    """Whether a text begins by saying how something is doing or what became of it."""
    return _STATE.match(fold(text[:80]).strip(" *_`~“\"'")) is not None


def is_state(text: str) -> bool:
    """Whether a short text says nothing but a state: "removed", "target lowered to 30", 「不变」."""
    return len(text) <= _LONGEST and begins_with_state(text)
