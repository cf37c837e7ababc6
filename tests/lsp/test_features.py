from __future__ import annotations

import pytest

from tests.lsp.lsp_client import WHOLE, Client, at, span

TEXT = (
    "# 2026 Q4\n\n## O1：让门店店长轻松排班 👍\n- KR1：优化排班流程\n- KR2：排班耗时从 95 分钟降到 10 分钟\n\n"
    "## O2: Small bakeries trust our delivery times\n- KR1: Late deliveries per 1,000 orders down from 41 to 15\n"
)


@pytest.fixture(scope="module")
def uri(client: Client) -> str:
    return client.open(TEXT, "file:///okr/features.md")


def test_inlay_hints_stand_at_the_end_of_each_statement(client: Client, uri: str) -> None:
    hints = client.request("textDocument/inlayHint", {"textDocument": {"uri": uri}, "range": WHOLE})
    lines = TEXT.split("\n")
    places = [(hint["position"]["line"], hint["position"]["character"]) for hint in hints]
    utf16 = [(n, len(lines[n].encode("utf-16-le")) // 2) for n in (2, 3, 4, 6, 7)]
    assert places == utf16
    assert all(hint["label"].split(" ")[0].isdigit() for hint in hints)
    assert " · " in hints[1]["label"]
    assert "K201" in hints[1]["tooltip"]["value"]
    some = client.request("textDocument/inlayHint", {"textDocument": {"uri": uri}, "range": span(3, 0, 99)})
    assert [hint["position"]["line"] for hint in some] == [3]


def test_inlay_hints_stand_behind_the_quote(client: Client) -> None:
    text = '{"objectives": [{"objective": "让门店店长轻松排班", "key_results": ["优化排班流程"]}]}'
    other = client.open(text, "file:///okr/features.json", language="json")
    hints = client.request("textDocument/inlayHint", {"textDocument": {"uri": other}, "range": WHOLE})
    assert [text[hint["position"]["character"] - 1] for hint in hints] == ['"', '"']


def test_hover_says_why_with_examples_and_confidence(client: Client, uri: str) -> None:
    hover = client.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": at(3, 7)})
    value = hover["contents"]["value"]
    assert "**K20" in value
    assert "## 为什么" in value
    assert "## 反例" in value
    assert "## 正例" in value
    assert "把握" in value
    assert "## 写得好的相近例子" in value
    assert "O1/KR1" in value
    assert hover["range"]["start"]["line"] == 3


def test_hover_in_english_and_nowhere(client: Client, uri: str) -> None:
    hover = client.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": at(7, 20)})
    assert "O2/KR1" in hover["contents"]["value"]
    assert client.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": at(1, 0)}) is None


def test_symbols_folding_and_lenses(client: Client, uri: str) -> None:
    document = {"textDocument": {"uri": uri}}
    symbols = client.request("textDocument/documentSymbol", document)
    assert [symbol["name"] for symbol in symbols] == [
        "O1 让门店店长轻松排班 👍",
        "O2 Small bakeries trust our delivery times",
    ]
    assert [child["name"] for child in symbols[0]["children"]] == [
        "KR1 优化排班流程",
        "KR2 排班耗时从 95 分钟降到 10 分钟",
    ]
    folds = client.request("textDocument/foldingRange", document)
    assert [(fold["startLine"], fold["endLine"]) for fold in folds] == [(2, 4), (6, 7)]
    lenses = client.request("textDocument/codeLens", document)
    assert [lens["range"]["start"]["line"] for lens in lenses] == [2, 6]
    assert "2 条关键结果" in lenses[0]["command"]["title"]
    assert "1 key result ·" in lenses[1]["command"]["title"]


def test_completion_of_metrics_behind_a_label(client: Client) -> None:
    text = "## O1: Customers love our support team\n- KR1: Cut first reply time from 9 to 2 hours\n- KR2: \n"
    other = client.open(text, "file:///okr/complete.md")
    answer = client.request("textDocument/completion", {"textDocument": {"uri": other}, "position": at(2, 7)})
    item = answer["items"][0]
    assert item["insertTextFormat"] == 2
    assert "${1:baseline}" in item["textEdit"]["newText"]
    assert item["textEdit"]["range"] == span(2, 7, 7)


def test_completion_of_the_next_label(client: Client) -> None:
    text = "## O1：让门店店长轻松排班\n- KR1：优化排班流程\n- K\n"
    other = client.open(text, "file:///okr/label.md")
    answer = client.request("textDocument/completion", {"textDocument": {"uri": other}, "position": at(2, 3)})
    (item,) = answer["items"]
    assert item["textEdit"]["range"] == span(2, 2, 3)
    assert item["textEdit"]["newText"].startswith("KR2：将${1:指标}从")


def test_go_to_the_parent(client: Client) -> None:
    text = (
        "## O1：成为居民最信任的社区医院\n- KR1：复诊率从 40% 提升到 55%\n\n"
        "## O2：让挂号不再排队\n- 上级目标：成为居民最信任的社区医院\n- KR1：挂号平均用时从 30 分钟降到 5 分钟\n"
    )
    other = client.open(text, "file:///okr/parent.md")
    for line in (3, 4):
        params = {"textDocument": {"uri": other}, "position": at(line, 8)}
        (place,) = client.request("textDocument/definition", params)
        assert place == {"uri": other, "range": span(0, 6, 18)}
    assert client.request("textDocument/definition", {"textDocument": {"uri": other}, "position": at(0, 8)}) is None


def test_the_tree_and_rules_by_command(client: Client, uri: str) -> None:
    tree = client.request("workspace/executeCommand", {"command": "okr-lint.tree", "arguments": [uri]})
    assert "└─ O1/KR2" in tree
    page = client.request("workspace/executeCommand", {"command": "okr-lint.rule", "arguments": ["K201", "zh-cn"]})
    assert page.startswith("# K201")
    rules = client.request("workspace/executeCommand", {"command": "okr-lint.rules", "arguments": ["en"]})
    assert "K202" in [rule["code"] for rule in rules]


def test_an_unknown_text_is_answered(client: Client) -> None:
    for method in ("hover", "definition", "completion"):
        params = {"textDocument": {"uri": "file:///nowhere.md"}, "position": at(0, 0)}
        assert client.request(f"textDocument/{method}", params) is None
    assert client.request("textDocument/documentSymbol", {"textDocument": {"uri": "file:///nowhere.md"}}) == []
