from __future__ import annotations

from tests.lsp.lsp_client import FULL_CAPABILITIES, Client, span

TEXT = "# 团队 OKR 2026 Q4\n\n## O1：让门店店长轻松排班\n- KR1：👍🏽 优化排班流程\n- KR2：排班耗时从 95 降到 10 分钟\n"


def test_a_finding_has_code_link_and_related_objective(client: Client) -> None:
    uri = client.open(TEXT, "file:///okr/a.md")
    found = next(d for d in client.diagnostics(uri, 1) if d["code"] == "K201")
    assert found["source"] == "okr-lint"
    assert found["severity"] in (1, 2)
    assert found["codeDescription"]["href"].startswith("file://")
    assert found["codeDescription"]["href"].endswith("K201.zh.md")


def test_related_places_of_a_repetition(client: Client) -> None:
    same = "排班耗时从 95 分钟降到 10 分钟"
    uri = client.open(f"## O1：让门店店长轻松排班\n- KR1：{same}\n- KR2：{same}\n", "file:///okr/twice.md")
    found = next(d for d in client.diagnostics(uri, 1) if d.get("relatedInformation"))
    places = {info["location"]["range"]["start"]["line"] for info in found["relatedInformation"]}
    assert found["range"]["start"]["line"] not in places
    assert places <= {0, 1, 2}
    assert all(info["message"].startswith("O1") for info in found["relatedInformation"])


def test_columns_are_utf16_behind_an_emoji(client: Client) -> None:
    uri = client.open("## O1：让门店店长轻松排班\n- KR1：优化👍🏽𠮷流程\n", "file:///okr/b.md")
    found = next(d for d in client.diagnostics(uri, 1) if d["code"] == "K201")
    assert found["range"] == span(1, 6, 6 + 2 + 4 + 2 + 2)


def test_an_edit_is_checked_incrementally_and_closing_takes_findings_back(client: Client) -> None:
    uri = client.open(TEXT, "file:///okr/c.md")
    assert any(d["code"] == "K201" for d in client.diagnostics(uri, 1))
    client.change(uri, 2, {"range": span(3, 6, 17), "text": "店长培训后独立上岗的占比从 50% 提升到 80%"})
    assert not any(d["code"] == "K201" for d in client.diagnostics(uri, 2))
    client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert client.diagnostics(uri) == []


def test_an_unreadable_file_says_where(client: Client) -> None:
    uri = client.open('{"objectives": [\n  oops', "file:///okr/d.json", language="json")
    (found,) = client.diagnostics(uri, 1)
    assert (found["code"], found["severity"], found["range"]["start"]["line"]) == ("F001", 1, 1)


def test_a_client_that_asks_is_not_told_as_well(fresh: Client) -> None:
    capabilities = {**FULL_CAPABILITIES, "textDocument": {"diagnostic": {"dynamicRegistration": False}}}
    fresh.initialize(capabilities)
    uri = fresh.open(TEXT)
    document = {"textDocument": {"uri": uri}}
    report = fresh.request("textDocument/diagnostic", document)
    assert report["kind"] == "full"
    assert any(d["code"] == "K201" for d in report["items"])
    again = fresh.request("textDocument/diagnostic", {**document, "previousResultId": report["resultId"]})
    assert again == {"kind": "unchanged", "resultId": report["resultId"]}
    pushed = [n["params"] for n in fresh.notifications if n["method"] == "textDocument/publishDiagnostics"]
    assert not pushed or pushed[-1]["diagnostics"] == []
    fresh.change(uri, 2, {"range": span(3, 6, 17), "text": "跟进"})
    assert fresh.request("textDocument/diagnostic", document)["kind"] == "full"
    later = [n["params"] for n in fresh.notifications if n["method"] == "textDocument/publishDiagnostics"]
    assert all(p["diagnostics"] == [] for p in later[len(pushed) :])


def test_every_format(client: Client) -> None:
    texts = {
        "yaml": "objectives:\n- objective: 让门店店长轻松排班\n  key_results:\n  - 优化排班流程\n",
        "json": '{"objectives": [{"objective": "让门店店长轻松排班", "key_results": ["优化排班流程"]}]}',
        "txt": "O1：让门店店长轻松排班\nKR1：优化排班流程\n",
        "rst": "O1：让门店店长轻松排班\n======================\n\n- KR1：优化排班流程\n",
    }
    for suffix, text in texts.items():
        uri = client.open(text, f"file:///okr/formats.{suffix}", language="unknown")
        found = next(d for d in client.diagnostics(uri, 1) if d["code"] == "K201")
        line = text.split("\n")[found["range"]["start"]["line"]]
        assert line[found["range"]["start"]["character"] : found["range"]["end"]["character"]] == "优化排班流程", suffix


def test_words_that_can_simply_go_are_tagged(client: Client) -> None:
    text = "## O1：让门店店长轻松排班\n- KR1：尽量把排班耗时从 95 分钟降到 10 分钟\n- KR2：优化排班流程\n"
    uri = client.open(text, "file:///okr/tags.md")
    found = client.diagnostics(uri, 1)
    (hedge,) = [d for d in found if d.get("tags") == [1]]
    assert hedge["range"] == span(1, 6, 8)
    assert all(d.get("tags") is None for d in found if d["code"] == "K201")
