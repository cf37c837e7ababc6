"""Our own JSON shape: one string is one statement, exactly as it stands, at its literal's place."""

from __future__ import annotations

import json

import pytest

from okr_lint.model import Document
from okr_lint.model.quoting import quote
from okr_lint.readers import ReadError, read_text


def read(text: str) -> Document:
    return read_text(text, "a.json", "json")


def test_strings_are_kept_exactly_and_in_order() -> None:
    own = {
        "objectives": [
            {
                "objective": "  O1: Doctors find us [P0] 70% @li ",
                "key_results": ["KR1: a. KR2: b", "", {"text": " c\n"}],
            },
            {"objective": "", "key_results": []},
            {"objective": "Doctors find us", "key_results": ["x", "x"]},
            {"objective": "Doctors find us", "key_results": ["5"]},
        ]
    }
    document = read(json.dumps(own))
    assert [(o.text, [k.text for k in o.key_results]) for o in document.objectives] == [
        ("  O1: Doctors find us [P0] 70% @li ", ["KR1: a. KR2: b", "", " c\n"]),
        ("", []),
        ("Doctors find us", ["x", "x"]),
        ("Doctors find us", ["5"]),
    ]
    assert [s.id for s in document.statements()][:5] == ["O1", "O1/KR1", "O1/KR2", "O1/KR3", "O2"]
    assert all(s.label is None for s in document.statements())


def test_spans_are_the_literals_content_and_escapes_map_as_a_whole() -> None:
    text = '{"objectives": [{"objective": "\\u533b\\"生\\ud83d\\ude00满意", "key_results": ["a\\tb"]}]}'
    objective = read(text).objectives[0]
    assert objective.text == '医"生\U0001f600满意'
    assert objective.span is not None
    assert text[slice(*objective.span)] == '\\u533b\\"生\\ud83d\\ude00满意'
    covered = [text[slice(*(objective.source_span(i, i + 1) or (0, 0)))] for i in range(6)]
    assert covered == ["\\u533b", '\\"', "生", "\\ud83d\\ude00", "满", "意"]
    assert quote(objective.text, objective.quoting) == '医\\"生\U0001f600满意'


def test_every_statement_reads_back_from_its_span() -> None:
    made = {
        "objectives": [
            {"objective": f'goal "{i}" 目标\n', "key_results": [f"k\\{i}", {"text": "\u2028é"}]} for i in range(5)
        ]
    }
    for ascii_only in (True, False):
        text = json.dumps(made, ensure_ascii=ascii_only, indent=3)
        for statement in read(text).statements():
            assert statement.span is not None
            assert json.loads(f'"{text[slice(*statement.span)]}"') == statement.text


def test_what_is_said_about_a_statement_goes_to_its_context() -> None:
    document = read(
        '{"cycle": "2026 Q2", "team": "Ward 3", "objectives": [{"objective": "o", "owner": "Mei", "key_results": '
        '[{"text": "k", "owner": "Ann", "weight": 0.5, "progress": "40%", "deadline": "2026-05-01"}, "l"]}]}'
    )
    first, second = document.objectives[0].key_results
    assert (first.context.owner, first.context.weight, first.context.progress) == ("Ann", "0.5", "40%")
    assert (first.context.deadline, first.context.cycle, first.context.team) == ("2026-05-01", "2026 Q2", "Ward 3")
    assert (second.context.owner, second.context.deadline) == ("Mei", None)


def test_an_objective_alone_and_json_lines() -> None:
    one = '{"objective": "o", "key_results": ["a", "b"]}'
    assert [len(o.key_results) for o in read(one).objectives] == [2]
    lines = read(f"{one}\n{one}\r\n\n{one}\n").objectives
    assert [(o.text, len(o.key_results)) for o in lines] == [("o", 2)] * 3
    assert lines[1].span == (len(one) + 16, len(one) + 17)


def test_lone_surrogates_do_not_break_the_output() -> None:
    objective = read('{"objective": "a\\ud83d b", "key_results": []}').objectives[0]
    assert objective.text == "a\ufffd b"
    objective.text.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ('{"objectives": [\n {"objective": "a" "key_results": []}]}', 2, 20, "','"),
        ('{"objectives": [', 1, 17, "ends too early"),
        ('{"objective": "a\nb"}', 1, 17, "control character"),
        ('{"objective": "a', 1, 15, "Unterminated"),
        ("[1,]", 1, 4, "a value"),
        ('{"a": 1,}', 1, 9, "a key"),
        ("{a: 1}", 1, 2, "a key"),
        ('{"a" 1}', 1, 6, "':'"),
        ("", 1, 1, "ends too early"),
        ("nope", 1, 1, "a value"),
        ("[" * 100_000, 1, 101, "levels deep"),
        ('{"a":' * 100_000, 1, 501, "levels deep"),
    ],
)
def test_bad_json_says_where(text: str, line: int, column: int, says: str) -> None:
    with pytest.raises(ReadError) as raised:
        read(text)
    assert (raised.value.line, raised.value.column) == (line, column)
    assert says in raised.value.message
