"""Malformed, deep and huge inputs: a document or a ReadError, and in time that grows with their size."""

import gc
import random
import time

import pytest

from okr_lint.readers import ReadError, read_bytes, read_text

HOSTILE = {
    "deep quotation": ">" * 20_000 + " x",
    "deep list": "".join(" " * (2 * i) + "- x\n" for i in range(600)),
    "nested markers": "1. " * 20_000 + "x",
    "brackets": "[" * 50_000,
    "parentheses": "KR1: " + "(" * 20_000 + "x" + ")" * 20_000,
    "emphasis": "*a " * 30_000,
    "labels": "KR1: a " * 8_000,
    "enumeration": "Objectives：1）a " * 5_000,
    "bars": "|" * 30_000 + "\n|" + "-|" * 30_000,
    "tags": "<div>" * 10_000 + "<table>" * 2_000,
    "comments": "<!--" * 10_000,
    "headings": "#\n" * 10_000,
    "colons": ": " * 30_000,
    "handles": "KR1: x " + "@a " * 20_000,
    "carriage returns": "\r" * 30_000 + "# O1: x",
    "dashes": "O1: x" + " - 70%" * 20_000,
}


@pytest.mark.parametrize("format", ["markdown", "text", "rst"])
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_are_read_in_reasonable_time(name: str, format: str) -> None:
    start = time.process_time()
    read_text(HOSTILE[name], format=format)
    assert time.process_time() - start < 10


@pytest.mark.parametrize("format", ["markdown", "text", "rst"])
def test_random_texts_never_crash(format: str) -> None:
    chance = random.Random(7)
    parts = [
        "# ",
        "O1：",
        "KR1: ",
        "- ",
        "  ",
        "\n",
        "|",
        "---",
        "**",
        "目标",
        "关键结果",
        "x",
        "1.1 ",
        "<td>",
        "```",
        "> ",
        "[",
        "](",
        "😀",
        "@a",
        "=>",
        "\t",
        "~~",
        ".. ",
        "=====",
        "(0.7)",
    ]
    for _ in range(300):
        text = "".join(chance.choice(parts) for _ in range(chance.randrange(1, 60)))
        document = read_text(text, format=format)
        for statement in document.statements():
            assert statement.span is not None and statement.text
            assert 0 <= statement.span.start < statement.span.end <= len(text)


def test_twice_the_size_takes_about_twice_the_time() -> None:
    unit = "# O1: Bake better bread\n\n- KR1: From 1 to 2 (Owner: @x)\n- KR2: **Bold** [l](http://x) text\n\n"

    def seconds(count: int) -> float:
        # the collector's work grows with what other tests left behind, not with this text
        gc.collect()
        gc.disable()
        try:
            start = time.process_time()
            read_text(unit * count)
            return time.process_time() - start
        finally:
            gc.enable()

    seconds(10)
    small, large = (min(seconds(count) for _ in range(3)) for count in (100, 800))
    assert large < small * 32  # eight times the text; the square would be 64


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("# O1：烤面包\n".encode(), "utf-8"),
        (b"\xef\xbb\xbf" + "# O1：烤面包\n".encode(), "utf-8"),
        ("# O1：烤面包\n".encode("gb18030"), "gb18030"),
        ("# O1：烤面包\n".encode("utf-16"), "utf-16-le"),
        ("# O1: Bake the bread\n".encode("utf-16-le"), "utf-16-le"),
        ("# O1: Bake the bread\n".encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    document = read_bytes(data, "a.md")
    assert document.source.encoding == encoding
    assert document.objectives[0].text in ("烤面包", "Bake the bread")
    assert document.source.encode(document.source.text) == data


def test_binary_data_is_refused() -> None:
    with pytest.raises(ReadError):
        read_bytes(b"\x7fELF\x00\x00\x00\x01" * 50, "a.md")
    with pytest.raises(ReadError):
        read_bytes(bytes(range(128, 256)) * 3, "a.md")
