"""check over a folder: links between files, --parent, suppression of what is said of them."""

import json
from pathlib import Path

from conftest import Run

COMPANY = (
    "---\nteam: Company\ncycle: 2026\n---\n\n# O1: Make the ferry the calm way to town\n\n"
    "- KR1: Noise falls from 8 to 6\n"
)
PIER = (
    "---\nteam: Pier\ncycle: 2026 Q3\nowner: pier crew\n---\n\n# O1: Boarding at Elm pier takes one breath\n\n"
    "Aligned to: {parent}\n\n- KR1: Queues at the pier fall from 30 to 8 minutes\n"
    "- KR2: Missed boats fall from 9 to 2 a week\n"
)


def _codes(run: Run, *arguments: str) -> tuple[int, dict[str, list[str]]]:
    ran = run("check", *arguments, "--select", "A", "--output-format", "json")
    files = json.loads(ran.out)["files"] if ran.out else []
    return ran.code, {Path(file["path"]).name: [f["code"] for f in file["findings"]] for file in files}


def test_a_folder_is_one_organisation(run: Run) -> None:
    Path("okr").mkdir()
    Path("okr/company.md").write_text(COMPANY)
    Path("okr/pier.md").write_text(PIER.format(parent="Company O4"))
    for _ in range(2):  # once anew, once from the cache
        assert _codes(run, "okr") == (1, {"company.md": [], "pier.md": ["A401"]})
    Path("okr/pier.md").write_text(PIER.format(parent="Company O1"))
    assert _codes(run, "okr") == (0, {"company.md": ["A406"], "pier.md": []})


def test_a_parent_file_is_linked_to_and_not_judged(run: Run) -> None:
    Path("company.md").write_text(COMPANY)
    Path("pier.md").write_text(PIER.format(parent="O1"))
    assert _codes(run, "pier.md", "--parent", "company.md") == (0, {"pier.md": []})
    Path("pier.md").write_text(PIER.format(parent="O2"))
    assert _codes(run, "pier.md", "--parent", "company.md") == (1, {"pier.md": ["A401"]})
    Path("pier.md").write_text(PIER.replace("Aligned to: {parent}\n\n", ""))
    assert _codes(run, "pier.md", "--parent", "company.md") == (1, {"pier.md": ["A402"]})
    assert _codes(run, "pier.md") == (0, {"pier.md": []})
    ran = run("check", "pier.md", "--parent", "gone.md")
    assert ran.code == 2 and "--parent: gone.md" in ran.err


def test_a_linked_file_is_read_although_it_is_not_checked(run: Run) -> None:
    Path("company.md").write_text(COMPANY)
    Path("teams").mkdir()
    Path("teams/pier.md").write_text(PIER.format(parent="[company](../company.md#o3)"))
    assert _codes(run, "teams/pier.md") == (1, {"pier.md": ["A401"]})
    Path("teams/pier.md").write_text(PIER.format(parent="[company](../company.md#o1)"))
    assert _codes(run, "teams/pier.md") == (0, {"pier.md": []})


def test_what_is_said_of_links_can_be_suppressed(run: Run) -> None:
    Path("company.md").write_text(COMPANY)
    text = PIER.format(parent="Company O4").replace("# O1", "<!-- okr-lint: ignore A401 (moves next week) -->\n# O1")
    Path("pier.md").write_text(text)
    assert _codes(run, "company.md", "pier.md")[1]["pier.md"] == []
