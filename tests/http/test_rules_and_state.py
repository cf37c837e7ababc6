"""GET: rules, versions, health, metrics, headers."""

from __future__ import annotations

import json
import re

import httpx

from okr_lint.readers.read import FORMATS
from okr_lint.version import tool_info


def test_rules(client: httpx.Client) -> None:
    rules = client.get("/v1/rules").json()["rules"]
    assert [rule["code"] for rule in rules] == sorted(rule["code"] for rule in rules)
    assert {"K202", "O101", "F001"} <= {rule["code"] for rule in rules}
    one = client.get("/v1/rules/k202").json()
    assert one == client.get("/v1/rules/activity-as-key-result").json()
    assert one["page"]["zh"].startswith("# K202") and one["title"]["zh"] != one["title"]["en"]


def test_an_unknown_rule_names_the_closest(client: httpx.Client) -> None:
    answer = client.get("/v1/rules/activity-as-keyresult")
    assert answer.status_code == 404 and "activity-as-key-result" in answer.json()["detail"]


def test_version_health_readiness(client: httpx.Client) -> None:
    assert client.get("/v1/version").json()["tool"] == tool_info()
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ready", "workers": 1}


def test_metrics_count(client: httpx.Client) -> None:
    def count() -> float:
        lines = client.get("/metrics").text.splitlines()
        name = 'okr_lint_requests_total{method="POST",route="/v1/score",status="422"} '
        return sum(float(one.removeprefix(name)) for one in lines if one.startswith(name))

    before = count()
    client.post("/v1/score", json={"text": "x"})
    assert count() == before + 1


def test_headers_of_every_answer(client: httpx.Client) -> None:
    for path in ("/", "/v1/rules", "/nothing"):
        headers = client.get(path, headers={"origin": "http://elsewhere.example"}).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff" and headers["x-frame-options"] == "DENY"
        assert "access-control-allow-origin" not in headers and "server" not in headers


def test_head_is_get_without_its_body(client: httpx.Client) -> None:
    for path in ("/", "/healthz", "/v1/rules/K202", "/nothing", "/v1/check"):
        head, get = client.head(path), client.get(path)
        assert (head.status_code, head.content) == (get.status_code, b"")
        assert head.headers["content-length"] == get.headers["content-length"]


def test_request_ids_are_taken_over_where_they_are_sound(client: httpx.Client) -> None:
    assert client.get("/healthz", headers={"x-request-id": "abc-1"}).headers["x-request-id"] == "abc-1"
    assert client.get("/healthz", headers={"x-request-id": 'a"b{}'}).headers["x-request-id"] != 'a"b{}'


def test_the_page_knows_every_format_and_which_are_binary(client: httpx.Client) -> None:
    formats = client.get("/v1/version").json()["formats"]
    (listed,) = re.findall(r'<select id="format">(.*?)</select>', client.get("/").text, re.S)
    (binary,) = re.findall(r"const BINARY = (.*?);", client.get("/page/files.js").text)
    assert set(json.loads(binary)) == {name for name, (_, _, is_binary) in FORMATS.items() if is_binary}
    named_by_endings = {name for name, endings in formats.items() if endings}
    assert set(re.findall(r'value="(\w+)"', listed)) | set(json.loads(binary)) == named_by_endings
