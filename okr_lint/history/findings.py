"""D501–D504: matches for what became of the statements, by document of the new version."""

from __future__ import annotations

from collections.abc import Sequence

from okr_lint.alignment import Said as Told
from okr_lint.alignment.words import content
from okr_lint.checks.match import Match
from okr_lint.fingerprint import normalised
from okr_lint.history.ambition import explained, softer
from okr_lint.history.changes import Change, Said
from okr_lint.history.cycles import cycle_of, next_cycle
from okr_lint.language import Analysis

_WORK = ("output", "activity")


def judge(changes: Sequence[Change]) -> dict[str, list[Told]]:
    """What there is to say of some changes: rule and match, by path of the new version's document."""
    told: dict[str, list[Told]] = {}
    new_for = {id(c.old.objective): c.new for c in changes if c.old and c.new and c.new.is_objective}
    added = [c.new for c in changes if c.new and c.old is None and not c.new.is_objective]
    home = next((c.new.document.path for c in changes if c.new), None)
    gone_objectives = {id(c.old.objective) for c in changes if c.old and c.new is None and c.old.is_objective}
    for change in changes:
        old, new = change.old, change.new
        if old is not None and new is not None:
            for code, match in _kept(old, new):
                told.setdefault(new.document.path, []).append(Told(code, match))
        elif old is not None and not old.statement.dropped:
            partner = new_for.get(id(old.objective))
            path = partner.document.path if partner else home
            if path is None or (not old.is_objective and id(old.objective) in gone_objectives) or _reached(old):
                continue  # the whole objective is gone: said once
            code, gone = _gone(old, partner, added)
            if gone is not None:
                told.setdefault(path, []).append(Told(code, gone))
    return told


def _kept(old: Said, new: Said) -> list[tuple[str, Match]]:
    """What is to be said of a statement that is still there."""
    statement = new.statement.id
    if new.statement.dropped:
        return []
    if not new.is_objective and _became_task(old.analysis, new.analysis):
        return [("D504", Match(statement=statement, params={"old": _short(old.statement.text)}))]
    another = next_cycle(old, new)
    if another and not new.is_objective and not old.statement.dropped:
        params = {"old": cycle_of(old) or ""}
        if normalised(old.statement.text) == normalised(new.statement.text):
            return [("D503", Match(statement=statement, params=params))]
        if _undated(old) == _undated(new):
            return [("D503", Match(statement=statement, message="rescheduled", params=params))]
    found = softer(old, new, deadlines=not another)  # a deadline beside an unchanged text may have moved
    if found is None or explained(old, new):
        return []
    return [("D501", Match(statement=statement, message=found.what, params={"old": found.old, "new": found.new}))]


def _gone(old: Said, partner: Said | None, added: Sequence[Said]) -> tuple[str, Match | None]:
    """An old statement without a successor: a task in its place, or dropped."""
    if not old.is_objective and partner is not None:
        words = {word for word, narrow in content(old.analysis).items() if narrow}
        for one in added:
            related = one.objective is partner.objective and words & set(content(one.analysis))
            if related and _became_task(old.analysis, one.analysis):
                return "D504", Match(statement=one.statement.id, params={"old": _short(old.statement.text)})
    if partner is not None and next_cycle(old, partner):
        return "D502", None  # a cycle has ended: what is not carried over needs no word
    if partner is None and old.is_objective and _ended(old, added):
        return "D502", None
    params = {"old": _short(old.statement.text), "label": old.statement.label or old.statement.id}
    at = partner.statement.id if partner is not None and not old.is_objective else None
    return "D502", Match(statement=at, message="objective" if old.is_objective else "default", params=params)


def _became_task(old: Analysis, new: Analysis) -> bool:
    """A level or change to reach before, and only work or a thing to deliver now."""
    if not any(
        q.target is not None and (q.direction or q.baseline is not None or q.unit == "%") for q in old.quantities
    ):
        return False
    if any(q.direction or q.baseline is not None or q.unit == "%" for q in new.quantities):
        return False
    head = new.head
    return head is not None and head.verb_class in _WORK


def _undated(said: Said) -> str:
    """The text without its dates."""
    left = said.statement.text
    for date in sorted(said.analysis.dates, key=lambda one: -one.start):
        left = left[: date.start] + left[date.end :]
    return normalised(left)


def _ended(old: Said, added: Sequence[Said]) -> bool:
    return any(next_cycle(old, one) for one in added[:1])


def _reached(old: Said) -> bool:
    """Whether the old version says that it was done."""
    context = old.statement.context
    said = " ".join(text for text in (context.progress, context.status) if text).lower()
    if "incomplete" in said or "not " in said:
        return False
    return "100%" in said or any(
        word in said for word in ("done", "complete", "achieved", "已完成", "已达成", "✅", "✔")
    )


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
