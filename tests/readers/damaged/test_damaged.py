"""Bad input: a document or a ReadError that says where, in bounded time, never another exception."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from okr_lint.model import Document
from okr_lint.readers import ReadError, read_bytes
from tests.readers.damaged import damage
from tests.readers.damaged.samples import KEY_RESULTS, OBJECTIVE, samples

SAMPLES = samples()
TEXTS = [name for name in SAMPLES if name not in ("xlsx", "docx")]
# Damage of these formats' own kinds that is no longer the format at all; HTML, CSV, Markdown … accept any text.
STRICT = ("json", "yaml", "toml")


def cases(name: str) -> Iterator[tuple[str, bytes]]:
    yield from damage.any_format(SAMPLES[name])
    yield from damage.own(name)
    if name in ("xlsx", "docx"):
        yield from damage.container(SAMPLES[name])


ALL = [pytest.param(name, data, id=f"{name}: {kind}") for name in SAMPLES for kind, data in cases(name)]


def read(name: str, data: bytes) -> Document | ReadError:
    try:
        return read_bytes(data, f"a.{name}", name)
    except ReadError as error:
        return error


@pytest.mark.parametrize("name", SAMPLES)
def test_the_sound_file_is_read(name: str) -> None:
    document = read(name, SAMPLES[name])
    assert isinstance(document, Document)
    assert [(o.text, [k.text for k in o.key_results]) for o in document.objectives] == [(OBJECTIVE, KEY_RESULTS)]
    assert len(list(cases(name))) >= 30


@pytest.mark.parametrize(("name", "data"), ALL)
def test_damaged(name: str, data: bytes) -> None:
    start = time.process_time()
    found = read(name, data)
    assert time.process_time() - start < 5
    if isinstance(found, ReadError):
        assert found.message
        assert name not in TEXTS or (found.line or 0) >= 1
    else:
        for statement in found.statements():
            assert statement.span is None or 0 <= statement.span.start <= statement.span.end <= len(found.source.text)


@pytest.mark.parametrize("name", STRICT)
def test_what_is_not_the_format_is_refused(name: str) -> None:
    assert [kind for kind, data in damage.own(name) if isinstance(read(name, data), Document)] == []


# What can be read all the same: the parts that matter are found without these, or hold no cell.
HARMLESS = {
    "docx": {"a size that lies"},
    "xlsx": {"[Content_Types].xml missing", "[Content_Types].xml cut", "_rels/.rels missing", "_rels/.rels cut"}
    | {"a size that lies", "deep elements"},
}


@pytest.mark.parametrize("name", HARMLESS)
def test_broken_containers_are_refused(name: str) -> None:
    accepted = {kind for kind, data in damage.container(SAMPLES[name]) if isinstance(read(name, data), Document)}
    assert accepted <= HARMLESS[name]


@pytest.mark.parametrize("name", TEXTS)
def test_a_line_of_fifty_megabytes_is_refused_at_once(name: str) -> None:
    start = time.process_time()
    found = read(name, b"x" * 50_000_000)
    assert isinstance(found, ReadError) and found.line == 1
    assert time.process_time() - start < 2
