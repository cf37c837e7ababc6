"""One set of OKRs in plain text, in nested lists and in tables, in many forms of each."""

from __future__ import annotations

from itertools import product

import pytest
from outcome import in_language, read, shape

EN = {
    "Guests feel at home from the first minute": ["Check-in takes less than 4 minutes", "Rating from 4.1 to 4.6"],
    "Make booking boringly easy": ["Half of all bookings without a call", "Abandoned bookings below 12%"],
}
ZH = {
    "让客人一进门就放松": ["入住办理不超过 4 分钟", "到店评分由 4.1 升到 4.6"],
    "把订房变成一件轻松的事": ["一半订房不用打电话", "订单放弃率低于 12%"],
}
TITLES = [("Hotel OKRs 2026 Q2", "酒店 2026 年 Q2 OKR"), ("My OKRs", "我的 OKR")]
OBJECTIVES = {
    "O1:": "O{n}: {text}",
    "O1": "O{n} {text}",
    "O1 =": "O{n} = {text}",
    "[O1]": "[O{n}] {text}",
    "word": ("Objective {n}: {text}", "目标{n}：{text}"),
    "word alone": ("OBJECTIVE {n}\n{text}", "目标{n}\n{text}"),
    "ordinal": "{n}. {text}",
    "bracket": "{n}) {text}",
    "plain": "{text}",
}
RESULTS = {
    "indented labels": "  KR{m}: {text}",
    "labels": "KR{m}: {text}",
    "two numbers": "KR{n}.{m} {text}",
    "no numbers": "KR: {text}",
    "bullets": "- {text}",
    "stars": "* {text}",
    "arrows": "→ {text}",
    "indented bullets": "  - {text}",
    "letters": "  {letter}) {text}",
    "decimals": "{n}.{m} {text}",
    "indented ordinals": "   {m}. {text}",
    "boxes": "  [ ] {text}",
    "grades": "  - {text} (0.{m})",
    "circles": "KR{circle} {text}",
}


def _text(language: int, title: str, objective: str, result: str) -> str:
    parts = [title]
    for n, (text, results) in enumerate((EN, ZH)[language].items(), 1):
        lines = [in_language(OBJECTIVES[objective], language).format(n=n, text=text)]
        for m, said in enumerate(results, 1):
            lines.append(RESULTS[result].format(n=n, m=m, text=said, letter="ab"[m - 1], circle="①②"[m - 1]))
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


@pytest.mark.parametrize(("objective", "result"), list(product(OBJECTIVES, RESULTS)))
def test_plain_text(objective: str, result: str) -> None:
    for language, titles in product((0, 1), TITLES):
        text = _text(language, titles[language], objective, result)
        assert shape(read(text, "text")) == (EN, ZH)[language], text


LISTS = {
    "bullets": ("- {text}", "  - {text}"),
    "bold": ("- **{text}**", "  - {text}"),
    "labels": ("* O{n}: {text}", "  * KR{m}: {text}"),
    "ordinals": ("{n}. {text}", "   {m}. {text}"),
    "bullets below ordinals": ("{n}. {text}", "   - {text}"),
    "bullets behind ordinals": ("{n}. {text}", "- {text}"),
    "bullets behind bold ordinals": ("{n}. **{text}**", "- {text}"),
    "tasks": ("- {text}", "  - [ ] {text}"),
    "owners": ("- {text} (@ana)", "  - {text} @ana"),
}


@pytest.mark.parametrize("form", LISTS)
@pytest.mark.parametrize("lead", ["", "lead"])
def test_nested_lists(form: str, lead: str) -> None:
    over, under = LISTS[form]
    for language, titles in product((0, 1), TITLES):
        lines = [f"# {titles[language]}\n"]
        for n, (text, results) in enumerate((EN, ZH)[language].items(), 1):
            lines.append(over.format(n=n, text=text))
            below = under
            if lead and under[0] == " ":
                indent = under[: len(under) - len(under.lstrip())]
                lines.append(indent + ("- Key Results:", "- 关键结果：")[language])
                below = "  " + under
            lines += [below.format(m=m, text=said) for m, said in enumerate(results, 1)]
        text = "\n".join(lines) + "\n"
        assert shape(read(text)) == (EN, ZH)[language], text


def test_rows_in_bold_over_key_results() -> None:
    rows = "".join(f"| **{text}** | |\n" + "".join(f"| {one} | Ana |\n" for one in EN[text]) for text in EN)
    assert shape(read("# OKRs 2026\n\n| Key Result | Owner |\n|---|---|\n" + rows)) == EN


@pytest.mark.parametrize("between", ["Guests told us so in the survey.\n", "**Owner:** Ana | **Status:** green\n", ""])
@pytest.mark.parametrize("over", ["**Objective:** {}", "**O1: {}**", "### O1: {}", "### {}", "**{}**"])
@pytest.mark.parametrize("under", ["- ", "- KR: ", "**Key Results**\n\n- "])
def test_remarks_between_an_objective_and_its_key_results(between: str, over: str, under: str) -> None:
    item = under[under.rindex("- ") :]
    parts = [f"{over.format(text)}\n\n{between}\n{under}" + f"\n{item}".join(EN[text]) for text in EN]
    text = "# Hotel OKRs 2026 Q2\n\n" + "\n\n".join(parts) + "\n"
    if between.startswith("**") and over == "**{}**" and under != "- ":
        return  # a field, not a sentence, stands between: nothing tells that the line in bold is an objective
    found = {o: [k.removeprefix("KR: ") for k in ks] for o, ks in shape(read(text)).items()}
    assert found == EN
