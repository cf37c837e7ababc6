"""Bad input: a document or a ReadError that says where, in bounded time, never another exception."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from okr_lint.model import Document
from okr_lint.readers import ReadError, read_bytes
from okr_lint.readers import read as read_module
from tests.readers.damaged import damage
from tests.readers.damaged.samples import FORMATS, KEY_RESULTS, OBJECTIVE, samples

SAMPLES = samples()
CONTAINERS = ("xlsx", "ods", "docx")
TEXTS = [name for name in SAMPLES if name not in (*CONTAINERS, "xls")]
# Damage of these formats' own kinds that is no longer the format at all; HTML, CSV, Markdown … accept any text.
STRICT = ("json", "feishu", "yaml", "toml")


def cases(name: str) -> Iterator[tuple[str, bytes]]:
    yield from damage.any_format(SAMPLES[name])
    yield from damage.own(name)
    if name in CONTAINERS:
        yield from damage.container(SAMPLES[name])
    if name == "xls":
        yield from damage.old_workbook(SAMPLES[name])


ALL = [pytest.param(name, data, id=f"{name}: {kind}") for name in SAMPLES for kind, data in cases(name)]


def read(name: str, data: bytes) -> Document | ReadError:
    try:
        return read_bytes(data, f"a.{name}", FORMATS.get(name, name))
    except ReadError as error:
        return error


def test_every_reader_has_a_sample() -> None:
    assert {FORMATS.get(name, name) for name in SAMPLES} == set(read_module.FORMATS)
    assert set(SAMPLES) >= {"xlsx", "xls", "ods"}


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


def test_broken_old_workbooks_are_refused() -> None:
    assert [kind for kind, data in damage.old_workbook(SAMPLES["xls"]) if isinstance(read("xls", data), Document)] == []


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("docx", "main part missing", "its part word/document.xml is missing"),
        ("docx", "main part cut", "its part word/document.xml is damaged: "),
        ("docx", "[Content_Types].xml missing", "its part [Content_Types].xml is missing"),
        ("xlsx", "main part missing", "its part xl/worksheets/sheet1.xml is missing"),
        ("xlsx", "main part cut", "its part xl/worksheets/sheet1.xml is damaged: "),
        ("ods", "main part missing", "its part content.xml is missing"),
    ],
)
def test_the_part_that_is_damaged_is_named(name: str, kind: str, said: str) -> None:
    error = read(name, dict(damage.container(SAMPLES[name]))[kind])
    assert isinstance(error, ReadError) and said in error.message
    assert "damaged: " not in said or "line 1, column" in error.message or "line 2, column" in error.message


@pytest.mark.parametrize("name", TEXTS)
def test_a_line_of_fifty_megabytes_is_refused_at_once(name: str) -> None:
    start = time.process_time()
    found = read(name, b"x" * 50_000_000)
    assert isinstance(found, ReadError) and found.line == 1
    assert time.process_time() - start < 2
