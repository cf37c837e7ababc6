"""YAML: every style of scalar with its place, anchors, several documents, comments, bad input."""

from __future__ import annotations

import random

import pytest
import yaml

from okr_lint.model import Document, Statement
from okr_lint.model.quoting import quote
from okr_lint.readers import ReadError, read_text
from tests.readers.shape_cases import SHAPES


def read(text: str) -> Document:
    return read_text(text, "a.yaml", "yaml")


def place(document: Document, statement: Statement, start: int = 0, end: int | None = None) -> str:
    span = statement.source_span(start, len(statement.text) if end is None else end)
    assert span is not None
    return document.source.text[slice(*span)]


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("flow", [True, False])
def test_shapes_of_json_hold_in_yaml(name: str, flow: bool) -> None:
    value, expected = SHAPES[name]
    document = read(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, default_flow_style=flow))
    assert [(o.text, [k.text for k in o.key_results]) for o in document.objectives] == expected


STYLES = """\
quarter: 2026-Q2
objectives:
- objective: 'It''s one
    clean beach'  # where we start
  key_results:
  - plain line
    that goes on
  - "5\\u2030 litter, \\
     measured\\tweekly"
  - |
    kept line  # no comment
      deeper
  - >-
    folded
    line
  - 12
"""


def test_every_style_of_scalar() -> None:
    document = read(STYLES)
    objective = document.objectives[0]
    assert objective.text == "It's one clean beach"
    assert place(document, objective) == "It''s one\n    clean beach"
    assert place(document, objective, 2, 4) == "''s"
    assert place(document, objective, 9, 14) == "clean"
    texts = [(k.text, k.quoting) for k in objective.key_results]
    assert texts == [
        ("plain line that goes on", "plain"),
        ("5‰ litter, measured\tweekly", "yaml-double"),
        ("kept line  # no comment\n  deeper", "yaml-block"),
        ("folded line", "yaml-block"),
        ("12", "plain"),
    ]
    plain, double, literal, folded, _ = objective.key_results
    assert place(document, plain, 11, 15) == "that"
    assert place(document, double, 1, 2) == "\\u2030"
    assert place(document, double, 11, 19) == "measured"
    assert place(document, literal) == "kept line  # no comment\n      deeper"
    assert place(document, literal, 26, 32) == "deeper"
    assert place(document, folded, 7, 11) == "line"
    assert [c.text for c in document.comments] == ["where we start"]
    assert objective.context.cycle == "2026-Q2"


def test_an_edit_in_quotes_reads_back() -> None:
    text = "- {objective: 'a''b', key_results: [\"c\\td\"]}\n"
    for statement in list(read(text).statements()):
        assert statement.span is not None
        edited = text[: statement.span.start] + quote('it\'s "so"', statement.quoting) + text[statement.span.end :]
        assert 'it\'s "so"' in [s.text for s in read(edited).statements()]


@pytest.mark.parametrize("style", [None, "'", '"', "|", ">"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_visible_character_is_found_again(style: str | None, newline: str) -> None:
    chance = random.Random(7)
    letters = "ab中文 '\"\\#:,-é\U0001f600  \n"
    for _ in range(60):
        wanted = "x" + "".join(chance.choice(letters) for _ in range(chance.randint(3, 90))).strip() + "y"
        text = yaml.dump(
            [{"objective": wanted, "key_results": ["k"]}],
            default_style=style,
            allow_unicode=True,
            width=20,
            sort_keys=False,
        ).replace("\n", newline)
        document = read(text)
        statement = document.objectives[0]
        wanted = yaml.safe_load(text)[0]["objective"].rstrip("\n")  # PyYAML folds some texts wrongly
        assert statement.text == wanted
        for i, char in enumerate(wanted):
            if char.isspace() or char == "\U0001f600":
                continue
            assert place(document, statement, i, i + 1) in (char, char * 2, "\\" + char), (text, i)


def test_anchors_merge_keys_and_several_documents() -> None:
    text = "base: &b {owner: Ida, quarter: Q3}\nobjectives:\n- <<: *b\n  objective: o\n  key_results: &k [a, b]\n"
    document = read(text + "---\n# next\n- objective: p\n  key_results: [c]\n...\n")
    assert [(o.text, [k.text for k in o.key_results]) for o in document.objectives] == [("o", ["a", "b"]), ("p", ["c"])]
    assert document.objectives[0].context.owner == "Ida"
    assert [c.text for c in document.comments] == ["next"]


def test_comments_stand_outside_scalars() -> None:
    text = "# okr-lint: ignore-file K205 (r)\r\na: 'x # no' #yes\r\nb: c#no\r\nd: |\r\n  # no\r\n# 好\r\ne: [1] # z"
    found = read(text).comments
    assert [c.text for c in found] == ["okr-lint: ignore-file K205 (r)", "yes", "好", "z"]
    assert [text[slice(*c.span)] for c in found] == ["# okr-lint: ignore-file K205 (r)", "#yes", "# 好", "# z"]


BOMB = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join(['*' + old] * 10)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (BOMB, 6, "aliases stand for more than"),
        ("a: &a [*a]", 1, "refers to itself"),
        ("a: *b", 1, "has no anchor"),
        ("a: [1, 2", 1, "not valid YAML"),
        ("a: b: c", 1, "not valid YAML"),
        ("a: 'x", 1, "not valid YAML"),
        ("a: 1\n\tb: 2", 2, "not valid YAML"),
        ("a: 1\nb: \x01", 2, "not valid YAML"),
        ("[" * 500, 1, "levels deep"),
        ("- " * 200 + "x", 1, "levels deep"),
        ("\n".join(" " * i + "a:" for i in range(300)), 101, "levels deep"),
    ],
)
def test_bad_yaml_says_where(text: str, line: int, says: str) -> None:
    with pytest.raises(ReadError) as raised:
        read(text)
    assert says in raised.value.message
    assert raised.value.line == line


def test_a_block_that_is_a_list_of_key_results() -> None:
    listed = "- objective: o\n  key_results: |\n    - first of two\n      and more\n    - KR2: second\n"
    document = read(listed + "- objective: p\n  key_results: >\n    one\n    sentence\n")
    first, second = document.objectives
    assert [(k.label, k.text) for k in first.key_results] == [(None, "first of two\n  and more"), ("KR2", "second")]
    assert place(document, first.key_results[1]) == "second"
    assert [k.text for k in second.key_results] == ["one sentence"]
