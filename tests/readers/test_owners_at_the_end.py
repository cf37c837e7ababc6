"""Owners without a word at statements' ends: a habit of the document, never told from one statement."""

from __future__ import annotations

import pytest
from outcome import check_rereading, read

from okr_lint.model import Document
from okr_lint.readers import read_text
from okr_lint.readers.person_names import FAIR, NONE, STRONG, WEAK, name_strength

# the ends of three neighbours, and the owners that they name
SIGNED = {
    "brackets": [(" (Priya)", "Priya"), (" (Tom)", "Tom"), (" (Priya)", "Priya")],
    "full names behind dashes": [(" — Maria Lopez", "Maria Lopez"), (" — Deng Wei", "Deng Wei")] * 2,
    "short dashes": [(" - Maria Lopez", "Maria Lopez"), (" – Ana", "Ana"), (" -- Ben", "Ben")],
    "full-width brackets": [("（田野）", "田野"), ("（俞静）", "俞静"), ("（章北海）", "章北海")],
    "Chinese dashes": [(" —— 王芳", "王芳"), ("——周舟", "周舟"), (" — 阿凯", "阿凯")],
    "square brackets": [(" [Priya]", "Priya"), (" [Marco]", "Marco"), (" [Ana Sousa]", "Ana Sousa")],
    "lenticular brackets": [("【王芳】", "王芳"), ("【小周】", "小周")],
    "handles": [(" [@li]", "@li"), (" (@bo)", "@bo"), (" — @cy", "@cy")],
    "several names": [(" (Priya & Tom)", "Priya, Tom"), (" (Ana, Ben)", "Ana, Ben"), (" (Tom and Ana)", "Tom, Ana")],
    "several Chinese names": [("（王芳、周舟）", "王芳, 周舟"), ("（田野和俞静）", "田野, 俞静")],
    "a name and progress": [(" (Priya, 70%)", "Priya"), (" (Tom; 0.4)", "Tom"), (" (Ana, done)", "Ana")],
    "progress in front": [(" (40%) (Priya)", "Priya"), (" [60%] (Tom)", "Tom"), (" (20%) (Ana)", "Ana")],
    "progress behind": [(" (Priya) (40%)", "Priya"), (" (Tom) ✅", "Tom"), (" (Ana) 🟢", "Ana")],
    "Chinese progress in front": [("【进度 40%】（田野）", "田野"), ("【进度 20%】（俞静）", "俞静")],
    "a full stop behind": [(" (Priya).", "Priya"), (" (Tom).", "Tom"), (" (Ana).", "Ana")],
    "a full stop in Chinese": [("（王芳）。", "王芳"), ("（周舟）。", "周舟")],
    "a name that nobody knows among others": [(" (Priya)", "Priya"), (" (Tom)", "Tom"), (" (Xanthippe)", "Xanthippe")],
    "names that nobody knows come back": [(" (Ffion)", "Ffion"), (" (Mared)", "Mared")] * 2,
    "full names that nobody knows": [(" (Ffion Pugh)", "Ffion Pugh"), (" (Mared Rhys)", "Mared Rhys")] * 2,
    "particles": [(" (Jan de Vries)", "Jan de Vries"), (" (Ana van der Berg)", "Ana van der Berg"), (" (Bo)", "Bo")],
    "accents, hyphens": [(" (Tomás)", "Tomás"), (" (Jean-Luc)", "Jean-Luc"), (" (Zoë O'Neill)", "Zoë O'Neill")],
    "initials behind": [(" (Priya S.)", "Priya S."), (" (Tom K)", "Tom K")],
    "titles": [("（王总）", "王总"), ("（李老师）", "李老师"), ("（赵工）", "赵工")],
    "double surnames": [("（欧阳娜）", "欧阳娜"), ("（司马懿之）", "司马懿之")],
    "Traditional": [("（陳怡君）", "陳怡君"), ("（張家豪）", "張家豪")],
    "given names among full ones": [("（王芳）", "王芳"), ("（周舟）", "周舟"), ("（雅婷）", "雅婷")],
    "both scripts": [(" — Peggy", "Peggy"), (" — 阿凱", "阿凱"), (" — Tom", "Tom")],
    "an emphasis": [(" — *Maria*", "Maria"), (" — *Tom*", "Tom")],
    "help beside a name": [
        (" (Priya, with agency)", "Priya"),
        (" (Tom + design)", "Tom"),
        (" (Ana; Leo helps)", "Ana"),
    ],
    "until when": [(" (Priya)", "Priya"), (" (Tom, until May)", "Tom"), (" (Ana, then Ben)", "Ana")],
    "help in Chinese": [("（王芳，市场部配合）", "王芳"), ("（周舟；俞静协助）", "周舟"), ("（田野）", "田野")],
    "one has none": [(" (Priya)", "Priya"), (" (Tom)", "Tom"), ("", None)],
}
# ends that stay part of the sentence
KEPT = {
    "abbreviations": [" (NPS)", " (P95)", " (CSAT)", " (MRR)"],
    "units": [" (ms)", " (EUR)", " (hours)"],
    "comparisons": ["（同比）", "（环比）", "（同比）"],
    "metrics": ["（含税）", "（日均）", "（中位数）"],
    "tiers that come back": ["（线上）", "（线下）", "（线上）", "（线下）"],
    "cities": [" (Berlin)", " (Hamburg)", " (Munich)", " (Berlin)"],
    "countries": [" (Germany)", " (France)", " (Georgia and Poland)"],
    "two words": [" (New York)", " (San Francisco)", " (North America)"],
    "departments": [" (Sales)", " (Marketing)", " (Sales)", " (Finance)"],
    "platforms": [" (Android)", " (Slack)", " (Android)", " (Web)"],
    "states": [" (Draft)", " (Stretch goal)", " (Draft)"],
    "kinds": [" (Retention)", " (Acquisition)", " (Retention)", " (Reliability)"],
    "notes": [" (from 41)", " (now in beta)", " (see below)"],
    "small words": [" (median)", " (data)", " (median)"],
    "clauses behind dashes": [" — up from 420", " — measured in the CRM", " — automated"],
    "days behind dashes": [" — Tuesday", " — Friday", " — Tuesday"],
    "regions behind dashes": [" — Europe", " — Asia", " — Europe"],
    "ranges": [" from 3–5", " from 10–12", " from 7–9"],
    "phases": ["（一期）", "（二期）", "（一期）"],
    "Chinese cities": ["（北京）", "（上海）", "（北京）"],
    "Chinese departments": ["（销售）", "（市场部）", "（销售）"],
    "groups": ["（小组）", "（老客户）", "（大客户）"],
    "words with surnames": ["（马上）", "（方案）", "（黄金）", "（许可）"],
    "definitions": ["（指首次下单的用户）", "（含试用）", "（以财务口径为准）"],
    "one in four": [" (Priya)", "", "", ""],
    "names once among notes": [" (Priya)", " (NPS)", " (P95)", " (see below)"],
    "names that nobody knows, once each": [" (Ffion)", " (Mared)", " (Tegid)"],
    "names that stand for places elsewhere": [" (Brno)", " (Graz)", " (Brno)", " in Graz and in Brno"],
    "products": [" (Lite)", " (Lite Pro Max Ultra)", " (Lite)"],
    "numbers of issues": [" (GH-12)", " (GH-14)", " (GH-20)"],
}
ZH = ["复购率从 19% 提升到 30%", "新增 12 家门店", "客诉每千单低于 4 件", "NPS 达到 45"]
EN = [
    "Raise renewals from 81% to 90%",
    "Win 12 new shops",
    "Answer tickets within 4 hours",
    "Ship the guide to 40 teams",
]


def _texts(ends: list[str]) -> list[str]:
    return ZH if any("\u4e00" <= char <= "\u9fff" for char in "".join(ends)) else EN


def _document(ends: list[str]) -> str:
    lines = [f"- KR{n}: {text}{end}" for n, (text, end) in enumerate(zip(_texts(ends), ends, strict=False), 1)]
    return "## O1: Bakers sleep longer\n" + "\n".join(lines) + "\n"


def _said(document: Document) -> list[tuple[str, str | None]]:
    return [(one.text, one.context.owner) for o in document.objectives for one in o.key_results]


# plain text has no emphasis
IN_FORMATS = [(name, "markdown") for name in SIGNED] + [
    (name, "text") for name, lines in SIGNED.items() if "*" not in "".join(end for end, _ in lines)
]


@pytest.mark.parametrize(("name", "format"), IN_FORMATS)
def test_owners_are_taken_off(name: str, format: str) -> None:
    ends = [end for end, _ in SIGNED[name]]
    owners = [owner for _, owner in SIGNED[name]]
    assert _said(read(_document(ends), format)) == list(zip(_texts(ends), owners, strict=False))


@pytest.mark.parametrize("name", KEPT)
@pytest.mark.parametrize("format", ["markdown", "text"])
def test_what_is_no_owner_stays(name: str, format: str) -> None:
    ends = KEPT[name]
    expected = [f"{text}{end}".removesuffix(".") for text, end in zip(_texts(ends), ends, strict=False)]
    got = [(text.removesuffix("."), owner) for text, owner in _said(read(_document(ends), format))]
    assert got == [(text, None) for text in expected]


@pytest.mark.parametrize(
    "ends", [[" (Q1)", " (Q2)", " (Q3)"], [" (April)", " (May)", " (June)"], [" — June", " — April"]]
)
def test_times_are_no_owners(ends: list[str]) -> None:
    assert [owner for _, owner in _said(read(_document(ends)))] == [None] * len(ends)


def test_one_statement_tells_nothing() -> None:
    document = read("## O1: Bakers sleep longer\n- KR1: Win 12 new shops (Georgia)\n")
    assert _said(document) == [("Win 12 new shops (Georgia)", None)]


def test_objectives_are_signed_too_and_their_key_results_are_theirs() -> None:
    document = read(
        "## O1: Bakers sleep longer — Maria Lopez\n- KR1: Win 12 new shops\n\n"
        "## O2: Shops trust us — Deng Wei\n- KR1: Halve complaints\n- KR2: NPS of 45\n"
    )
    assert [(o.text, o.context.owner) for o in document.objectives] == [
        ("Bakers sleep longer", "Maria Lopez"),
        ("Shops trust us", "Deng Wei"),
    ]
    assert [owner for _, owner in _said(document)] == ["Maria Lopez", "Deng Wei", "Deng Wei"]


def test_cells_of_a_table() -> None:
    document = read(
        "| Objective | Key result |\n|---|---|\n| Bakers sleep longer | Win 12 new shops (Priya) |\n"
        "| | Halve complaints (Tom) |\n| | NPS of 45 (Priya) |\n"
    )
    assert _said(document) == [("Win 12 new shops", "Priya"), ("Halve complaints", "Tom"), ("NPS of 45", "Priya")]


def test_cells_of_a_sheet() -> None:
    rows = "Objective,Key result\nBakers sleep longer,Win 12 new shops (Priya)\n"
    rows += ",Halve complaints (Tom)\n,NPS of 45 (P95)\n"
    assert _said(read_text(rows, "okr.csv", "csv")) == [
        ("Win 12 new shops", "Priya"),
        ("Halve complaints", "Tom"),
        ("NPS of 45 (P95)", None),
    ]


def test_notes_stay_beside_names() -> None:
    ends = [" (Priya)", " (P95)", " (Tom)", " (Ana)"]
    document = read(_document(ends))
    assert _said(document)[1] == (f"{EN[1]} (P95)", None)
    assert [owner for _, owner in _said(document)] == ["Priya", None, "Tom", "Ana"]


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Priya", STRONG), ("Maria Lopez", STRONG), ("Ffion", WEAK), ("Ffion Pugh", FAIR), ("NPS", NONE), ("Q3", NONE),
        ("Net Promoter Score", NONE), ("beta", NONE), ("Maria from Sales", NONE), ("Customer Success", NONE),
        ("Phase Two", NONE), ("Monthly", NONE), ("Segmentation", NONE), ("王芳", STRONG), ("田野", STRONG),
        ("马冬梅", FAIR), ("雅婷", WEAK), ("环比", NONE), ("王老师", STRONG), ("小周", STRONG), ("小组", NONE),
        ("王家卫生院", NONE), ("黄金", NONE), ("", NONE), ("J", NONE), ("李", NONE),
    ],
)  # fmt: skip
def test_how_much_a_word_looks_like_a_name(text: str, strength: int) -> None:
    assert name_strength(text) == strength


def test_the_habit_comes_and_goes_while_somebody_writes() -> None:
    """The editor keeps what it has read: a habit found in one section changes the others, and back."""
    sets = [f"## O{k}: Goal {k} of the bakers\n- KR1: Win {k} shops ({{}})\n- KR2: Bake {k} loaves\n" for k in range(6)]
    text = "# 2026 Q4\n\n" + "\n".join(sets)
    versions = (["P95"] * 6, ["Priya", "Tom", *["P95"] * 4], ["Priya"] * 6, ["P95"] * 6, ["Ffion", "Mared"] * 3)
    check_rereading(text.format(*names) for names in versions)
