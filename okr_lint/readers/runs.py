"""Lists as a whole: what their items have in common decides what an unlabelled item is."""

from __future__ import annotations

from collections.abc import Callable

from okr_lint.lean_dataclasses import dataclass
from okr_lint.patterns import late
from okr_lint.readers.folding import fold
from okr_lint.readers.labels import BOTH, KEY_RESULT, OBJECTIVE, Label
from okr_lint.readers.outline import Block
from okr_lint.readers.placeholders import is_placeholder
from okr_lint.readers.prose import is_advice, is_prose
from okr_lint.readers.results import before_result
from okr_lint.readers.roles import announces, is_lead
from okr_lint.readers.states import begins_with_state

_REPORT = late(
    r"(?:okr|o|kr|objective|key result) ?\d[\d.]{0,3}(?: ?(?:/|&|,|and|和) ?(?:okr|o|kr) ?\d[\d.]{0,3}){0,3}"
    r"(?:'s)? ?(?:is|are|was|were|has|have|had|will|looks|stays|lags|的|是|已|目前|进展|基本|暂|还)"
)


_BEGIN_LABELS = frozenset("OoKk")
_DATE_SIGNS = frozenset("0123456789[(wWKS第")
_DATED = late(
    r"[\[(]?(?:20\d\d[-/.]\d{1,2}[-/.]\d{1,2}|(?:0?[1-9]|1[0-2])/(?:[12]\d|3[01]|0?[1-9])(?:/(?:20)?\d\d)?|"
    r"(?:1[0-2]\.(?:[12]\d|3[01]|0?[1-9])|(?:0?[1-9])\.(?:[12]\d|3[01]|0[1-9])))"
    r"[\])]?(?:[:：,]|[ \t　]{1,3}(?!(?:之|以)?前)[^\d\s])|"
    r"\d{1,2}月\d{1,2}[日号](?! ?(?:之|以)?[前起内]|开始)|"
    r"(?:[wW]|[wW]k|[wW]eek|KW|Sprint) ?\d{1,2}(?: ?\([^()]{1,12}\))? ?(?:[:：]|[–—-] )|"
    r"第 ?[一二三四五六七八九十\d]{1,3} ?[周週] ?[:：（(]"
)

# what went well and what did not: "GOOD: …", "BAD: …", "TRY: …"
_LOOKED_BACK = late(
    r"(?:(?:the )?(?:good|bad|ugly)|try|keep|problems?|went well|went (?:badly|wrong)|(?:what )?(?:went|worked) well|"
    r"(?:what )?(?:did not|didn't|didn’t) (?:go well|work)|to improve|improve|liked|learned|learnt|lacked|longed for|"
    r"mad|sad|glad|plus|minus|delta|pros?|cons?|start|stop|continue|more of|less of|roses?|thorns?|buds?|"
    r"做得好的?|做得不好的?|好的|不好的|亮点|不足|不足之处|待改进|需改进|改进|改进点|保持|问题|尝试|收获|遗憾|教训|经验|开始做|"
    r"停止做|继续做|多做|少做) ?:"
)
# when in a cycle something is done: "Two weeks before the quarter: …", "First Monday: …"
_UNIT = r"(?:days?|weeks?|months?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|quarters?|sprints?)"
_SCHEDULED = late(
    rf"(?:(?:about )?(?:an?|one|two|three|four|five|six|seven|eight|ten|twelve|\d{{1,2}}) {_UNIT} (?:before|after|into|"
    rf"ahead of|later)|(?:the )?(?:every|each|first|second|third|fourth|last|final|middle|mid|end|start|beginning)"
    rf"(?:[ -](?:of )?(?:the )?(?:{_UNIT}|cycle|year))|"
    r"(?:季度|季|月|年|周期)(?:初|中|末|底|开始前|结束后|结束前)|(?:每|第)[一二三四五六七八九十两\d]{0,2}个?(?:周|月|季度)[一二三四五六末初底]?|"
    r"(?:提前|开始前|结束前|结束后)[一二三四五六七八九十两\d]{1,2}(?:天|周|个月))[^:]{0,30}:"
)
_YEAR = late(r"(?:19|20)\d\d ?年?[:：]")


@dataclass(slots=True)
class Run:
    """List items that follow each other.

    Attributes:
        labelled: some are labelled objectives or key results.
        members: the items.
        nested: some have items below them.
        nested_beside: only other lists of the same section have items below theirs.
        before: the block in front of the list, or None.
        dated: most items begin with a date: a log.
        filed: most items begin with where they belong in a look back or a calendar ("GOOD: …", "First Monday: …").
        yearly: every item begins with a year: what was done in it, or what is to be reached by then.
        in_front: the list stands in front of the OKRs.
        reports: an item says how one of the OKRs is doing ("O1 is on track"): so does "KR3: no change" beside it.
    """

    labelled: bool
    members: list[Block]
    nested: bool
    nested_beside: bool
    before: Block | None
    dated: bool = False
    filed: bool = False
    yearly: bool = False
    reports: bool = False
    in_front: bool = False

    def speaks(self) -> bool:
        """Whether many of the items speak to the reader about OKRs."""
        said = [before_result(item.passage) for item in self.members]
        speaking = sum(map(is_advice, said))
        return speaking * 3 >= len(said) and (speaking > 1 or is_prose(said[0]))


def runs_of(blocks: list[Block], label: Callable[[Block], Label | None]) -> dict[int, Run]:
    """The run of every list item among siblings, by the item's ``id``."""
    found: list[Run] = []
    for i, block in enumerate(blocks):
        if block.kind == "item":
            if i == 0 or blocks[i - 1].kind != "item":
                found.append(Run(False, [], False, False, blocks[i - 1] if i else None))
            found[-1].members.append(block)
    for run in found:
        labels = [label(item) for item in run.members]
        run.labelled = any(said.role in (OBJECTIVE, KEY_RESULT) for said in labels if said is not None)
        run.reports = run.labelled and any(
            said is None and item.text[:1] in _BEGIN_LABELS and _REPORT.match(fold(item.text))
            for item, said in zip(run.members, labels, strict=True)
        )
        run.reports = run.reports or _mostly_states(run.members, labels)
        if not all(said and said.number and said.start == 0 and said.name[0].isalpha() for said in labels):
            run.dated = _mostly_dated(run.members)
            run.filed = _mostly_filed(run.members)
            run.yearly = len(run.members) > 1 and all(_YEAR.match(item.text) for item in run.members)
        run.nested = any(child.kind == "item" for item in run.members if item.children for child in item.children)
    nested_anywhere = any(run.nested for run in found)
    for run in found:
        run.nested_beside = nested_anywhere and not run.nested
    return {id(item): run for run in found for item in run.members}


def _mostly_dated(members: list[Block]) -> bool:
    """Whether most items begin with a date."""
    dated = (item.text[:1] in _DATE_SIGNS and _DATED.match(item.text) is not None for item in members)
    return sum(dated) * 2 >= len(members)


def _mostly_filed(members: list[Block]) -> bool:
    """Whether most items say where they belong: in a look back ("GOOD: …") or in a calendar ("First Monday: …")."""
    heads = [fold(item.text[:60]) for item in members]
    if len(heads) < 2 or sum(":" in head for head in heads) * 2 < len(heads):
        return False
    return any(sum(bool(kind.match(head)) for head in heads) * 2 >= len(heads) for kind in (_LOOKED_BACK, _SCHEDULED))


def _mostly_states(members: list[Block], labels: list[Label | None]) -> bool:
    """Whether most labelled items say how the OKRs are doing or what became of them: "O3: removed"."""
    found = [(of, item.text) for of, item in zip(labels, members, strict=True) if of is not None]
    bodies = [text[of.body :] for of, text in found if of.body < len(text)]
    if len(bodies) < 2:
        return False
    others = 0
    for body in bodies:
        # "KR2 TBD" beside a result is a blank, not the state of an OKR
        others += not begins_with_state(body) or is_placeholder(body)
        if others * 2 > len(bodies):
            return False
    return True


def is_objective_item(block: Block, run: Run) -> bool:
    """Whether an unlabelled item in a list of OKRs is an objective: it, or its list, has two levels."""
    if is_prose(block.text) or (is_lead(block.text) and not block.items()):
        return False
    if block.items():
        return True
    if run.nested_beside:
        return False
    before = run.before
    return before is None or before.kind != "line" or announces(before.text) in (OBJECTIVE, BOTH) or run.nested
