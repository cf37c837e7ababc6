"""POST /v1/check in every form of body, its options, and the errors that name a field."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

TEXT = "# 2026 Q3\n\n## O1: 𠮷野家式的快👍 Be the best\n- KR1: 优化流程\n- KR2: Raise renewals from 20% to 35%\n"
OKR = {"objectives": [{"objective": "成为最好的团队", "key_results": ["优化流程"]}]}


def only_file(answer: httpx.Response) -> dict[str, Any]:
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    (file,) = answer.json()["files"]
    return dict(file)


def test_text_is_checked_and_its_path_echoed(client: httpx.Client) -> None:
    file = only_file(client.post("/v1/check", json={"text": TEXT, "format": "markdown", "path": "a/队.md"}))
    assert file["path"] == "a/队.md"
    assert [kr["text"] for kr in file["objectives"][0]["key_results"]] == [
        "优化流程",
        "Raise renewals from 20% to 35%",
    ]
    objective = file["objectives"][0]
    span = objective["span"]
    assert TEXT[span["start"]["offset"] : span["end"]["offset"]] == objective["text"]
    assert file["findings"]


@pytest.mark.parametrize(
    "request_parts",
    [
        {"files": {"file": ("team.md", TEXT.encode())}},
        {"files": {"file": ("team", TEXT.encode())}, "data": {"format": "markdown", "path": "team.md"}},
        {"content": TEXT.encode(), "headers": {"content-type": "text/markdown;a=b"}, "params": {"path": "team.md"}},
        {"content": b"\xef\xbb\xbf" + TEXT.encode(), "params": {"path": "team.md"}},
    ],
)  # fmt: skip
def test_every_form_of_a_document_gives_the_same(client: httpx.Client, request_parts: dict[str, Any]) -> None:
    expected = only_file(client.post("/v1/check", json={"text": TEXT, "format": "markdown", "path": "team.md"}))
    assert only_file(client.post("/v1/check", **request_parts)) == expected


def test_okr_object_keeps_places_in_the_body_as_sent(client: httpx.Client) -> None:
    body = json.dumps(OKR, indent=2)
    headers = {"content-type": "application/json"}
    file = only_file(client.post("/v1/check", content=body, headers=headers, params={"path": "okr.json"}))
    span = file["objectives"][0]["span"]
    literal = body[span["start"]["offset"] : span["end"]["offset"]]
    assert json.loads(f'"{literal}"') == "成为最好的团队"


def test_feishu_payload_as_it_comes(client: httpx.Client) -> None:
    run = {"paragraph_element_type": "textRun", "text_run": {"text": "优化流程"}}
    content = {"blocks": [{"block_element_type": "paragraph", "paragraph": {"elements": [run]}}]}
    objective = {"id": "7", "content": "让候诊的人心里有数", "kr_list": [{"id": "8", "content": content, "score": 0}]}
    payload = {"code": 0, "data": {"okr_list": [{"name": "2026 Q3", "objective_list": [objective]}]}}
    file = only_file(client.post("/v1/check", json=payload))
    assert [kr["text"] for kr in file["objectives"][0]["key_results"]] == ["优化流程"]


def test_options_are_those_of_the_request_alone(client: httpx.Client) -> None:
    body: dict[str, Any] = {"text": TEXT, "format": "markdown"}
    chosen = only_file(client.post("/v1/check", json={**body, "options": {"select": ["K2"], "lang": "en"}}))
    assert {f["code"][:2] for f in chosen["findings"]} == {"K2"}
    assert all(f["message"].isascii() for f in chosen["findings"] if "优" not in f["message"])
    by_query = only_file(client.post("/v1/check", json=body, params={"select": "K2", "lang": "en"}))
    assert by_query == chosen
    silent = only_file(client.post("/v1/check", json={**body, "options": {"severity": {"K2": "off"}}}))
    assert not any(f["code"].startswith("K2") for f in silent["findings"])
    assert {f["code"][0] for f in only_file(client.post("/v1/check", json=body))["findings"]} >= {"O", "K"}


def test_an_okr_object_may_bring_its_options(client: httpx.Client) -> None:
    plain = only_file(client.post("/v1/check", json=OKR))
    body = {**OKR, "options": {"select": ["K2"], "severity": {"K202": "info"}}}
    line, headers = json.dumps(body).encode(), {"content-type": "application/json"}
    query = {"lang": "en", "select": "O1"}
    chosen = only_file(client.post("/v1/check", content=line, headers=headers, params=query))
    assert {f["code"][:2] for f in plain["findings"]} > {"K2"} == {f["code"][:2] for f in chosen["findings"]}
    assert [f["severity"] for f in chosen["findings"] if f["code"] == "K202"] == ["info"]
    assert "is work to do" in " ".join(f["message"] for f in chosen["findings"])  # the query's lang holds as well
    refused = client.post("/v1/check", json={**OKR, "options": {"patterns": ["(a+)+"]}}).json()
    assert refused["field"] == "options.patterns"
    batch = client.post("/v1/check/batch", content=line, params={"lang": "en"})
    assert batch.json()["files"] == [chosen]


def test_a_byte_order_mark_does_no_harm(client: httpx.Client) -> None:
    headers = {"content-type": "application/json"}
    body = b"\xef\xbb\xbf" + json.dumps(OKR).encode()
    assert only_file(client.post("/v1/check", content=body, headers=headers))["objectives"][0]["key_results"]


def test_unreadable_text_is_reported_as_the_command_line_does(client: httpx.Client) -> None:
    file = only_file(client.post("/v1/check", json={"text": '{"objectives": [', "format": "json", "path": "x.json"}))
    assert file["error"]["code"] == "F001" and file["error"]["line"] == 1 and file["objectives"] == []


def test_half_a_surrogate_pair_is_answered(client: httpx.Client) -> None:
    text = '{"objectives": [{"objective": "half \\ud83d of a face", "key_results": []}]}'
    file = only_file(client.post("/v1/check", json={"text": text, "format": "json"}))
    assert file["objectives"][0]["text"].startswith("half ")


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({"text": "x", "format": "word"}, 422, "format"),
        ({"text": "x", "format": "docx"}, 422, "format"),
        ({"text": "x"}, 422, "format"),
        ({"text": 5, "format": "text"}, 422, "text"),
        ({"text": "x", "fromat": "text"}, 422, "fromat"),
        ({"text": "x", "format": "text", "options": {"profile": "none"}}, 422, "options.profile"),
        ({"text": "x", "format": "text", "options": {"lang": "fr"}}, 422, "options.lang"),
        ({"text": "x", "format": "text", "options": {"select": ["K999"]}}, 422, "options.select"),
        ({"text": "x", "format": "text", "options": {"rule_folders": ["/etc"]}}, 422, "options.rule_folders"),
        ({"text": "x", "format": "text", "options": {"patterns": ["(a+)+"]}}, 422, "options.patterns"),
        ({"text": "x", "format": "text", "options": {"limits": {"objectives": 3}}}, 422, "options.limits.objectives"),
        ({"objectives": [], "options": {"limits": {"objectives": [4, 2]}}}, 422, "options.limits.objectives"),
        ("just a string", 422, ""),
    ],
)  # fmt: skip
def test_errors_name_the_field(client: httpx.Client, body: Any, status: int, field: str) -> None:
    answer = client.post("/v1/check", json=body)
    problem = answer.json()
    assert (answer.status_code, problem["field"], problem["status"]) == (status, field, status)
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["instance"].endswith(answer.headers["x-request-id"])


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"select": "K999"}, "select"),
        ({"profile": "none"}, "profile"),
        ({"preview": "perhaps"}, "preview"),
        ({"format": "zip"}, "format"),
        ({"path": "p" * 1_001}, "path"),
        ({"patterns": "(a+)+"}, "patterns"),
    ],
)
def test_errors_name_the_field_of_the_query(client: httpx.Client, query: dict[str, str], field: str) -> None:
    answer = client.post("/v1/check", content=b"x", params={"format": "text", **query})
    assert (answer.status_code, answer.json()["field"]) == (422, field)


def test_errors_name_the_field_of_a_form(client: httpx.Client) -> None:
    def refused(files: Any, data: Any) -> Any:
        answer = client.post("/v1/fix", files=files, data=data)
        return answer.status_code, answer.json()["field"]

    one = ("file", ("a.md", b"# O1: a"))
    assert refused([one], {"unsafe": "perhaps"}) == (422, "unsafe")
    assert refused([one], {"options": '{"profile": "x"}'}) == (422, "options.profile")
    assert refused([one], {"mood": "x"}) == (422, "mood")
    assert refused([one, one], {}) == (422, "file")


def test_a_misspelt_field_is_told_the_right_one(client: httpx.Client) -> None:
    for body, right in (
        ({"fromat": "text"}, "'format'"),
        ({"format": "text", "options": {"profle": "x"}}, "'profile'"),
    ):
        assert f"did you mean {right}" in client.post("/v1/check", json={"text": "x", **body}).json()["detail"]


def test_requests_that_are_no_requests(client: httpx.Client) -> None:
    headers = {"content-type": "application/json"}
    assert client.post("/v1/check", content=b'{"text": ', headers=headers).status_code == 400
    assert client.post("/v1/check", content=b"\xff\xfe{}", headers=headers).status_code == 400
    assert client.post("/v1/check", content=b"x", headers={"content-type": "image/png"}).status_code == 415
    assert client.post("/v1/check", content=b"x", headers={"content-encoding": "gzip"}).status_code == 415
    assert client.post("/v1/check", json=OKR, params={"profil": "google"}).json()["field"] == "profil"
    deep = b'{"objectives":' + b"[" * 150 + b"]" * 150 + b"}"
    assert client.post("/v1/check", content=deep, headers=headers).json()["type"].endswith(":too-deep")
    form = {"content-type": "multipart/form-data; boundary=b"}
    assert client.post("/v1/check", content=b"--b\r\nnonsense", headers=form).status_code in (400, 422)
    assert client.get("/v1/check").status_code == 405
    assert client.get("/nothing").json()["type"].endswith(":not-found")


def test_parse_and_score(client: httpx.Client) -> None:
    body = {"text": TEXT, "format": "markdown"}
    parsed = only_file(client.post("/v1/parse", json=body))
    assert {f["code"] for f in parsed["findings"]} <= {"F002", "F003"}
    assert parsed["objectives"][0]["key_results"][1]["quantities"][0]["target"] == 35
    scored = only_file(client.post("/v1/score", json=body))
    assert 0 <= scored["score"]["total"] <= 100
    assert [one["id"] for one in scored["statements"]] == ["O1", "O1/KR1", "O1/KR2"]
