"""Texts that make matchers walk back, and the CPU time that each rule takes on them.

Used by tests/trust/test_linear.py (short texts, on every run) and by benchmarks/linear.py (up to a million characters).
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path

from okr_lint import Linter
from okr_lint.alignment import align
from okr_lint.checks.match import Subject
from okr_lint.checks.registry import own_rules
from okr_lint.history.changes import compare
from okr_lint.history.findings import judge
from okr_lint.linter import _sets, understand
from okr_lint.model import Document, KeyResult, Objective, Source
from okr_lint.readers import read_text
from okr_lint.settings import Settings

# long runs, near-matches of quantities, joints and names, unclosed marks
HOSTILE = {
    "digits": "1", "spaces": " ", "signs": "+-", "commas": "，", "joints": "并且", "from": "从 1 到 ", "percent": "1% ",
    "brackets": "((", "quotes": '"', "verbs": "提升", "english": "improve and ", "hyphens": "a-", "numerals": "一二",
    "less": "不低于", "at": "@a", "dates": "3月", "slashes": "1/", "dots": "1.", "blanks": "XX%", "dashes": "—",
    "things": "客户满意，", "reached": "提高到，", "raised": "提升满意度、", "changes": "raise NPS from 3 to 5 and ",
    "changes_zh": "把续约率从 3% 提升到 5%，并", "upkeep": "持续跟进大客户的回款情况且",
    "arrows": "店长离职率：15% → 12%、", "clauses": "缩短新店筹备周期,同时降低老店人力成本，",
    "halved": "保持零投诉的同时让等候时间减半，并",
    "open": "等相关、", "absolute": "永远的", "nouns": "reading to ", "rhythm": "每个迭代、",
    "names": "Team Joy ", "dotted": "玛丽·", "served": "让王磊负责的", "letters": "a",
}  # fmt: skip
STABLE = {rule.code: rule for rule in own_rules().values() if rule.status == "stable"}

# User rules at their worst: exponential with a backtracking matcher, quadratic where every match looks ahead to the
# end, cubic with spaCy's greedy matching.
USER_RULES = {
    "X001": "match: {pattern: '(a+)+(b|a*)*c$'}",
    "X002": "match: {pattern: 'a*b|a|1*x|1|提*升x|提'}",
    "X003": "match: {tokens: [{LOWER: {NOT_IN: [zzz]}, OP: '+'}, {LOWER: zzz}]}",
    "X004": "match: {tokens: [{IS_SPACE: false, OP: '+'}]}",
    "X005": "match: {lexicon: [empty_verb, hedge, vague_degree]}",
}


def user_rules(folder: Path) -> Path:
    """Write ``USER_RULES`` as rule files into a folder."""
    for code, match in USER_RULES.items():
        head = f"code: {code}\nname: hostile-{code.lower()}\nseverity: info\napplies_to: key_result\nmessages: found\n"
        (folder / f"{code}.yaml").write_text(f"{head}{match}\n", encoding="utf-8")
    return folder


def linter_for(folder: Path | None = None) -> Linter:
    """A linter with every stable rule, and the user rules of a folder."""
    codes = (*STABLE, *(USER_RULES if folder else ()))
    return Linter(Settings(select=codes, rule_folders=(str(folder),) if folder else ()))


def document_of(text: str, path: str = "hostile") -> Document:
    """An objective and a key result with this text, which is also what the objective says it supports."""
    document = Document(path, "json", Source(""))
    document.objectives.append(Objective(text, key_results=[KeyResult(text)]))
    document.number()
    document.objectives[0].context.parent = text
    return document


def _timed(work: Callable[[], object]) -> float:
    gc.disable()
    try:
        start = time.process_time()
        work()
        return time.process_time() - start
    finally:
        gc.enable()


def seconds(linter: Linter, text: str) -> dict[str, float]:
    """CPU seconds by rule; also "read" (as Markdown), "understand" (analysis, labels), "align" (A), "compare" (D)."""
    document, other = document_of(text), document_of(text + " 2", "before")
    spent = {"read": _timed(lambda: read_text(f"## O1: {text}\n\n- KR1: {text}\n", format="markdown"))}
    start = time.process_time()
    sets = _sets(document, understand(document))
    spent["understand"] = time.process_time() - start
    one = sets[0]
    judged = [("objective", one.objective), ("key_result", one.key_results[0])]
    subjects = [
        (kind, Subject(document, linter.settings, j, one.objective, one.key_results, sets)) for kind, j in judged
    ]
    whole = Subject(document, linter.settings, sets=sets)
    for code, rule in linter.engine.rules.items():
        check = linter.engine._checks[code]
        if "produced_by" in rule.match:
            continue  # "read", "align" and "compare" are their time
        if rule.applies_to == "document":
            spent[code] = _timed(lambda check=check: list(check(whole)))  # type: ignore[misc]
            continue
        fitting = [
            s
            for kind, s in subjects
            if rule.applies_to in ("statement", kind) or (rule.applies_to, kind) == ("set", "objective")
        ]
        spent[code] = _timed(lambda check=check, fitting=fitting: [list(check(s)) for s in fitting])  # type: ignore[misc]
    spent["align"] = _timed(lambda: align([document], [other]))
    spent["compare"] = _timed(lambda: judge(compare([other], [document])))
    return spent
