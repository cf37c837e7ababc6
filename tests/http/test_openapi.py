"""The OpenAPI document is true: its examples are answered, answers fit it, no request it allows gives a 5xx."""

from __future__ import annotations

import json
import os
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from okr_lint.http.app import create_app
from okr_lint.http.jobs.documents import MEDIA_TYPES
from okr_lint.http.schema.examples import BATCH_BODIES, DIFF_BODIES, EXAMPLES_BODIES, JSON_BODIES, MARKDOWN_BODIES
from tests.http.serving import Server

DOCUMENT: dict[str, Any] = create_app().openapi()
CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance]


def test_every_route_of_the_issue_is_described() -> None:
    paths = {f"{method} {path}" for path, methods in DOCUMENT["paths"].items() for method in methods}
    assert paths >= {
        "post /v1/check", "post /v1/check/batch", "post /v1/parse", "post /v1/score", "post /v1/fix", "post /v1/diff",
        "get /v1/rules", "get /v1/rules/{code}", "get /v1/examples", "get /v1/version",
        "get /healthz", "get /readyz", "get /metrics",
    }  # fmt: skip
    references = {part.split('"')[0] for part in json.dumps(DOCUMENT).split('"#/components/schemas/')[1:]}
    assert references <= DOCUMENT["components"]["schemas"].keys()


def test_every_body_has_examples_in_both_languages() -> None:
    for path, methods in DOCUMENT["paths"].items():
        for about in methods.values():
            if "requestBody" not in about:
                continue
            shown = json.dumps(
                [content.get("examples") for content in about["requestBody"]["content"].values()], ensure_ascii=False
            )
            assert any("\u4e00" <= char <= "\u9fff" for char in shown), path
            assert any(word in shown for word in ("New shops", "New customers")), path


def test_the_served_document_is_this_one(client: httpx.Client) -> None:
    assert client.get("/openapi.json").json() == DOCUMENT


@pytest.mark.parametrize("name", JSON_BODIES)
@pytest.mark.parametrize("path", ["/v1/check", "/v1/parse", "/v1/score", "/v1/fix"])
def test_json_examples_are_answered(client: httpx.Client, path: str, name: str) -> None:
    answer = client.post(path, json=JSON_BODIES[name]["value"])
    assert answer.status_code == 200 and answer.json()["files"][0]["error"] is None


def test_other_examples_are_answered(client: httpx.Client) -> None:
    for example in MARKDOWN_BODIES.values():
        answer = client.post("/v1/check", content=example["value"], headers={"content-type": "text/markdown"})
        assert answer.json()["summary"]["objectives"] == 1
    for example in DIFF_BODIES.values():
        changes = client.post("/v1/diff", json=example["value"]).json()["changes"]
        assert "retargeted" in [one["kind"] for one in changes]
    for language, example in EXAMPLES_BODIES.items():
        answer = client.post("/v1/examples", json=example["value"])
        assert {one["language"] for one in answer.json()["examples"]} == {language}
    for example in BATCH_BODIES.values():
        headers = {"content-type": "application/x-ndjson"}
        lines = client.post("/v1/check/batch", content=example["value"], headers=headers).text.splitlines()
        assert [json.loads(line)["summary"]["objectives"] for line in lines] == [1, 1]


_OFFICE = [name for name in MEDIA_TYPES if "officedocument" in name]


@schemathesis.serializer(*_OFFICE, "application/x-ndjson", "application/toml")
def raw(context: schemathesis.SerializationContext, value: Any) -> bytes:
    """Bodies that are the document itself."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")


schema = schemathesis.openapi.from_dict(DOCUMENT)


@schema.parametrize()
@settings(
    max_examples=int(os.environ.get("OKR_LINT_EXAMPLES", "25")),
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_whatever_the_document_allows_is_answered_as_it_says(case: schemathesis.Case, server: Server) -> None:
    case.call_and_validate(base_url=server.url, checks=CHECKS, timeout=60)
