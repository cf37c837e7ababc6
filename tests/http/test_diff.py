"""POST /v1/diff."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import httpx
import pytest

from okr_lint.cli.main import main
from okr_lint.http.schema.examples import DIFF_BODIES


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_lowered_target_is_told_as_the_command_line_tells_it(
    client: httpx.Client, tmp_path: Path, language: str
) -> None:
    paths, example = [], DIFF_BODIES[language]["value"]
    body: dict[str, Any] = {"options": {"lang": language}}
    for side in ("old", "new"):
        path = tmp_path / f"{side}.md"
        path.write_text(example[side]["text"], "utf-8")
        paths.append(str(path))
        body[side] = {"text": example[side]["text"], "path": str(path)}
    out = io.StringIO()
    with redirect_stdout(out):
        main(["diff", *paths, "--output-format", "json", "--isolated", "--lang", language])
    said = json.loads(out.getvalue())
    answer = client.post("/v1/diff", json=body)
    assert answer.status_code == 200, answer.text
    made = answer.json()
    assert made["files"] == said["files"] and made["changes"] == said["changes"]
    assert [one["kind"] for one in made["changes"]] == ["same", "retargeted", "same"]
    assert [one["code"] for one in made["files"][0]["findings"]] == ["D501"]


def test_a_side_that_cannot_be_read_is_named(client: httpx.Client) -> None:
    good = {"text": "# O1: x", "format": "markdown"}
    broken = client.post("/v1/diff", json={"old": good, "new": {"text": "{", "format": "json"}})
    assert broken.status_code == 422 and broken.json()["field"] == "new.text"
    assert client.post("/v1/diff", json={"old": {"text": "x"}, "new": good}).json()["field"] == "old.format"
    assert client.post("/v1/diff", json={"old": good}).json()["field"] == "new"
