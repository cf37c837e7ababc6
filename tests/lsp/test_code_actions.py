from __future__ import annotations

from typing import Any

from tests.lsp.lsp_client import FULL_CAPABILITIES, WHOLE, Client, span
from tests.lsp.texts import applied, edits_of

TEXT = "# 2026 Q4\n\n## O1：让门店店长轻松排班 👍\n- KR1：优化排班流程\n- KR2：排班耗时从 95 分钟降到 10 分钟\n"

HEDGED = (
    "# 2026 Q4\n\n## O1：让门店店长轻松排班 👍\n"
    "- KR1：尽量把排班耗时从 95 分钟降到 10 分钟\n- KR2：尽量把差评率从 8% 降到 3%\n"
)


def actions(client: Client, uri: str, place: Any = WHOLE, **context: Any) -> list[dict[str, Any]]:
    params = {"textDocument": {"uri": uri}, "range": place, "context": {"diagnostics": [], **context}}
    return client.request("textDocument/codeAction", params)


def codes(action: dict[str, Any]) -> set[str]:
    return {d["code"] for d in action.get("diagnostics", [])}


def test_a_scaffold_takes_the_place_of_the_statement(client: Client) -> None:
    uri = client.open(TEXT, "file:///okr/scaffold.md")
    found = [a for a in actions(client, uri, span(3, 6, 12)) if "K201" in codes(a) and "⟨" in a["title"]]
    assert found
    changed = applied(TEXT, edits_of(found[0], uri))
    assert "优化排班流程\n" not in changed
    assert "- KR1：将⟨" in changed
    assert "从⟨现值⟩" in changed
    assert changed.count("\n") == TEXT.count("\n")


def test_a_snippet_where_the_client_takes_them(fresh: Client) -> None:
    workspace = {"workspaceEdit": {"documentChanges": True, "snippetEditSupport": True}}
    fresh.initialize({**FULL_CAPABILITIES, "workspace": workspace})
    uri = fresh.open(TEXT)
    found = next(a for a in actions(fresh, uri, span(3, 6, 12)) if "K201" in codes(a))
    (change,) = found["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": uri, "version": 1}
    (edit,) = change["edits"]
    assert edit["range"] == span(3, 6, 12)
    assert "${1:" in edit["snippet"]["value"]
    assert "⟨" not in edit["snippet"]["value"]


def test_a_snippet_by_the_clients_command(fresh: Client) -> None:
    fresh.initialize(initializationOptions={"snippetCommand": "mine.insert"})
    uri = fresh.open(TEXT)
    found = next(a for a in actions(fresh, uri, span(3, 6, 12)) if "K201" in codes(a))
    assert "edit" not in found
    assert found["command"]["command"] == "mine.insert"
    assert found["command"]["arguments"][:2] == [uri, span(3, 6, 12)]


def test_a_missing_key_result_from_the_catalogue(client: Client) -> None:
    text = "## O1: Customers love our support team\n- KR1: Cut first reply time from 9 to 2 hours\r\n"
    uri = client.open(text, "file:///okr/metric.md")
    found = [a for a in actions(client, uri, span(0, 10, 10)) if a["kind"] == "refactor"]
    assert found
    changed = applied(text, edits_of(found[0], uri))
    assert changed.startswith(text.rstrip("\r\n"))
    added = changed[len(text.rstrip("\r\n")) :]
    assert added.startswith("\r\n- KR2: ")
    assert "⟨baseline⟩" in added


def test_a_missing_key_result_in_yaml_and_json(client: Client) -> None:
    yaml = 'objectives:\n- objective: Customers love our support team\n  key_results:\n  - "Reply within 2 hours"\n'
    uri = client.open(yaml, "file:///okr/metric.yaml", language="yaml")
    found = next(a for a in actions(client, uri, span(3, 8, 8)) if a["kind"] == "refactor")
    changed = applied(yaml, edits_of(found, uri))
    assert '\n  - "' in changed.replace(yaml.rstrip("\n"), "")
    json_text = (
        '{"objectives": [{"objective": "Customers love our support team", "key_results": [\n  "Cut it to 2 hours"\n]}]}'
    )
    uri = client.open(json_text, "file:///okr/metric.json", language="json")
    found = next(a for a in actions(client, uri, span(1, 6, 6)) if a["kind"] == "refactor")
    import json

    changed = applied(json_text, edits_of(found, uri))
    assert len(json.loads(changed)["objectives"][0]["key_results"]) == 2


def test_suppression_with_a_reason(client: Client) -> None:
    uri = client.open(TEXT, "file:///okr/suppress.md")
    found = next(a for a in actions(client, uri, span(3, 6, 12)) if "K201" in a["title"] and "忽略" in a["title"])
    assert "- KR1：优化排班流程 <!-- okr-lint: ignore K201 (⟨原因⟩) -->\n" in applied(TEXT, edits_of(found, uri))


def test_only_the_kinds_that_are_asked_for(client: Client) -> None:
    uri = client.open(TEXT, "file:///okr/kinds.md")
    assert {a["kind"] for a in actions(client, uri, only=["quickfix"])} == {"quickfix"}
    assert all(a["kind"].startswith("source.fixAll") for a in actions(client, uri, only=["source.fixAll"]))


def test_a_fix_is_applied_and_its_finding_goes(client: Client) -> None:
    uri = client.open(HEDGED, "file:///okr/fix.md")
    before = [d["code"] for d in client.diagnostics(uri, 1)]
    fixes = [a for a in actions(client, uri, span(3, 6, 8)) if a.get("edit") and len(edits_of(a, uri)) == 1]
    fix = next(a for a in fixes if edits_of(a, uri)[0]["newText"] == "")
    (code,) = codes(fix)
    fixed = applied(HEDGED, edits_of(fix, uri))
    client.change(uri, 2, {"text": fixed})
    after = [d["code"] for d in client.diagnostics(uri, 2)]
    assert after.count(code) == before.count(code) - 1
    every = next(
        a for a in actions(client, uri, span(4, 6, 8)) if a.get("edit") and edits_of(a, uri)[0]["newText"] == ""
    )
    client.change(uri, 3, {"text": applied(fixed, edits_of(every, uri))})
    assert code not in [d["code"] for d in client.diagnostics(uri, 3)]


def test_all_of_a_kind_at_once(client: Client) -> None:
    uri = client.open(HEDGED, "file:///okr/all.md")
    every = next(a for a in actions(client, uri, span(3, 6, 8)) if a.get("edit") and len(edits_of(a, uri)) == 2)
    assert "尽量" not in applied(HEDGED, edits_of(every, uri))


PAIRS = (
    "# O1: Make paying easy\n\n"
    "- Raise NPS from 20 to 40 and cut churn from 5% to 2%{}\n"
    "- Open 3 shops and train 9 clerks{}\n"
)


def splits(client: Client, text: str, name: str) -> list[str]:
    """What the file becomes by each action that splits key results in two."""
    uri = client.open(text, f"file:///okr/{name}")
    found = [a for a in actions(client, uri) if a.get("edit") and ("K208" in a["title"] or codes(a) == {"K208"})]
    return [applied(text, edits_of(a, uri)) for a in found if not a["title"].startswith("Ignore")]


def test_a_fix_that_would_change_more_is_not_offered(client: Client) -> None:
    """Halves would leave the owner of both results to the second one alone: neither one by one nor all together."""
    one, other, both = sorted(splits(client, PAIRS.format("", ""), "halves.md"), key=lambda made: made.count("\n- "))
    assert "\n- Cut churn from 5% to 2%\n" in both and "\n- Train 9 clerks\n" in both
    assert {one.count("\n- "), other.count("\n- ")} == {3} and both.count("\n- ") == 4
    assert splits(client, PAIRS.format(" (owner: Bob)", " (owner: Ann)"), "owned.md") == []
    assert len(splits(client, PAIRS.format(" (owner: Bob)", ""), "half-owned.md")) == 2  # by itself, and of its kind
