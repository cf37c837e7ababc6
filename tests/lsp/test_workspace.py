from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.lsp.lsp_client import FULL_CAPABILITIES, Client, at

TEXT = "# 2026 Q4\n\n## O1：让门店店长轻松排班\n- KR1：优化排班流程\n"
PULLING = {**FULL_CAPABILITIES, "textDocument": {"diagnostic": {}}}


def codes(items: list[dict[str, Any]]) -> set[str]:
    return {item["code"] for item in items}


def test_the_workspaces_okr_files_are_reported(fresh: Client, tmp_path: Path) -> None:
    (tmp_path / "team-okr.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "readme.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules" / "okr.md").write_text(TEXT, encoding="utf-8")
    fresh.initialize(PULLING, tmp_path)
    report = fresh.request("workspace/diagnostic", {"previousResultIds": []})
    (item,) = report["items"]
    assert item["uri"] == (tmp_path / "team-okr.md").as_uri()
    assert "K201" in codes(item["items"])
    previous = [{"uri": item["uri"], "value": item["resultId"]}]
    (again,) = fresh.request("workspace/diagnostic", {"previousResultIds": previous})["items"]
    assert again["kind"] == "unchanged"
    (tmp_path / "team-okr.md").unlink()
    (gone,) = fresh.request("workspace/diagnostic", {"previousResultIds": previous})["items"]
    assert gone["items"] == []


def test_an_open_text_is_reported_and_taken_back(fresh: Client, tmp_path: Path) -> None:
    """A client asks for the texts that it shows only; others stay open for a while after their tab is closed."""
    fresh.initialize(PULLING, tmp_path)
    uri = fresh.open(TEXT, (tmp_path / "okr.md").as_uri())
    fresh.request("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    (item,) = fresh.request("workspace/diagnostic", {"previousResultIds": []})["items"]
    assert item["uri"] == uri and "K201" in codes(item["items"])
    previous = {"previousResultIds": [{"uri": uri, "value": item["resultId"]}]}
    assert fresh.request("workspace/diagnostic", previous)["items"][0]["kind"] == "unchanged"
    fresh.notify("workspace/didChangeConfiguration", {"settings": {"okrLint": {"enable": False}}})
    (gone,) = fresh.request("workspace/diagnostic", previous)["items"]
    assert (gone["uri"], gone["items"]) == (uri, [])


def test_the_workspace_by_command(fresh: Client, tmp_path: Path) -> None:
    path = tmp_path / "okr.yaml"
    path.write_text("objectives:\n- objective: 让门店店长轻松排班\n  key_results: [优化排班流程]\n", encoding="utf-8")
    fresh.initialize(root=tmp_path)
    summary = fresh.request("workspace/executeCommand", {"command": "okr-lint.checkWorkspace"})
    assert (summary["files"], summary["objectives"], summary["key_results"]) == (1, 1, 1)
    assert "K201" in codes(fresh.diagnostics(path.as_uri()))


def test_a_changed_configuration_is_read_again(fresh: Client, tmp_path: Path) -> None:
    fresh.initialize(root=tmp_path)
    uri = fresh.open(TEXT, (tmp_path / "okr.md").as_uri())
    assert "K201" in codes(fresh.diagnostics(uri, 1))
    file = tmp_path / "okr-lint.toml"
    file.write_text('ignore = ["K201"]\n', encoding="utf-8")
    watched = {"changes": [{"uri": file.as_uri(), "type": 1}]}
    fresh.notify("workspace/didChangeWatchedFiles", watched)
    assert "K201" not in codes(fresh.diagnostics(uri, 1))
    file.write_text('ignroe = ["K201"]\n', encoding="utf-8")
    fresh.notify("workspace/didChangeWatchedFiles", watched)
    told = fresh.notification("window/showMessage")
    assert "ignroe" in told["message"]
    file.unlink()
    fresh.notify("workspace/didChangeWatchedFiles", watched)
    assert "K201" in codes(fresh.diagnostics(uri, 1))


def test_settings_of_the_client(fresh: Client) -> None:
    section = {"ignore": ["K2"], "language": "en", "inlayHints": {"enabled": False}}
    capabilities = {**FULL_CAPABILITIES, "workspace": {"configuration": True}}
    fresh.answers["workspace/configuration"] = lambda params: [section]
    fresh.initialize(capabilities)
    uri = fresh.open(TEXT)
    found = fresh.diagnostics(uri, 1)
    assert not any(code.startswith("K2") for code in codes(found))
    assert all(item["message"].isascii() or "「" not in item["message"] for item in found)
    document = {"textDocument": {"uri": uri}}
    whole = {"start": at(0, 0), "end": at(99, 0)}
    assert fresh.request("textDocument/inlayHint", {**document, "range": whole}) == []
    section = {}
    fresh.notify("workspace/didChangeConfiguration", {"settings": None})
    assert "K201" in codes(fresh.diagnostics(uri, 1))
    assert fresh.request("textDocument/inlayHint", {**document, "range": whole})


def test_a_setting_that_there_is_not_is_told(fresh: Client) -> None:
    fresh.initialize(initializationOptions={"inlayHint": True})
    assert "did you mean 'inlayHints'?" in fresh.notification("window/showMessage")["message"]


def test_checking_can_be_switched_off_and_on(fresh: Client) -> None:
    fresh.initialize()
    uri = fresh.open(TEXT)
    assert fresh.diagnostics(uri, 1)
    fresh.notify("workspace/didChangeConfiguration", {"settings": {"okrLint": {"enable": False}}})
    assert fresh.diagnostics(uri) == []
    fresh.notify("workspace/didChangeConfiguration", {"settings": {"okrLint": {"enable": True}}})
    assert fresh.diagnostics(uri, 1)


def test_the_parent_in_another_file(fresh: Client, tmp_path: Path) -> None:
    company = tmp_path / "company-okr.md"
    company.write_text("## O1：成为居民最信任的社区医院\n- KR1：复诊率从 40% 提升到 55%\n", encoding="utf-8")
    fresh.initialize(root=tmp_path)
    text = "## O1：让挂号不再排队\n- 上级目标：company-okr.md#O1\n- KR1：挂号平均用时从 30 分钟降到 5 分钟\n"
    uri = fresh.open(text, (tmp_path / "team-okr.md").as_uri())
    (place,) = fresh.request("textDocument/definition", {"textDocument": {"uri": uri}, "position": at(0, 8)})
    assert place["uri"] == company.as_uri()
    assert place["range"]["start"] == at(0, 6)


def test_the_client_is_asked_to_watch_files_and_settings(fresh: Client) -> None:
    able = {"dynamicRegistration": True}
    workspace = {"didChangeWatchedFiles": able, "didChangeConfiguration": able}
    fresh.initialize({**FULL_CAPABILITIES, "workspace": workspace}, initializationOptions={"files": ["**/goals/*.md"]})
    fresh.diagnostics(fresh.open(TEXT), 1)  # by then everything was asked
    (asked,) = [r["params"]["registrations"] for r in fresh.requests if r["method"] == "client/registerCapability"]
    by_method = {one["method"]: one["registerOptions"] for one in asked}
    patterns = [one["globPattern"] for one in by_method["workspace/didChangeWatchedFiles"]["watchers"]]
    assert patterns == ["**/okr-lint.toml", "**/pyproject.toml", "**/goals/*.md"]
    assert by_method["workspace/didChangeConfiguration"] == {"section": "okrLint"}
