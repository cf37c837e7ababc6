"""A client that openapi-python-client makes from our document talks to the server."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import httpx

from tests.http.serving import Server

_PROGRAM = """
import sys
from okr_lint_client import Client
from okr_lint_client.api.documents import check, score
from okr_lint_client.api.rules import rule
from okr_lint_client.models import Options, OptionsProfile, ProblemDetails, Report, TextRequest, TextRequestFormatType0

client = Client(base_url=sys.argv[1])
options = Options(profile=OptionsProfile.GOOGLE, select=["K2"])
text = "# O1: 让新门店独立运转\\n- KR1: 优化流程\\n"
request = TextRequest(text=text, format_=TextRequestFormatType0.MARKDOWN, options=options)
report = check.sync(client=client, body=request)
assert isinstance(report, Report), report
assert "K201" in [f.code for f in report.files[0].findings], report
assert score.sync(client=client, body=request).score is not None
assert rule.sync("K202", client=client).name == "activity-as-key-result"
wrong = check.sync(client=client, body=TextRequest(text="x"))
assert isinstance(wrong, ProblemDetails) and wrong.field == "format", wrong
print("spoken")
"""


def test_generated_client(server: Server, client: httpx.Client, tmp_path: Path) -> None:
    (tmp_path / "openapi.json").write_text(json.dumps(client.get("/openapi.json").json()))
    generator = Path(sys.executable).parent / "openapi-python-client"
    (tmp_path / "config.yaml").write_text("post_hooks: []\n")
    command = [
        str(generator),
        "generate",
        "--path",
        "openapi.json",
        "--meta",
        "none",
        "--output-path",
        "okr_lint_client",
    ]
    subprocess.run([*command, "--config", "config.yaml"], cwd=tmp_path, check=True, capture_output=True, timeout=120)
    run = [sys.executable, "-c", _PROGRAM, server.url]
    spoken = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert spoken.stdout == "spoken\n", spoken.stderr
