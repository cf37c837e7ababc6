"""HTML: tokens with places, entities through the map, blocks, tables with spans, fragments."""

from __future__ import annotations

import pytest

from okr_lint.model import Document, Source
from okr_lint.readers import read_text
from okr_lint.readers.html import add_html
from okr_lint.readers.html_tokens import tokens
from okr_lint.readers.outline import Block, Outline


def outline(text: str, start: int = 0, depth: int = 0) -> list[Block]:
    made = Outline()
    add_html(made, text, start, len(text), depth)
    return made.root.children


def read(text: str) -> Document:
    return read_text(text, "a.html", "html")


def flat(blocks: list[Block]) -> list[tuple[str, int, str]]:
    found = []
    for block in blocks:
        found.append((block.kind, block.depth, block.text))
        found += flat(block.children)
    return found


def test_tokens_cover_the_text_and_know_attributes() -> None:
    text = "a < b<p class=x data-a='>' hidden>c</P><!-- d --><script>if (a<b) '</p>'</script>e<br/>&amp;<"
    found = list(tokens(text))
    assert "".join(text[t.start : t.end] for t in found) == text
    assert [(t.kind, t.name) for t in found] == [
        ("text", ""),
        ("open", "p"),
        ("text", ""),
        ("close", "p"),
        ("comment", ""),
        ("open", "script"),
        ("raw", "script"),
        ("close", "script"),
        ("text", ""),
        ("open", "br"),
        ("text", ""),
    ]
    assert found[1].attributes == {"class": "x", "data-a": ">", "hidden": ""}


def test_entities_and_white_space_go_through_the_map() -> None:
    text = "<p>Wait &lt; 15&nbsp;min\n   &#x2014; &quot;calm&quot; &unknown; R&D</p>"
    (block,) = outline(text)
    assert block.text == 'Wait < 15 min — "calm" &unknown; R&D'
    at = block.text.index("<")
    assert text[slice(*(block.passage.span(at, at + 1) or (0, 0)))] == "&lt;"
    at = block.text.index("calm")
    assert text[slice(*(block.passage.span(at - 1, at + 5) or (0, 0)))] == "&quot;calm&quot;"
    assert text[slice(*(block.passage.span() or (0, 0)))] == text[3:-4]


def test_blocks_nest_like_the_page() -> None:
    text = (
        "<div><h2>Team <em>A</em></h2><p>one<br>two</p><ul><li>a<ul><li>b</ul><li><p>c</p><p>d</p></ul>"
        "<ol><li><input type=checkbox checked> e</ol><nav>menu</nav><p style='display: none'>x</p>f<div>g</div>h</div>"
    )
    assert flat(outline(text)) == [
        ("heading", 2, "Team A"),
        ("line", 0, "one"),
        ("line", 0, "two"),
        ("item", 0, "a"),
        ("item", 1, "b"),
        ("item", 0, "c"),
        ("line", 1, "d"),
        ("item", 0, "e"),
        ("line", 0, "f"),
        ("line", 0, "g"),
        ("line", 0, "h"),
    ]


def test_marks() -> None:
    (block,) = outline("<p><b>O1:</b> go <del>not <i>this</i></del> <a href='/x'>there</a></p>")
    marks = [(m.kind, block.text[m.start : m.end], m.value) for m in block.passage.marks]
    assert sorted(marks) == [
        ("bold", "O1:", ""),
        ("italic", "this", ""),
        ("link", "there", "/x"),
        ("struck", "not this", ""),
    ]


TABLE = """<table>
<thead><tr><th>目标</th><th>关键结果</th><th>负责人</th></tr></thead>
<tr><td rowspan="2">让产妇住得安心</td><td>KR1：夜间呼叫 3 分钟内到床旁<br/>KR2：满意度 &gt; 95%</td><td>小秦</td></tr>
<tr><td><ul><li>母婴同室率 90%</li><li>夜灯 30 盏</li></ul></td><td>阿罗</td></tr>
</table>"""


def test_cells_with_spans_breaks_and_lists() -> None:
    (block,) = outline(TABLE)
    assert block.headed
    assert [[cell.text for cell in row] for row in block.rows] == [
        ["目标", "关键结果", "负责人"],
        ["让产妇住得安心", "KR1：夜间呼叫 3 分钟内到床旁\nKR2：满意度 > 95%", "小秦"],
        ["", "母婴同室率 90%\n夜灯 30 盏", "阿罗"],
    ]


def test_a_table_is_read_with_exact_places() -> None:
    document = read(TABLE)
    (objective,) = document.objectives
    assert objective.text == "让产妇住得安心"
    assert [k.text for k in objective.key_results] == [
        "夜间呼叫 3 分钟内到床旁",
        "满意度 > 95%",
        "母婴同室率 90%",
        "夜灯 30 盏",
    ]
    spans = [TABLE[slice(*s.span)] for s in document.statements() if s.span]
    assert spans == ["让产妇住得安心", "夜间呼叫 3 分钟内到床旁", "满意度 &gt; 95%", "母婴同室率 90%", "夜灯 30 盏"]
    assert objective.key_results[3].context.owner == "阿罗"
    assert {s.quoting for s in document.statements()} == {"html"}


def test_wide_rows_and_rows_below_a_span() -> None:
    text = "<table><tr><td colspan=3>目标一：少排队<tr><td rowspan=2>a<td>b<td>c<tr><td>d<td>e</table>"
    (block,) = outline(text)
    assert [[c.text for c in row] for row in block.rows] == [
        ["目标一：少排队", "", ""],
        ["a", "b", "c"],
        ["", "d", "e"],
    ]
    assert not block.headed


def test_layout_tables_are_only_layout() -> None:
    inner = "<table><tr><th>KR<th>Owner<tr><td>Noise under 40 dB<td>Lu</table>"
    text = f"<table><tr><td><h3>O1: Calm wards</h3>{inner}</td></tr></table>"
    assert [b.kind for b in outline(text)[0].children] == ["table"]
    document = read(text)
    assert [(o.text, [k.text for k in o.key_results]) for o in document.objectives] == [
        ("Calm wards", ["Noise under 40 dB"])
    ]


def test_badges_beside_sentences() -> None:
    card = "<div><span>{}</span><div>{}</div></div>"
    text = card.format("O1", "Parcels arrive when promised") + card.format("KR1", "97% on the promised day")
    document = read(f"<html><head><title>x</title></head><body>{text}</body></html>")
    assert [(o.label, o.text, [k.text for k in o.key_results]) for o in document.objectives] == [
        ("O1", "Parcels arrive when promised", ["97% on the promised day"])
    ]


def test_a_fragment_keeps_the_offsets_of_the_whole_text() -> None:
    text = "# 标题\n\n<ul><li>甲</li><li>乙</li></ul>\n"
    blocks = outline(text, text.index("<ul>"), depth=2)
    assert [(b.kind, b.depth, b.text) for b in blocks] == [("item", 2, "甲"), ("item", 2, "乙")]
    assert [text[slice(*(b.passage.span() or (0, 0)))] for b in blocks] == ["甲", "乙"]


def test_comments() -> None:
    text = "<!-- okr-lint: ignore K205 (r) --><p>x</p><!-- open"
    document = read(text)
    assert [c.text for c in document.comments] == ["okr-lint: ignore K205 (r)", "open"]
    assert text[slice(*document.comments[0].span)] == "<!-- okr-lint: ignore K205 (r) -->"


@pytest.mark.parametrize(
    "unit",
    [
        "<a ",
        "<!-- ",
        "<a href='",
        "<div>",
        "<table><tr><td>",
        "</p>",
        "<",
        "<![CDATA[",
        "&#",
        "<li>",
        "<script>",
        "<b>x",
        "</",
        "<p/",
    ],
)
def test_any_repetition_is_read_in_linear_time(unit: str) -> None:
    source = Source(unit * 20_000)
    made = Outline()
    add_html(made, source.text, 0, len(source.text))
    assert len(made.root.children) <= 20_001


def test_definition_lists_buttons_and_empty_tags() -> None:
    text = "<dl><dt>O1<dd>Calm wards<dt>KR1</dt><dd>Noise under 40 dB</dd></dl>"
    (objective,) = read(text).objectives
    assert (objective.text, [k.text for k in objective.key_results]) == ("Calm wards", ["Noise under 40 dB"])
    text = "<button>O2: open</button><p/>a<ac:x>b<ri:user n='1'/>c</ac:x><ac:parameter>no</ac:parameter>"
    assert [block.text for block in outline(text)] == ["O2: open", "a", "b", "c"]


def test_how_many_there_should_be_is_no_statement() -> None:
    rules = "<aside><p>Objectives: 1–3</p><p>Key Results: 2–5 in total</p></aside>"
    text = f"<h2>O1: Calm wards</h2><p>KR1: Noise under 40 dB</p>{rules}"
    assert [[k.text for k in o.key_results] for o in read(text).objectives] == [["Noise under 40 dB"]]
