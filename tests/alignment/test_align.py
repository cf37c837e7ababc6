"""Links between documents: references, resolution, loops, time, files that are linked to."""

from __future__ import annotations

import pytest

from okr_lint.alignment import align
from okr_lint.alignment.reference import references
from okr_lint.checks.period import period
from okr_lint.linter import Linter
from okr_lint.model import Document
from okr_lint.readers import read_text
from okr_lint.settings import Settings

COMPANY = (
    "---\nteam: Company\ncycle: 2026\n---\n\n# O1: Make the ferry the calm way to town\n\n"
    "- KR1: Riders rise from 900 to 2,000 a day\n- KR2: Delays fall from 40 to 10 a week\n"
)


def doc(path: str, team: str, objective: str, parent: str | None = None, cycle: str = "2026 Q3") -> Document:
    line = f"\nAligned to: {parent}\n" if parent else ""
    text = f"---\nteam: {team}\ncycle: {cycle}\n---\n\n# O1: {objective}\n{line}\n"
    return read_text(text + "- KR1: Queues at the pier fall from 30 to 8 minutes\n", path)


def codes(said: dict[str, list], path: str) -> list[str]:  # type: ignore[type-arg]
    return sorted(one.code for one in said.get(path, ()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公司 O2", [("公司", 2, None, "")]),
        ("Company KR1.2", [("Company", 1, 2, "")]),
        ("O1/KR3", [("", 1, 3, "")]),
        ("目标三", [("", 3, None, "")]),
        ("Team Milk O1, 公司 KR2", [("Team Milk", 1, None, ""), ("公司", None, 2, "")]),
        ("O2: Make milk cheap", [("", 2, None, "Make milk cheap")]),
        ("G-2026-17", [("", None, None, "G-2026-17")]),
        ("Video 1 for CO2 sensors", [("", None, None, "Video 1 for CO2 sensors")]),
    ],
)
def test_references_are_read(text: str, expected: list[tuple[str, int | None, int | None, str]]) -> None:
    assert [(r.qualifier, r.objective, r.key_result, r.rest) for r in references(text)] == expected


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("2026 Q3", (6, 9)),
        ("2026年第三季度", (6, 9)),
        ("2026年上半年", (0, 6)),
        ("H2 2026", (6, 12)),
        ("2026", (0, 12)),
        ("2026-04-01 – 2026-06-30", (3, 6)),
        ("March 2026", (2, 3)),
        ("2026 Q1-Q2", (0, 6)),
    ],
)
def test_cycles_become_months(text: str, months: tuple[int, int]) -> None:
    found = period(text)
    assert found is not None and (found.start - 2026 * 12, found.end - 2026 * 12) == months


def test_a_cycle_without_a_year_is_not_judged() -> None:
    assert period("Q3") is None and period(None) is None


def test_nobody_links_nothing_is_said() -> None:
    documents = [doc("a.md", "Pier", "Boarding takes one breath"), doc("b.md", "Deck", "Every seat is dry")]
    assert align(documents) == {}


def test_links_are_found_by_path_label_words_and_team() -> None:
    company = read_text(COMPANY, "okr/company.md")
    for parent in (
        "../company.md#O1",
        "Company O1",
        "Make the ferry the calm way to town",
        "company.md#kr1.2",
        "公司 O1",
    ):
        child = doc("okr/teams/pier.md", "Pier", "Boarding at Elm pier takes one breath", parent)
        assert codes(align([company, child]), "okr/teams/pier.md") == [], parent


def test_a_file_beside_is_read_when_it_is_linked_to() -> None:
    child = doc("teams/pier.md", "Pier", "Boarding at Elm pier takes one breath", "../company.md#O2")
    asked: list[str] = []

    def load(path: str) -> Document | None:
        asked.append(path)
        return read_text(COMPANY, path) if path == "company.md" else None

    assert codes(align([child], load=load), "teams/pier.md") == ["A401"] and asked == ["company.md"]
    assert codes(align([child]), "teams/pier.md") == []  # without a file system nobody can say
    gone = doc("teams/deck.md", "Deck", "Every seat on the upper deck is dry", "gone.md")
    assert codes(align([gone], load=load), "teams/deck.md") == ["A401"]


def test_mission_or_strategy_is_something_to_serve() -> None:
    company, child = read_text(COMPANY, "company.md"), doc("pier.md", "Pier", "Boarding takes one breath")
    assert codes(align([child], [company]), "pier.md") == ["A402"]
    assert align([child], [company], settings=lambda _: Settings(strategy="calm before fast")) == {}


def test_a_long_loop_and_a_self_reference() -> None:
    names = ["Pier", "Deck", "Bridge", "Galley"]
    documents = [
        doc(f"{n}.md", n, f"{n} crew leaves on time in winter fog", f"{names[(i + 1) % 4]} O1")
        for i, n in enumerate(names)
    ]
    said = align(documents)
    assert all("A405" in codes(said, document.path) for document in documents)
    alone = doc("self.md", "Self", "Lamps on the pier burn all night", "Self O1")
    assert codes(align([alone, documents[0]]), "self.md") == []


def test_ten_thousand_links_in_a_chain_do_not_recurse() -> None:
    texts = [
        f"  - id: G{n}\n    objective: Keep lamp {n} burning\n    parent: G{(n + 1) % 3000}\n" for n in range(3000)
    ]
    document = read_text("team: Lamps\nobjectives:\n" + "".join(texts), "lamps.yaml", "yaml")
    assert "A405" in codes(align([document]), "lamps.yaml")


def test_links_within_one_file_are_judged_by_the_linter() -> None:
    text = (
        "objectives:\n"
        "  - {id: G1, team: Fleet, cycle: 2026 Q3, objective: Make the ferry calm, key_results: [Noise from 8 to 6]}\n"
        "  - {id: G2, team: Deck, cycle: 2027 Q1, objective: Chairs on the upper deck stay dry, parent: G1, "
        "key_results: [Wet chairs from 40 to 5 a day]}\n"
    )
    found = Linter(Settings(select=("A",))).check_text(text, "yaml").findings
    assert {(f.code, f.statement) for f in found} == {("A405", "O2"), ("A406", "O1/KR1")}
