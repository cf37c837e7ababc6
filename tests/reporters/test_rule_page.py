"""A rule's page comes from its file, in both languages, as text and as Markdown."""

import pytest

from okr_lint.checks.registry import own_rules
from okr_lint.reporters.rule_page import rule_line, rule_markdown, rule_text

RULES = list(own_rules().values())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_rule_has_a_page(rule, lang: str) -> None:  # type: ignore[no-untyped-def]
    page = rule_markdown(rule, lang)
    assert page.startswith(f"# {rule.code} {rule.name}")
    assert rule.title[lang] in page and rule.why[lang] in page and rule.source[lang] in page
    text = rule_text(rule, lang)
    assert rule.why[lang] in text and "# " not in text.splitlines()[0]


def test_the_headings_are_fixed_and_the_language_comes_first() -> None:
    rule = own_rules()["O108"]
    headings = [line for line in rule_markdown(rule, "en").splitlines() if line.startswith("## ")]
    assert headings == [
        "## Why is this a problem?",
        "## Caught",
        "## Fine",
        "## How to mend it",
        "## Fix safety",
        "## To ignore it",
        "## Source",
    ]
    caught = rule_markdown(rule, "zh").split("## 反例")[1]
    assert caught.index("争取") < caught.index("Try to")


def test_marks_fixes_severities_and_counts_are_shown() -> None:
    rule = own_rules()["O108"]
    page = rule_markdown(rule, "en", examples=1)
    assert "- ⟦Try to⟧ spare couriers the wait for meals\n  → Spare couriers the wait for meals" in page
    assert page.count("→") == 2  # one of each language
    assert "warning (learning: info)" in page
    assert "警告（learning：提示）" in rule_text(rule, "zh")
    assert "unsafe: changes words" in page
    assert rule_line(rule, "zh").startswith("O108  warning  hedged-objective")


def test_a_set_is_shown_as_a_list_and_a_document_as_a_block() -> None:
    rules = own_rules()
    assert "- ⟦让街坊按时吃上热饭⟧\n  - 上线订餐小程序" in rule_markdown(rules["S307"], "zh")
    assert "```markdown\n---\ncycle: 2026 Q3" in rule_markdown(rules["F004"], "zh")
