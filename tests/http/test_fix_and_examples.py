"""POST /v1/fix and /v1/examples."""

from __future__ import annotations

import httpx

TEXT = "# 2026 Q3\r\n\r\n## O1:争取让𠮷祥社区的候诊时间看得见\r\n- KR1:候诊中位数从 40 分钟降到 18 分钟\r\n"


def test_unsafe_fixes_are_applied_only_where_they_are_asked_for(client: httpx.Client) -> None:
    body = {"text": TEXT, "format": "markdown"}
    safe = client.post("/v1/fix", json=body).json()
    assert "争取" in safe["text"] and not any(one["code"] == "O108" for one in safe["fixed"])
    unsafe = client.post("/v1/fix", json={**body, "unsafe": True}).json()
    assert unsafe["text"] == TEXT.replace("争取", "") and [one["code"] for one in unsafe["fixed"]] == ["O108"]
    assert not any(f["code"] == "O108" for f in unsafe["files"][0]["findings"])
    raw = client.post("/v1/fix", content=TEXT.encode(), params={"format": "markdown", "unsafe": "true"}).json()
    assert raw["text"] == unsafe["text"]


def test_fix_says_what_it_cannot_read(client: httpx.Client) -> None:
    answer = client.post("/v1/fix", json={"text": "{", "format": "json"})
    assert answer.status_code == 422 and answer.json()["type"].endswith(":unreadable-document")
    assert client.post("/v1/check", json={"text": "x", "format": "text", "unsafe": True}).json()["field"] == "unsafe"


def test_examples_by_language_function_and_likeness(client: httpx.Client) -> None:
    english = client.get("/v1/examples", params={"lang": "en", "count": 2}).json()["examples"]
    assert [one["language"] for one in english] == ["en", "en"] and english[0]["key_results"]
    near = client.post("/v1/examples", json={"like": "让门诊病人少等", "count": 1}).json()["examples"]
    assert [one["language"] for one in near] == ["zh"]
    assert client.get("/v1/examples", params={"count": 99}).json()["field"] == "count"
    assert client.get("/v1/examples", params={"like": "x"}).json()["field"] == "like"
    assert client.post("/v1/examples", json={"like": 7}).json()["field"] == "like"
