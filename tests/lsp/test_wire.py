"""What is put together by hand is what the protocol's own types give."""

from __future__ import annotations

import json
from typing import Any

import pytest
from lsprotocol import types
from lsprotocol.converters import get_converter

from benchmarks.lsp_typing import document
from okr_lint.linter import Linter
from okr_lint.lsp.checking import Checked, check
from okr_lint.lsp.diagnostics import diagnostic
from okr_lint.lsp.protocol import OkrProtocol, Prepared
from okr_lint.lsp.publishing import report
from okr_lint.lsp.server import create_server
from okr_lint.lsp.wire import diagnostics_json, result_id
from okr_lint.lsp.workbench import Job

TEXTS = {
    "many.md": document(12).replace("小周", "小周👍🏽") + "\n<!-- okr-lint: ignore K999 (why) -->\n",
    "emoji.md": "## O1：让𠮷野家👩‍👩‍👧更\u0301好\n"
    "- KR1：尽量\t把“排班”\\耗时从 95 分钟降到 10 分钟\n- KR2：优化👍排班流程\n",
    "same.md": "## O1: Small bakeries trust us\n"
    "- KR1: Raise NPS from 31 to 45\n- KR2: Raise NPS from 31 to 45\n- KR3: NPS 45\n",
    "empty.md": "",
    "nothing.md": "# Minutes\n\nWe met.\n",
    "bom.md": "\ufeff## O1：优化流程\r\n- KR1：优化流程\r\n",
    "broken.json": '{"objectives": [',
}


def checked(name: str, encoding: str = "utf-16") -> Checked:
    return check(Job(f"file:///okr/{name}", TEXTS[name], 1, None), Linter(), encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("name", [name for name in TEXTS if name != "broken.json"])
def test_diagnostics(name: str, encoding: str) -> None:
    made = checked(name, encoding)
    expected = get_converter().unstructure([diagnostic(made, one) for one in made.result.findings])
    assert json.loads(diagnostics_json(made)) == expected
    assert expected or name != "many.md"
    if name == "many.md":
        assert {key for one in expected for key in one} >= {"tags", "relatedInformation", "codeDescription", "data"}


def test_a_text_that_cannot_be_read() -> None:
    (one,) = json.loads(diagnostics_json(checked("broken.json")))
    structured = get_converter().structure(one, types.Diagnostic)
    assert (structured.code, structured.severity) == ("F001", types.DiagnosticSeverity.Error)


class _Written:
    def __init__(self) -> None:
        self.data = b""

    def write(self, data: bytes) -> None:
        self.data += data

    def close(self) -> None:
        pass


def _sent(act: Any) -> Any:
    protocol: OkrProtocol = create_server().protocol
    written = _Written()
    protocol.set_writer(written)
    act(protocol)
    head, _, body = written.data.partition(b"\r\n\r\n")
    assert head == b"Content-Length: %d" % len(body)
    return json.loads(body)


def test_a_notification_and_an_answer_are_framed_as_the_protocol_asks() -> None:
    text = '{"a":"优化👍","b":"' + "\ud83d" + '"}'
    told = _sent(lambda protocol: protocol.notify_prepared("x/y", Prepared(text)))
    assert told == {"jsonrpc": "2.0", "method": "x/y", "params": {"a": "优化👍", "b": "\ud83d"}}
    answered = _sent(lambda protocol: protocol._send_response("7", Prepared(text)))
    assert answered == {"jsonrpc": "2.0", "id": "7", "result": told["params"]}


def test_reports() -> None:
    items = diagnostics_json(checked("same.md"))
    full = json.loads(report(items, None))
    assert full == {"kind": "full", "resultId": result_id(items), "items": json.loads(items)}
    assert json.loads(report(items, full["resultId"])) == {"kind": "unchanged", "resultId": full["resultId"]}
    assert json.loads(report(items, "other"))["kind"] == "full"
