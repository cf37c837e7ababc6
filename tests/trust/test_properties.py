"""Properties that hold for any document: offsets, order, width, suppression."""

from __future__ import annotations

import itertools
import json
import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okr_lint import Linter
from okr_lint.alignment import align
from okr_lint.linter import FileResult
from okr_lint.model import Document
from okr_lint.readers import read_text

LINTER = Linter()
_PARTS = [
    "提升", "优化", "续约率", "从 30% 提升到 45%", "每周", "组织 3 场培训", "大幅", ",", "并", "完成", "手册", "上线",
    "客户", "improve ", "the ", "launch ", "NPS ", "from 20 to 50 ", "and ", "workshops ", "significantly ", "guide ",
    "by 5% ",
    "Chase ", "Team Joy ", "王磊", "Ｑ３", "ＮＰＳ", "％", "客戶滿意", "\u3000", "🚀",
    "e\u0301", "(", ")", "@张三", "XX%", "200ms", "3 月底前",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(_PARTS), min_size=1, max_size=9).map("".join).filter(lambda t: t.strip(" \u3000(),"))
SETS = st.lists(st.tuples(TEXTS, st.lists(TEXTS, max_size=4)), min_size=1, max_size=3)
quick = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def markdown(sets: list[tuple[str, list[str]]]) -> str:
    lines: list[str] = []
    for number, (objective, key_results) in enumerate(sets, 1):
        lines += [f"## O{number}: {objective}", ""]
        lines += [f"- KR{n}: {text}" for n, text in enumerate(key_results, 1)]
        lines.append("")
    return "\n".join(lines)


def as_json(sets: list[tuple[str, list[str]]]) -> str:
    return json.dumps({"objectives": [{"objective": one, "key_results": many} for one, many in sets]})


def judge(text: str) -> FileResult:
    result = LINTER.check_text(text, "markdown")
    assert result.error is None
    return result


@quick
@given(SETS)
def test_spans_cut_the_text_out_of_the_source(sets: list[tuple[str, list[str]]]) -> None:
    text = markdown(sets)
    result = judge(text)
    assert result.document is not None
    for statement in result.document.statements():
        span = statement.span
        assert span is not None
        assert text[span.start : span.end].split() == statement.text.split()
    for finding in result.findings:
        assert finding.span is None or 0 <= finding.span.start <= finding.span.end <= len(text)
        for suggestion in finding.suggestions:
            places = sorted(edit.span for edit in suggestion.edits)
            assert all(0 <= place.start <= place.end <= len(text) for place in places)
            assert all(one.end <= other.start for one, other in itertools.pairwise(places))


@quick
@given(SETS)
def test_the_order_of_objectives_changes_no_label(sets: list[tuple[str, list[str]]]) -> None:
    there, back = (LINTER.check_text(as_json(one), "json") for one in (sets, sets[::-1]))
    assert there.document is not None and back.document is not None
    for objective, other in zip(there.document.objectives, back.document.objectives[::-1], strict=True):
        pairs = zip((objective, *objective.key_results), (other, *other.key_results), strict=True)
        for one, same in pairs:
            assert values(there, one.id) == values(back, same.id)


VARIANTS = {
    "full-width digits": lambda text: text.translate({ord(char): ord(char) + 0xFEE0 for char in "0123456789%"}),
    "full-width letters and marks": lambda text: text.translate(
        {ord(char): ord(char) + 0xFEE0 for char in f"{string.ascii_letters}{string.digits}%,(+"}
    ),
    "other blanks": lambda text: text.replace(" ", "\u00a0"),
    "ideographic blanks": lambda text: text.replace(" ", "\u3000"),
    "blanks around": lambda text: f"  {text} \t",
}


@pytest.mark.parametrize("name", VARIANTS)
@quick
@given(sets=SETS)
def test_width_and_whitespace_change_no_label(name: str, sets: list[tuple[str, list[str]]]) -> None:
    vary = VARIANTS[name]
    other_sets = [(vary(objective), [vary(text) for text in key_results]) for objective, key_results in sets]
    plain, other = (LINTER.check_text(as_json(one), "json") for one in (sets, other_sets))
    assert plain.document is not None
    for statement in plain.document.statements():
        assert values(plain, statement.id) == values(other, statement.id), statement.text


@quick
@given(st.lists(SETS, min_size=2, max_size=3))
def test_the_order_of_files_changes_no_finding(files: list[list[tuple[str, list[str]]]]) -> None:
    documents = [read_text(markdown(sets), f"{n}.md", "markdown") for n, sets in enumerate(files)]
    for document in documents[1:]:
        for first in document.objectives[:1]:
            first.context.parent = "0.md"

    def found(some: list[Document]) -> dict[str, list[tuple[str, str | None, str]]]:
        said = align(some)
        results = [LINTER.check_document(document, said.get(document.path, ())) for document in some]
        return {one.path: [(f.code, f.statement, f.message) for f in one.findings] for one in results}

    assert found(documents) == found(documents[::-1])


def values(result: FileResult, statement: str) -> dict[str, str | int]:
    return {name: label.value for name, label in result.labels[statement].labels.items()}


@quick
@given(SETS, st.integers(min_value=0, max_value=50))
def test_a_suppression_removes_exactly_its_finding(sets: list[tuple[str, list[str]]], choice: int) -> None:
    text = markdown(sets)
    before = judge(text)
    loud = [f for f in before.findings if f.statement and "/" in f.statement and f.span and not f.code.startswith("F")]
    if not loud:
        return
    chosen = loud[choice % len(loud)]
    assert chosen.span is not None
    line_end = text.find("\n", chosen.span.start)
    line_end = len(text) if line_end < 0 else line_end
    mended = f"{text[:line_end]} <!-- okr-lint: ignore {chosen.code} (a test) -->{text[line_end:]}"
    after = judge(mended)
    gone = sorted((f.code, f.statement or "") for f in before.findings)
    for finding in after.findings:
        gone.remove((finding.code, finding.statement or ""))
    assert {code for code, _ in gone} == {chosen.code}
    assert {statement for _, statement in gone} == {chosen.statement}
