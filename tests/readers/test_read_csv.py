"""CSV and TSV: layouts, delimiters, encodings, exact places."""

from __future__ import annotations

import pytest

from okr_lint.model import Document
from okr_lint.model.quoting import quote
from okr_lint.readers import read_bytes, read_text


def read(text: str) -> Document:
    return read_text(text, "a.csv", "csv")


def said(document: Document) -> list[tuple[str, list[str]]]:
    return [(o.text, [k.text for k in o.key_results]) for o in document.objectives]


def places(document: Document) -> list[str]:
    return [document.source.text[slice(*s.span)] for s in document.statements() if s.span is not None]


GROUPED = """2026 Q2 OKR,,,
部门：急诊,,,
序号,目标,关键结果（KR）,负责人 / Owner,起始值,目标值,权重
1,让危重病人先得到救治,KR1：分诊 3 分钟内完成,小秦,8,3,60%
,,家属满意度 90%,阿罗,,,40%
合计,,,,,,100%
2,夜班不再孤单,每班 2 名带教,,,,
"""


def test_objective_only_in_the_first_row_of_its_group() -> None:
    document = read(GROUPED)
    assert said(document) == [
        ("让危重病人先得到救治", ["分诊 3 分钟内完成", "家属满意度 90%"]),
        ("夜班不再孤单", ["每班 2 名带教"]),
    ]
    first, second = document.objectives[0].key_results
    assert (first.label, first.context.owner, first.context.baseline, first.context.target) == ("KR1", "小秦", "8", "3")
    assert (second.context.owner, second.context.weight, second.context.team) == ("阿罗", "40%", "急诊")
    assert (second.context.cycle, second.place) == ("2026 Q2", None)
    assert places(document) == [s.text for s in document.statements()]


def test_objective_repeated_in_every_row() -> None:
    document = read(
        "Objective,Key Result\nCalm wards,Noise under 40 dB\nFair rota,No double shifts\nCalm wards,Two quiet hours\n"
    )
    assert said(document) == [
        ("Calm wards", ["Noise under 40 dB", "Two quiet hours"]),
        ("Fair rota", ["No double shifts"]),
    ]


def test_one_row_per_objective_with_cells_of_several_lines() -> None:
    cells = ['"Say ""yes"" sooner"', '"1. Quote in 2 days\r\n   on average\r\n2. 30 pilots"', '"Ann\r\nBo"']
    text = "Goal;Key Results;Owners\r\n" + ";".join(cells) + "\r\n"
    document = read(text)
    assert said(document) == [('Say "yes" sooner', ["Quote in 2 days on average", "30 pilots"])]
    assert [k.context.owner for k in document.objectives[0].key_results] == ["Ann", "Bo"]
    assert places(document)[0] == 'Say ""yes"" sooner'
    assert {s.quoting for s in document.statements()} == {"csv"}
    objective = document.objectives[0]
    assert text[slice(*(objective.source_span(4, 5) or (0, 0)))] == '""'
    assert quote('a "b"', objective.quoting) == 'a ""b""'


def test_labels_in_one_cell() -> None:
    document = read("目标,关键成果\n少排队,KR1.1：候诊 20 分钟。KR1.2：退号率 1%\n")
    assert [(k.label, k.text) for k in document.objectives[0].key_results] == [
        ("KR1.1", "候诊 20 分钟。"),
        ("KR1.2", "退号率 1%"),
    ]


def test_numbered_columns_of_key_results() -> None:
    document = read("O\tKR1\tKR2\tKR3\tWho\nQuieter streets\tNoise 50 dB\t\tTwo car-free days\tLi\n")
    assert said(document) == [("Quieter streets", ["Noise 50 dB", "Two car-free days"])]
    assert document.objectives[0].context.owner == "Li"
    assert document.objectives[0].key_results[0].context.owner == "Li"


def test_a_tree_by_row_ids() -> None:
    document = read(
        "Row ID,Goal Title,Parent Goal IDs,Owner Emails,Start Value,Target Value\n"
        "1,Everyone finds a seat,,a@x.example,,\n4,Spare drivers on every line,3,,2,9\n"
        "2,Seats per train up,1,b@x.example,400,520\n3,Fewer trains cancelled,1,,,\n"
    )
    assert said(document) == [
        ("Everyone finds a seat", ["Seats per train up"]),
        ("Fewer trains cancelled", ["Spare drivers on every line"]),
    ]
    assert document.objectives[1].context.parent == "1"
    assert document.objectives[0].key_results[0].context.target == "520"


def test_a_type_column() -> None:
    document = read(
        "类型,标题,上级,负责人\nObjective,社区食堂坐满人,,小方\nKey Result,日均就餐 260 人,,阿罗\n"
        "Task,贴海报,,\n关键结果,剩菜率 5%,,\n目标,老人吃得放心,,\n"
    )
    assert said(document) == [("社区食堂坐满人", ["日均就餐 260 人", "剩菜率 5%"]), ("老人吃得放心", [])]


def test_metric_columns_instead_of_sentences() -> None:
    document = read(
        "Objective,Metric,Baseline,Target,Unit\nTrams people trust,On-time departures,81,95,%\n,Complaints,40,10,\n"
    )
    assert said(document) == [("Trams people trust", ["On-time departures", "Complaints"])]
    context = document.objectives[0].key_results[0].context
    assert (context.baseline, context.target, context.unit) == ("81", "95", "%")


def test_several_tables_each_under_its_objective() -> None:
    document = read(
        "Objective 1: Calm wards,\nKR,Owner\nNoise 40 dB,Lu\n,\n"
        "Objective 2: Fair rota,\nKR,Owner\nNo double shifts,Bo\n"
    )
    assert said(document) == [("Calm wards", ["Noise 40 dB"]), ("Fair rota", ["No double shifts"])]
    assert [o.label for o in document.objectives] == ["Objective 1", "Objective 2"]


def test_goal_beside_key_results_may_be_the_target() -> None:
    document = read("关键结果,基线,目标\n复诊率提高,20%,35%\n投诉减少,12,4\n")
    assert document.objectives == []
    assert [left.text for left in document.leftovers] == ["复诊率提高", "投诉减少"]


def test_labels_without_a_head() -> None:
    document = read("O1,Calm wards\nKR1,Noise under 40 dB\nKR2,Two quiet hours\n")
    assert said(document) == [("Calm wards", ["Noise under 40 dB", "Two quiet hours"])]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "，"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    rows = [
        ["目标", "关键结果", "负责人"],
        ["少排队", "候诊, 20; 分钟" if delimiter not in ",;" else "候诊 20 分钟", "小秦"],
    ]
    document = read("\n".join(delimiter.join(row) for row in rows))
    assert [len(o.key_results) for o in document.objectives] == [1]
    assert document.objectives[0].key_results[0].context.owner == "小秦"


def test_sep_line_and_stray_quotation_marks() -> None:
    text = 'sep=;\nObjective;Key Result\nA "calm" ward;12" pipes, all new\n"open;never closed\n'
    assert said(read(text)) == [('A "calm" ward', ['12" pipes, all new']), ('"open', ["never closed"])]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings(encoding: str) -> None:
    document = read_bytes("目标,关键结果\n少排队,候诊 20 分钟\n".encode(encoding), "a.csv")
    assert said(document) == [("少排队", ["候诊 20 分钟"])]
    assert places(document) == ["少排队", "候诊 20 分钟"]
