"""The files of a workspace are one organisation: links between them are judged while one writes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from okr_lint.lsp.aligning import Organisation
from okr_lint.readers import read_text
from okr_lint.settings import Settings
from tests.lsp.lsp_client import FULL_CAPABILITIES, Client, span

COMPANY = "# 公司 2026 Q4\n\n## O1：成为居民最信任的社区医院\n- KR1：复诊率从 40% 提升到 55%\n"
TEAM = (
    "# 门诊组 2026 Q4\n\n## O1：让挂号不再排队\n- 上级目标：company-okr.md#{}\n"
    "- KR1：挂号平均用时从 30 分钟降到 5 分钟\n"
)
PULLING = {**FULL_CAPABILITIES, "textDocument": {"diagnostic": {}}}


def links(items: list[dict[str, Any]]) -> list[str]:
    return sorted(item["code"] for item in items if item["code"].startswith("A4"))


def test_a_link_to_another_file_is_judged_with_the_first_diagnostics(fresh: Client, tmp_path: Path) -> None:
    (tmp_path / "company-okr.md").write_text(COMPANY, encoding="utf-8")
    fresh.initialize(root=tmp_path)
    uri = fresh.open(TEAM.format("O9"), (tmp_path / "team-okr.md").as_uri())
    found = fresh.diagnostics(uri, 1)
    assert links(found) == ["A401"]
    missing = next(item for item in found if item["code"] == "A401")
    assert missing["range"]["start"]["line"] == 2
    fresh.change(uri, 2, {"range": span(3, 22, 24), "text": "O1"})
    assert links(fresh.diagnostics(uri, 2)) == []


def test_an_open_file_is_checked_again_when_the_one_that_it_serves_changes(fresh: Client, tmp_path: Path) -> None:
    company = tmp_path / "company-okr.md"
    company.write_text(COMPANY, encoding="utf-8")
    fresh.initialize(root=tmp_path)
    uri = fresh.open(TEAM.format("O1"), (tmp_path / "team-okr.md").as_uri())
    assert links(fresh.diagnostics(uri, 1)) == []
    above = fresh.open(COMPANY, company.as_uri())
    fresh.diagnostics(above, 1)
    fresh.change(above, 2, {"range": span(2, 4, 5), "text": "2"})
    assert fresh.diagnostics(uri, 1, lambda items: links(items) == ["A401"])
    fresh.change(above, 3, {"range": span(2, 4, 5), "text": "1"})
    fresh.diagnostics(uri, 1, lambda items: links(items) == [])


def test_a_file_that_changes_on_disk(fresh: Client, tmp_path: Path) -> None:
    company = tmp_path / "company-okr.md"
    company.write_text(COMPANY, encoding="utf-8")
    fresh.initialize(root=tmp_path)
    uri = fresh.open(TEAM.format("O1"), (tmp_path / "team-okr.md").as_uri())
    assert links(fresh.diagnostics(uri, 1)) == []
    company.write_text(COMPANY.replace("O1", "O22"), encoding="utf-8")
    fresh.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": company.as_uri(), "type": 2}]})
    fresh.diagnostics(uri, 1, lambda items: links(items) == ["A401"])


def test_files_that_are_not_open(fresh: Client, tmp_path: Path) -> None:
    (tmp_path / "company-okr.md").write_text(COMPANY, encoding="utf-8")
    (tmp_path / "team-okr.md").write_text(TEAM.format("O9"), encoding="utf-8")
    fresh.initialize(PULLING, tmp_path)
    report = fresh.request("workspace/diagnostic", {"previousResultIds": []})
    by_name = {item["uri"].rpartition("/")[2]: links(item["items"]) for item in report["items"]}
    assert by_name["team-okr.md"] == ["A401"]


def test_what_changes_for_others_is_told_once() -> None:
    organisation = Organisation()
    team = read_text(TEAM.format("O1"), "/x/team-okr.md")
    company = read_text(COMPANY, "/x/company-okr.md")
    assert organisation.judge(company, {team.path: team}, _default) == set()
    renamed = read_text(COMPANY.replace("O1", "O2"), company.path)
    assert organisation.judge(renamed, {team.path: team}, _default) == {team.path}
    assert organisation.judge(renamed, {team.path: team}, _default) == set()


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"PK\x03\x04"])
def test_a_file_that_cannot_be_read_is_left_out(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "okr.md").write_bytes(data)
    organisation = Organisation()
    organisation.refresh([str(tmp_path)], ("**/*okr*.md",), [])
    assert organisation.judge(None, {}, _default) == set()


def _default(path: str) -> Settings:
    return Settings()
