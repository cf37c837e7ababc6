"""The same document gives the same object through every front end, byte for byte."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.contract.documents import DOCUMENTS
from tests.contract.front_ends import FRONT_ENDS, library
from tests.http.serving import Server


@pytest.fixture
def document(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / request.param
    path.write_bytes(DOCUMENTS[request.param])
    return path


@pytest.mark.parametrize("front_end", [name for name in FRONT_ENDS if name != "library"])
@pytest.mark.parametrize("document", DOCUMENTS, indirect=True)
def test_same_object_as_the_library(front_end: str, document: Path, server: Server) -> None:
    expected = library(document, server)
    assert json.dumps(FRONT_ENDS[front_end](document, server)) == json.dumps(expected)


def test_the_documents_have_something_to_say(tmp_path: Path, server: Server) -> None:
    codes = set()
    for name, content in DOCUMENTS.items():
        (tmp_path / name).write_bytes(content)
        made = library(tmp_path / name, server)
        codes |= {finding["code"] for finding in made["findings"]} | ({"F001"} if made["error"] else set())
    assert {"F001", "F002"} <= codes and len(codes) >= 10
