"""Ways in which a file gets broken: the same for every format, and some of each format's own."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from itertools import pairwise

N = 20_000
Damaged = tuple[str, bytes]


def any_format(data: bytes) -> Iterator[Damaged]:
    """Thirty-odd damaged forms of some bytes: cut, flipped, doubled, mixed, mistaken for others."""
    for share in (0, 5, 15, 25, 40, 50, 60, 75, 85, 95, 99):
        yield f"cut at {share}%", data[: len(data) * share // 100]
    for share in (10, 50, 90):
        yield f"beginning lost, {share}%", data[len(data) * share // 100 :]
    chance = random.Random(11)
    for count in (1, 4, 40):
        for kind in range(3):
            broken = bytearray(data)
            for _ in range(count):
                broken[chance.randrange(len(broken))] = (chance.randrange(256), 0, 0x7F)[kind]
            yield f"{count} bytes changed, {kind}", bytes(broken)
    yield "a block repeated", data[: len(data) // 2] + data[len(data) // 3 :]
    yield "a block lost", data[: len(data) // 3] + data[len(data) // 2 :]
    yield "halves swapped", data[len(data) // 2 :] + data[: len(data) // 2]
    yield "noise", chance.randbytes(3000)
    yield "nothing but NUL", bytes(500)
    yield "nothing but 0xFF", b"\xff" * 500
    yield "a picture", b"\x89PNG\r\n\x1a\n" + chance.randbytes(800)
    yield "wrong byte-order mark", b"\xff\xfe" + data
    yield "UTF-16 cut within a character", "\ufeff目标：少排队".encode("utf-16-le")[:-1]
    yield "a PDF", b"%PDF-1.7\n" + chance.randbytes(200)


def own(name: str) -> Iterator[Damaged]:
    """What can be wrong with one format only."""
    return _OWN.get(name, lambda: iter(()))()


def _json() -> Iterator[Damaged]:
    yield "deep list", b"[" * 100_000
    yield "deep object", b'{"a":' * 100_000
    yield "deep and closed", b"[" * 5000 + b"]" * 5000
    yield "open string", b'["' + b"x" * N
    yield "bad escape", b'["\\q"]'
    yield "half an escape", b'["\\u12"]'
    yield "single quotes", b"{'objective': 'a'}"
    yield "comment", b'{"objective": "a" /* b */}'
    yield "two values in a list", b'["a" "b"]'
    yield "garbage behind", b'{"objective": "a", "key_results": []} x'
    yield "escapes without end", b'["' + b"\\" * N


def _yaml() -> Iterator[Damaged]:
    names = "abcdefghi"
    bomb = "a: &a [" + ",".join(["x"] * 9) + "]\n"
    bomb += "".join(f"{new}: &{new} [{','.join(['*' + old] * 9)}]\n" for old, new in pairwise(names))
    yield "alias bomb", bomb.encode()
    yield "circle", b"a: &a {b: *a}"
    yield "deep flow", b"[" * 100_000
    yield "deep flow lines", b"[\n" * 50_000
    yield "deep block", "\n".join(" " * i + "- " for i in range(1500)).encode()
    yield "open quotation", b"a: 'b\nc: d\n"
    yield "tabs", b"a:\n\t- b\n"
    yield "two colons", b"a: b: c\n"
    yield "unknown escape", b'a: "\\q"\n'
    yield "bad indentation", b"a:\n  b: 1\n c: 2\n"
    yield "no such anchor", b"a: *nowhere\n"
    yield "control character", b"a: \x02\n"


def _toml() -> Iterator[Damaged]:
    yield "deep list", b"a = " + b"[" * 100_000
    yield "deep tables", b"a = " + b"{b = " * 50_000
    yield "key of many parts", b"a" + b".a" * 100_000 + b" = 1"
    yield "header of many parts", b"[a" + b".a" * 100_000 + b"]"
    yield "open string", b'a = "b\nc = 1\n'
    yield "open block", b'a = """b\nc = 1\n' + b'"" ' * N
    yield "unknown escape", b'a = "\\q"\n'
    yield "key twice", b"a = 1\na = 2\n"
    yield "table twice", b"[a]\n[a]\n"
    yield "no value", b"a =\n"
    yield "no key", b"= 1\n"
    yield "two values", b"a = 1 2\n"
    yield "open list", b"a = [1, 2\n"
    yield "open header", b"[a\nb = 1\n"
    yield "many tables, the last one open", b"".join(b"[a%d]\n" % i for i in range(N)) + b"["


def old_workbook(data: bytes) -> Iterator[Damaged]:
    """Damage inside an OLE container (XLS): what a library without checks follows, or makes room for, without end."""

    def changed(at: int, new: bytes) -> bytes:
        return data[:at] + new + data[at + len(new) :]

    table = 512 * (int.from_bytes(data[76:80], "little") + 1)
    size, cell = data.index(b"\x00\x02\x0e\x00") + 4, data.rindex(b"\xfd\x00\x0a\x00") + 4
    yield "sectors in a circle", changed(table, bytes(4))
    yield "sector behind the end", changed(table, (9_999).to_bytes(4, "little"))
    yield "table twice", changed(80, data[76:80])
    yield "list of tables in a circle", changed(68, bytes(4))
    yield "size that ends before it starts", changed(size, (23_296).to_bytes(4, "little"))
    yield "cell far away", changed(cell, b"\xff\xff\xff\xff")
    yield "rows out of order", changed(data.index(b"\xfd\x00\x0a\x00") + 4, b"\xff\xff")


def _html() -> Iterator[Damaged]:
    for unit in (b"<div>", b"<a ", b"<!--", b"<a href='", b"</p>", b"<table><tr><td>", b"&#x", b"<", b"<li>"):
        yield f"repeated {unit!r}", unit * N
    yield "huge spans", b"<table><tr><td rowspan=99999 colspan=99999>O1: a<td colspan=-1>b" + b"<tr><td>c" * 2000


def _csv() -> Iterator[Damaged]:
    yield "open quotation", b'Objective,Key Result\n"' + b"a,b\n" * N
    yield "only delimiters", b"," * 200_000
    yield "only quotation marks", b'"' * 200_001
    yield "rows of other widths", b"Objective,Key Result\na\nb,c,d,e,f\n,,,,,,,\n" * 50
    yield "one long line", b"Objective," + b"x" * 2_000_000


def _lines() -> Iterator[Damaged]:
    yield "one long line", b"- KR1: " + b"word " * 40_000
    yield "deep quotes", b">" * 5000 + b" O1: x"
    yield "deep list", "\n".join("  " * i + "- a" for i in range(400)).encode()
    yield "open fence", b"```\nO1: a\n" + b"KR1: b\n" * 300
    yield "open brackets", b"[" * 5000
    yield "stars", b"*" * 8_000
    yield "table of one column", b"|a\n|-\n" + b"|x\n" * 2000


def repacked(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """A zip container with its parts changed; None leaves one out."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if (part := change(name, old.read(name))) is not None:
                new.writestr(name, part)
    return made.getvalue()


_ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
)


def container(data: bytes) -> Iterator[Damaged]:
    """Damage inside a zip container."""
    mains = ("word/document.xml", "xl/worksheets/sheet1.xml", "content.xml")
    with zipfile.ZipFile(io.BytesIO(data)) as sound:
        main = next(name for name in mains if name in sound.namelist())
    changes: dict[str, Callable[[bytes], bytes | None]] = {
        "main part missing": lambda part: None,
        "main part empty": lambda part: b"",
        "main part cut": lambda part: part[: len(part) // 2],
        "main part is text": lambda part: b"hello",
        "entities": lambda part: _ENTITIES,
        "deep elements": lambda part: b"<a>" * 50_000,
        "zip bomb": lambda part: bytes(80 * 1024 * 1024),
    }
    for name, change in changes.items():
        yield name, repacked(data, lambda n, part, change=change: change(part) if n == main else part)
    for name in ("[Content_Types].xml", "_rels/.rels") if main != "content.xml" else ("mimetype",):
        yield f"{name} missing", repacked(data, lambda n, part, name=name: None if n == name else part)
        yield f"{name} cut", repacked(data, lambda n, part, name=name: part[:40] if n == name else part)
    yield "an empty zip", b"PK\x05\x06" + bytes(18)
    lying = bytearray(data)
    at = lying.find(b"PK\x01\x02")
    lying[at + 24 : at + 28] = (5).to_bytes(4, "little")  # claims to unpack to five bytes
    yield "a size that lies", bytes(lying)


_OWN: dict[str, Callable[[], Iterator[Damaged]]] = {
    "json": _json,
    "feishu": _json,
    "yaml": _yaml,
    "toml": _toml,
    "html": _html,
    "csv": _csv,
    "markdown": _lines,
    "text": _lines,
    "rst": _lines,
}
