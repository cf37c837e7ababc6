"""A linter with a memory finds what one without finds, whatever the text went through before."""

from __future__ import annotations

import random

import pytest

from okr_lint.checks.match import Match, ObjectiveSet, Subject
from okr_lint.checks.recall import Recall, WatchedSubject, try_rule
from okr_lint.linter import FileResult, Linter
from okr_lint.memory import Memory
from okr_lint.model import Objective
from okr_lint.reporters.json_report import file_object

LINES = [
    "# 增长组 2026 Q4",
    "负责人：小周",
    "## O1：让门店店长轻松排班",
    "## O2: Small bakeries trust our delivery times",
    "## O3：成为最好的团队，并且降低成本 20%",
    "- 上级目标：O1",
    "- KR1：优化排班流程",
    "- KR2：排班耗时从 95 分钟降到 10 分钟",
    "- KR2：排班耗时从 95 分钟降到 10 分钟",
    "- KR3: Work with drivers on communication and cut costs by 10%",
    "- KR4: Late deliveries per 1,000 orders down from 41 to 15",
    "- ~~KR5：组织 3 场培训~~",
    "- KR6：尽量提升体验 TBD",
    "",
]


def shown(result: FileResult) -> object:
    return file_object(result)


@pytest.mark.parametrize("seed", range(6))
def test_the_same_findings_with_and_without_memory(seed: int) -> None:
    chance = random.Random(seed)
    remembering, plain = Linter(memory=Memory()), Linter()
    lines = list(LINES)
    for _ in range(25):
        kind = chance.randrange(4)
        at = chance.randrange(len(lines))
        if kind == 0:
            lines.insert(at, chance.choice(LINES))
        elif kind == 1 and len(lines) > 3:
            del lines[at]
        elif kind == 2:
            lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]
        else:
            cut = chance.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:cut] + chance.choice(["好", " 20%", "并且", "x", "("]) + lines[at][cut:]
        text = ("\n" if seed % 2 else "\n\n").join(lines)  # with blank lines it is read by sections
        assert shown(remembering.check_text(text)) == shown(plain.check_text(text))


def test_a_set_whose_statements_move_apart_is_judged_anew() -> None:
    """A finding that a rule about the objective makes on a key result stands where that is now."""
    remembering, plain = Linter(memory=Memory()), Linter()
    for between in ("- ~~KR1：组织 3 场培训~~", "- ~~KR1：组织 3 场大培训~~", ""):
        text = f"## O1：让门店轻松排班\n{between}\n- KR2：成本下降 10%\n- KR3：排班耗时从 95 分钟降到 10 分钟\n"
        result = remembering.check_text(text)
        assert "K205" in [finding.code for finding in result.findings]
        assert shown(result) == shown(plain.check_text(text))


def test_the_least_recently_used_are_forgotten() -> None:
    memory = Memory(size=2, recall=Recall(size=1))
    first = memory.analysis("a")
    assert first.language == "en"
    again = memory.analysis("a")
    assert again is not first
    assert again.__dict__["language"] == "en"  # not computed again
    memory.analysis("b")
    memory.analysis("c")
    assert "language" not in memory.analysis("a").__dict__
    one = Objective("Be the best", id="O1")
    assert memory.understand(one) is memory.understand(one)
    memory.recall.put("x", [])
    memory.recall.put("y", [])
    assert memory.recall.get("x") is None
    assert memory.recall.get("y") == []


def test_a_check_that_looks_beyond_its_set_is_not_remembered() -> None:
    linter = Linter()
    rule = linter.engine.rules["K201"]
    document = linter.check_text("# O1: Be the best\n").document
    assert document
    subject = Subject(document, linter.settings, sets=[])
    assert try_rule(rule, lambda s: [Match(0, 1)], subject) == ((Match(0, 1),), True)
    assert try_rule(rule, lambda s: [Match(0, len(s.sets))], subject)[1] is False
    assert try_rule(rule, lambda s: [Match(0, 1, place=s.document.path)], subject)[1] is False
    assert try_rule(rule, lambda s: [Match(0, 1, place="x")], subject)[1] is False
    watched = WatchedSubject.watching(subject)
    assert watched.document is document
    assert watched.looked_beyond
    sets: list[ObjectiveSet] = []
    watched.sets = sets
    assert watched.sets is sets


def test_a_struck_out_key_result_keeps_its_number_and_gets_no_finding() -> None:
    text = "## O1：让门店店长轻松排班\n- KR1：差评率从 8% 降到 3%\n- ~~KR1：组织 3 场培训~~\n- KR4：离职率从 9% 降到 5%"
    found = [f.statement for f in Linter().check_text(text).findings if f.code == "F004"]
    assert found == ["O1/KR3"]
