"""What the words of a key result show: a number, an end state, an effect, work. Worked out once per statement.

Everything here comes from the light layers; the checks that ask for tokens open the ``Doc`` themselves.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from weakref import ref

from okr_lint.checks.builtin.key_result_lead import Lead, closing_work, lead
from okr_lint.checks.gated import gated
from okr_lint.checks.match import Judged
from okr_lint.language import Analysis, Hit
from okr_lint.language.lazy import lazy
from okr_lint.language.ranges import Ranges


class Evidence:
    """Signs found in a key result, each as the hit that shows it or None; looked for when asked.

    Attributes:
        number: a number that is to be reached stands in the statement or in its context.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._to_analysis = ref(analysis)  # which keeps this object: the two would wait for a garbage collection
        self.number = bool(analysis.quantities)

    @property
    def _analysis(self) -> Analysis:
        analysis = self._to_analysis()
        assert analysis is not None  # whoever asks holds the statement
        return analysis

    @lazy
    def end_state(self) -> bool:
        """Words that name a state which is plainly reached or not."""
        return has_end_state(self._analysis)

    @lazy
    def degree(self) -> Hit | None:
        """A degree or amount without a number ("significantly", 更多)."""
        analysis = self._analysis
        degrees = analysis.found("vague_degree")
        if not degrees:
            return None
        # words of the degree lexicon that say how something is done rather than how much of it
        manner = {(hit.start, hit.end) for hit in analysis.found("manner")}
        opened = Ranges((hit.start, hit.end) for hit in analysis.found("list_open"))
        manner.update((hit.start, hit.end) for hit in degrees if opened.cover(hit.start, hit.start + 1))
        plain = [hit for hit in degrees if (hit.start, hit.end) not in manner and not _denied(analysis, hit)]
        return min(plain, key=lambda hit: (hit.term in HARDLY_DEGREES, hit.start), default=None)

    @lazy
    def change(self) -> Hit | None:
        """Something is to rise, fall, be reached ("reduce", 提升)."""
        analysis = self._analysis
        changes = [*analysis.found("direction_up"), *analysis.found("direction_down")]
        return _first(
            hit
            for hit in changes
            if not _bounds(analysis, hit) and hit.term not in ("多", "up", "under", "less", "减", "more")
        )

    @lazy
    def effect(self) -> Hit | None:
        """What is said of goes beyond the doer's own work (a metric, people's behaviour)."""
        return _first(self._analysis.found("outcome_noun"))

    @lazy
    def lead(self) -> Lead | None:
        """The verb that opens the statement."""
        return lead(self._analysis)

    @lazy
    def work(self) -> Hit | None:
        """The noun of work that the statement amounts to."""
        return closing_work(self._analysis)

    @lazy
    def cadence(self) -> Hit | None:
        """A rhythm (每周, regular)."""
        return _first(self._analysis.found("cadence"))

    @lazy
    def soft(self) -> Hit | None:
        """Hedge, slogan, upkeep: nothing that could be checked."""
        return _first([*self._analysis.found("doubt"), *self._analysis.found("slogan")])


def evidence(judged: Judged) -> Evidence:
    """The signs of a key result."""
    analysis = judged.analysis
    found: Evidence | None = analysis.kept.get("evidence")
    if found is None:
        found = analysis.kept["evidence"] = Evidence(analysis)
    if not found.number and judged.statement.context.target:
        found.number = True
    return found


def tells_current(judged: Judged) -> bool:
    """Whether it is said beside a key result where things stand; a share in brackets is read as its progress."""
    context = judged.statement.context
    if context.baseline or context.current:
        return True
    return bool(context.progress) and any(quantity.unit == "%" for quantity in judged.analysis.quantities)


# words that say how long or of what rather than how much: named where no other is there
HARDLY_DEGREES = ("持续", "不断", "相关", "一定", "continuously")
_BOUNDS = (
    "不多于",
    "不少于",
    "不高于",
    "不低于",
    "高于",
    "低于",
    "以上",
    "以内",
    "以下",
    "达",
    "达到",
    "达标",
    "增",
    "增量",
    "提前到",
)


def _bounds(analysis: Analysis, hit: Hit) -> bool:
    """Whether a word of direction bounds or denies (不高于, 不增加) instead of telling of a change."""
    return hit.term in _BOUNDS or analysis.normal[max(0, hit.start - 1) : hit.start] in ("不", "未", "没")


def _denied(analysis: Analysis, hit: Hit) -> bool:
    """ "no more", 不再更多: a state, not a degree."""
    return analysis.normal.endswith(("no ", "not "), 0, hit.start)


def _first(hits: Any) -> Hit | None:
    return min(hits, key=lambda hit: hit.start, default=None)


@lru_cache(maxsize=1)
def _patterns() -> dict[str, Any]:
    return gated(
        {
            "zh": (
                r"至少|[一1] ?[个张份本套名篇家场支]|[一两1-9]次|形成|发文|打通|消除|不断|出一|完(?:成|毕|工|结)"
                r"|[写做搭建办弄排录选敲批交改换跑编印装修配布置开列学看读背考拆迁迁签学测走](?:好|完|出|成|掉|齐|满|上|下来|定)(?:了|,|$|一|《|全|所|每|并|,)"
                r"|到位|就位|到手|定[稿版]|上[线架云墙]|下[线架]|发布|公[布示告开]|生效|启用|投产|开[放通源业]|签[订署字约]|[续重]签|通过|获批|过审|批[复下准]|拿[到下]|取得|获得"
                r"|成立|落成|验收|归零|清[零空出]|冻结|改[版为成用]|重[写做绘画]|换成|全部|全数|全量|所有|每[个家位名份本条台篇]|均[已可]|都[有能配]|无[漏一需须]|没有一|可用"
                r"|敲定|收录|入库|入职|交付|切换|关停|退[役租掉]|停用|终止"
                r"|迁移|迁[完到]|接[入收]|支持|导入|输出|打样|录好|挂[出上]|贴[上到]|附上|齐全部|能跑|跑起来|续签|拆分|转正|毕业|到岗|开出|拿奖|获奖|当日|第一|超过|不低于|不用"
            ),
            "en": (
                r"\b(?:all|every|each|no|zero|none|nobody|everyone|everybody|any|live|ga|online|offline|public"
                r"|ready|done|finished|complete|in (?:place|production|force|use|service|public beta|the repo"
                r"|stock)"
                r"|on board|go(?:es)? live|switched (?:on|off)|turned (?:on|off)|signed off|sign-off"
                r"|up to and including|twice|once|without"
                r"|by (?:end|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
                r"|first|can|accepted|passed|approved"
                r"|published|released|shipped|launched|merged|migrated|installed|signed|submitted|closed|removed"
                r"|opened|handed|rewritten|replaced|rolled out|trained|held|written|tagged|frozen|deployed"
                r"|documented|selected|agreed|booked|moved|fixed)\b"
            ),
        }
    )


def end_state_words(analysis: Analysis) -> list[tuple[int, int]]:
    """Where the words of an end state stand; "every Wednesday" is a rhythm and no such word."""
    pattern = _patterns()["en" if analysis.language == "en" else "zh"]
    rhythm = Ranges((hit.start, hit.end) for hit in analysis.found("cadence"))
    places = [m.span() for m in pattern.finditer(analysis.normal)]
    return [(a, b) for a, b in places if not rhythm.cover(a, a + 1)]


def has_end_state(analysis: Analysis) -> bool:
    """Whether the statement names a state that is plainly reached or not (or a finished thing by name)."""
    if end_state_words(analysis):
        return True
    named = any(one.kind in ("version", "label") for one in analysis.non_targets)
    return named or "《" in analysis.text or bool(analysis.found("one_shot"))
