"""Matching by meaning and measure, and what counts as softer."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from okr_lint.history import SideError, compare, paired, read_side
from okr_lint.history.ambition import softer
from okr_lint.history.findings import judge
from okr_lint.readers import read_text
from okr_lint.reporters.changes import kind, lines
from okr_lint.reporters.terminal import Paint


def _changes(old: str, new: str) -> list[tuple[str, str]]:
    made = compare([read_text(old)], [read_text(new)])
    return [(kind(one), one.either.statement.text) for one in made]


def test_order_numbers_and_wording_do_not_matter() -> None:
    old = (
        "# O1: Bikes come back clean\n"
        "- KR1: Wash time falls from 9 to 4 minutes\n- KR2: Rust claims fall from 80 to 20\n"
    )
    new = (
        "# O3: Bikes come home clean\n"
        "- KR1: Claims for rust fall from 80 to 20\n- KR2: Wash time falls from 9 to 3 minutes\n"
    )
    assert _changes(old, new) == [
        ("reworded", "Bikes come home clean"),
        ("reworded", "Claims for rust fall from 80 to 20"),
        ("retargeted", "Wash time falls from 9 to 3 minutes"),
    ]


def test_what_is_new_and_what_is_gone() -> None:
    old = "# O1: 让单车干净回家\n- KR1: 洗车时间从 9 分钟缩短到 4 分钟\n- KR2: 生锈投诉从 80 起降到 20 起\n"
    new = "# O1: 让单车干净回家\n- KR1: 洗车时间从 9 分钟缩短到 4 分钟\n- KR2: 夜间借车人数从 200 增加到 500\n"
    assert _changes(old, new)[-2:] == [
        ("added", "夜间借车人数从 200 增加到 500"),
        ("dropped", "生锈投诉从 80 起降到 20 起"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Raise returns from 40% to 70%", "Raise returns from 40% to 60%", "target"),
        ("Raise returns from 40% to 70%", "Raise returns from 40% to 80%", None),
        ("Cut claims from 80 to 20", "Cut claims from 80 to 30", "target"),
        ("Keep claims under 20 a week", "Keep claims under 35 a week", "target"),
        ("At least 12 depots open late", "At least 9 depots open late", "target"),
        ("Raise returns by 20%", "Raise returns by 10%", "target"),
        ("Raise returns from 40% to 70%", "Raise returns from 55% to 70%", None),
        ("投诉降到 20 起以内", "投诉降到 50 起以内", "target"),
        ("Boarding takes under 15 seconds", "Boarding takes under half a minute", "target"),
        ("Boarding takes under 45 seconds", "Boarding takes under half a minute", None),
        ("Cut the wait from 3 hours to 40 minutes", "Cut the wait from 3 hours to 1 hour", "target"),
        ("平均等待从 90 秒缩短到 30 秒", "平均等待从 90 秒缩短到 1 分钟", "target"),
        ("平均等待从 3 天缩短到 1 天", "平均等待从 3 天缩短到 20 小时", None),
        ("Raise returns from 40% to 70%", "Raise returns a lot", "gone"),
        ("续借率从 40% 提升到 70%", "续借率有提升", "gone"),
        ("12 depots open late", "Depots open late", None),
        ("6 月底前 12 个网点通宵开门", "8 月底前 12 个网点通宵开门", "deadline"),
        ("8 月底前 12 个网点通宵开门", "6 月底前 12 个网点通宵开门", None),
    ],
)
def test_softer(old: str, new: str, expected: str | None) -> None:
    documents = [
        read_text(f"---\ncycle: 2026\n---\n# O1: Bikes come back clean\n- KR1: {text}\n") for text in (old, new)
    ]
    change = next(c for c in compare(documents[:1], documents[1:]) if c.new and not c.new.is_objective)
    assert change.old and change.new
    found = softer(change.old, change.new, deadlines=True)
    assert (found.what if found else None) == expected


@pytest.mark.parametrize(
    ("old", "new", "moved"),
    [
        ("by Q2", "by Q3", True),
        ("by the end of Q2", "by the end of Q3", True),
        ("by 10 March", "by 20 March", True),
        ("by 2026-06-30", "by 2026-07-02", True),
        ("by mid-year", "by the end of the year", True),
        ("by FY26 Q2", "by FY26 Q3", True),
        ("by November 2026", "by January 2027", True),
        ("by early June", "by late June", True),
        ("(due: 2026-06-30)", "(due: 2026-09-30)", True),
        ("by 10 March", "", True),
        ("", "by 10 March", False),
        ("by Q3", "by Q2", False),
        ("by 20 March", "by 10 March", False),
        ("by Q2", "by June", False),
    ],
)
@pytest.mark.parametrize("title", ["Depots, 2026", "Depots"])
def test_a_later_deadline_is_found_with_and_without_a_year(title: str, old: str, new: str, moved: bool) -> None:
    if not new and title == "Depots":
        moved = False  # no cycle: nobody knows when it ends
    documents = [
        read_text(f"# {title}\n\n## O1: Bikes come back clean\n- KR1: Rust claims fall from 80 to 20 {text}\n")
        for text in (old, new)
    ]
    found = [match.message for told in judge(compare(documents[:1], documents[1:])).values() for _, match in told]
    assert found == (["deadline"] if moved else [])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("二季度末前", "三季度末前", ["D501"]),
        ("Q2 前", "Q3 前", ["D501"]),
        ("上半年内", "年底前", ["D501"]),
        ("6月上旬前", "6月下旬前", ["D501"]),
        ("三季度末前", "二季度末前", []),
    ],
)
def test_a_later_deadline_is_found_in_chinese(old: str, new: str, expected: list[str]) -> None:
    documents = [
        read_text(f"---\ncycle: 2026年\n---\n# O1: 让单车干净回家\n- KR1: {text}生锈投诉从 80 起降到 20 起\n")
        for text in (old, new)
    ]
    told = judge(compare(documents[:1], documents[1:]))
    assert [code for some in told.values() for code, _ in some] == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("2026 Q2", "2026 Q3", [("D503", "O1/KR1", "default")]),  # another cycle
        ("2026 Q2", "2026 Q2–Q3", [("D501", "O1", "deadline")]),  # the same one goes on for longer
        ("2026", "2026 Q3", [("D503", "O1/KR1", "default")]),
    ],
)
def test_a_cycle_that_moved(old: str, new: str, expected: list[tuple[str, str, str]]) -> None:
    documents = [
        read_text(f"---\ncycle: {cycle}\n---\n# O1: Bikes come back clean\n- KR1: Rust claims fall from 80 to 20\n")
        for cycle in (old, new)
    ]
    told = judge(compare(documents[:1], documents[1:]))
    assert [(code, m.statement, m.message) for some in told.values() for code, m in some] == expected


def test_quarters_of_a_title_that_became_two() -> None:
    documents = [
        read_text(f"# Depots, {cycle}\n\n## O1: Bikes come back clean\n\n- KR1: Claims fall from 80 to 20\n")
        for cycle in ("2026 Q3", "2026 Q3-Q4")
    ]
    told = judge(compare(documents[:1], documents[1:]))
    assert [(code, m.statement, m.message) for some in told.values() for code, m in some] == [
        ("D501", "O1", "deadline")
    ]


def test_carried_over_with_nothing_but_another_date() -> None:
    documents = [
        read_text(f"---\ncycle: {cycle}\n---\n# O1: Bikes come back clean\n- KR1: Claims fall from 80 to 20 by {day}\n")
        for cycle, day in (("2026 Q2", "30 June"), ("2026 Q3", "30 September"))
    ]
    changes = compare(documents[:1], documents[1:])
    told = judge(changes)
    assert [(code, m.message) for some in told.values() for code, m in some] == [("D503", "rescheduled")]
    assert [kind(change) for change in changes] == ["same", "reworded"]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("Claims fall from 80 to 40", ["D501"]),
        ("Claims fall from 80 to 40 (changed because the new lock is late)", []),
        ("Claims fall from 80 to 40, reason: the new lock is late", []),
        ("Claims fall from 80 to 40 (lowered: half of the depots closed)", []),
        ("Claims fall from 80 to 40 (changed because ⟨why⟩)", ["D501"]),
        ("Claims fall from 80 to 40 (调整原因:新锁晚到)", []),
        ("Claims fall from 80 to 40 (调整原因:⟨为什么⟩)", ["D501"]),
    ],
)
def test_whoever_says_why_is_heard(new: str, expected: list[str]) -> None:
    """The finding asks for a reason: where it is given there is nothing left to say."""
    documents = [
        read_text(f"# Depots, 2026 Q3\n## O1: Bikes come back clean\n- KR1: {text}\n")
        for text in ("Claims fall from 80 to 20", new)
    ]
    told = judge(compare(documents[:1], documents[1:]))
    assert [code for some in told.values() for code, _ in some] == expected


def test_a_number_that_moves_beside_the_text_or_out_of_an_objective_is_not_gone() -> None:
    table = "# Depots, 2026 Q3\n\n## O1: Bikes come back clean\n\n"
    old = table + "- KR1: Claims fall from 80 to 20\n"
    new = table + "| Key result | Baseline | Target |\n|---|---|---|\n| Claims fall | 80 | 20 |\n"
    assert judge(compare([read_text(old)], [read_text(new)])) == {}
    objectives = [
        f"# Depots, 2026 Q3\n\n## O1: Bikes come back clean{number}\n\n- KR1: Claims fall from 80 to 20\n"
        for number in (" in 90% of cases", "")
    ]
    assert judge(compare([read_text(objectives[0])], [read_text(objectives[1])])) == {}


def test_the_same_target_in_another_unit_is_the_same() -> None:
    documents = [
        read_text(f"# Depots, 2026 Q3\n## O1: Bikes come back clean\n- KR1: Wash time falls from 9 hours to {to}\n")
        for to in ("2 hours", "120 minutes")
    ]
    assert [kind(change) for change in compare(documents[:1], documents[1:])] == ["same", "reworded"]


def test_a_date_beside_an_unchanged_text_is_shown() -> None:
    documents = [
        read_text(f"# Depots, 2026\n## O1: Bikes come back clean\n- KR1: Claims fall from 80 to 20 (due: {day})\n")
        for day in ("2026-06-30", "2026-09-30")
    ]
    changes = compare(documents[:1], documents[1:])
    assert [kind(change) for change in changes] == ["same", "rescheduled"]
    assert lines(changes, Paint(False)) == ["~   KR1 Claims fall from 80 to 20  [2026-06-30 → 2026-09-30]"]


def test_two_thousand_statements_are_compared_quickly() -> None:
    text = "".join(
        f"# O{n}: Street {n} is lit\n- KR1: Lamps on street {n} rise from {n} to {n + 9}\n" for n in range(1, 1001)
    )
    changes = compare([read_text(text)], [read_text(text)])
    assert len(changes) > 1900 and {kind(change) for change in changes} == {"same"}


def _walk(folder: str) -> list[str]:
    return sorted(str(path) for path in Path(folder).rglob("*.md"))


def test_sides_files_folders_revisions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    def git(*arguments: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=x", "-c", "user.email=x@x", *arguments], check=True, capture_output=True
        )

    git("init", "-q")
    Path("okr").mkdir()
    Path("okr/深夜.md").write_text("# O1: Bikes come back clean\n- KR1: Claims fall from 80 to 20\n")
    git("add", "."), git("commit", "-qm", "one")
    Path("okr/深夜.md").write_text("# O1: Bikes come back clean\n- KR1: Claims fall from 80 to 40\n")
    Path("okr/new.md").write_text("# O1: Night riders see the kerb\n- KR1: Falls drop from 9 to 2\n")
    old, new = read_side("HEAD", "okr", _walk), read_side("okr", "HEAD", _walk)
    assert set(old.documents) == {"深夜.md"} and set(new.documents) == {"深夜.md", "new.md"}
    assert [len(a) + len(b) for a, b in paired(old, new)] == [2, 1]
    single = read_side("HEAD:okr/深夜.md", "okr/深夜.md", _walk)
    assert list(single.documents) == [""]
    for name in ("nowhere", "HEAD:gone.md", "--help", "HEAD~7"):
        with pytest.raises(SideError):
            read_side(name, "okr", _walk)
