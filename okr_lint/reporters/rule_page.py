"""One rule as a page, from its file: for ``okr-lint rule``, the editor's hover and the documentation site."""

from __future__ import annotations

from collections.abc import Iterator

from okr_lint.checks.examples import CLOSE, OPEN, Example, examples_of
from okr_lint.checks.rule import Rule
from okr_lint.reporters.marks import COLON, COMMA, bracketed

_WORDS = {
    "why": ("为什么", "Why is this a problem?"),
    "source": ("依据", "Source"),
    "severity": ("级别", "Severity"),
    "applies": ("检查对象", "Applies to"),
    "status": ("状态", "Status"),
    "bad": ("反例", "Caught"),
    "good": ("正例", "Fine"),
    "missed": ("已知漏报", "Known misses"),
    "mend": ("怎样改", "How to mend it"),
    "safety": ("修改的稳妥程度", "Fix safety"),
    "since": ("自版本", "since"),
    "ignore": ("忽略", "To ignore it"),
}
_SEVERITIES = {
    "off": ("关闭", "off"),
    "info": ("提示", "info"),
    "warning": ("警告", "warning"),
    "error": ("错误", "error"),
}
_STATUSES = {
    "preview": ("预览", "preview"),
    "stable": ("稳定", "stable"),
    "deprecated": ("即将移除", "deprecated"),
    "removed": ("已移除", "removed"),
}
_SUBJECTS = {
    "objective": ("目标", "objectives"),
    "key_result": ("关键结果", "key results"),
    "statement": ("目标与关键结果", "objectives and key results"),
    "set": ("一个目标及其关键结果", "an objective with its key results"),
    "document": ("整个文件", "whole documents"),
    "folder": ("多个文件", "several documents together"),
    "versions": ("同一文件的两个版本", "two versions of a document"),
}
_SAFETY = {
    "safe": ("只动格式，可放心应用", "changes form only, safe to apply"),
    "unsafe": ("改动文字，请看一眼再应用", "changes words, to be looked at before it is applied"),
    "display": ("带空位的句式，由你填写，不自动改", "a sentence with blanks for you to fill in, never applied"),
}


def rule_markdown(rule: Rule, lang: str, examples: int | None = None) -> str:
    """The page in Markdown.

    Args:
        rule: the rule.
        lang: "zh" or "en"; examples in that language come first.
        examples: how many of each kind and language are shown; None shows all.
    """
    word = _words(lang)
    lines = [f"# {rule.code} {rule.name}", "", f"**{rule.title[lang]}**", "", _facts(rule, lang), ""]
    lines += [f"## {word['why']}", "", rule.why[lang], ""]
    for kind in ("bad", "good", "missed"):
        chosen = list(_chosen(rule, kind, lang, examples))
        if chosen:
            lines += [f"## {word[kind]}", "", *(_markdown_example(example) for example in chosen), ""]
    if mending := list(_mending(rule, lang)):
        lines += [f"## {word['mend']}", "", *(f"- {line}" for line in mending), ""]
        lines += [f"## {word['safety']}", "", *(f"- {line}" for line in _safety(rule, lang)), ""]
    lines += [f"## {word['ignore']}", "", f"`<!-- okr-lint: ignore {rule.code} (…) -->`", ""]
    return "\n".join([*lines, f"## {word['source']}", "", rule.source[lang], ""])


def rule_text(rule: Rule, lang: str, examples: int | None = 3) -> str:
    """The page as plain text for a terminal (arguments as in ``rule_markdown``)."""
    word, colon = _words(lang), COLON[lang].rstrip()
    lines = [f"{rule.code} {rule.name}{COLON[lang]}{rule.title[lang]}", _facts(rule, lang), "", rule.why[lang]]
    for kind in ("bad", "good", "missed"):
        chosen = list(_chosen(rule, kind, lang, examples))
        if chosen:
            lines += ["", word[kind] + colon, *(_text_example(example) for example in chosen)]
    if mending := list(_mending(rule, lang)):
        lines += ["", word["mend"] + colon, *(f"  - {line}" for line in mending)]
        lines += ["", word["safety"] + colon, *(f"  - {line}" for line in _safety(rule, lang))]
    return "\n".join([*lines, "", f"{word['source']}{COLON[lang]}{rule.source[lang]}", ""])


def rule_line(rule: Rule, lang: str) -> str:
    """One line for ``okr-lint rules``."""
    return f"{rule.code}  {rule.severity['default']:<8} {rule.name:<28} {rule.title[lang]}"


def _pick(pair: tuple[str, str], lang: str) -> str:
    return pair[0] if lang == "zh" else pair[1]


def _words(lang: str) -> dict[str, str]:
    return {key: _pick(pair, lang) for key, pair in _WORDS.items()}


def _facts(rule: Rule, lang: str) -> str:
    word, colon, comma = _words(lang), COLON[lang], COMMA[lang]
    others = [
        f"{profile}{colon}{_pick(_SEVERITIES[severity], lang)}"
        for profile, severity in rule.severity.items()
        if profile != "default"
    ]
    severity = _pick(_SEVERITIES[rule.severity["default"]], lang)
    severity += bracketed(comma.join(others), lang) if others else ""
    return " · ".join(
        [
            f"{word['severity']}{colon}{severity}",
            f"{word['applies']}{colon}{_pick(_SUBJECTS[rule.applies_to], lang)}",
            f"{word['status']}{colon}{_pick(_STATUSES[rule.status], lang)}{comma}{word['since']} {rule.since}",
        ]
    )


def _chosen(rule: Rule, kind: str, lang: str, count: int | None) -> Iterator[Example]:
    examples = [example for example in examples_of(rule) if example.kind == kind]
    for language in (lang, "en" if lang == "zh" else "zh"):
        yield from [example for example in examples if example.language == language][:count]


def _mending(rule: Rule, lang: str) -> Iterator[str]:
    """Titles and scaffolds; parameters that only a match can fill stay visible as blanks."""
    for template in rule.suggestions:
        title = _blanks(template["title"][lang])
        scaffold = template.get("scaffold")
        text = _blanks(scaffold[lang]) if scaffold else ""
        yield f"{title}{COLON[lang]}{text}" if text and not text.startswith("⟨scaffold") else title


def _safety(rule: Rule, lang: str) -> Iterator[str]:
    for applicability in dict.fromkeys(template["applicability"] for template in rule.suggestions):
        yield f"{applicability}{COLON[lang]}{_pick(_SAFETY[applicability], lang)}"


def _blanks(template: str) -> str:
    return template.replace("{", "⟨").replace("}", "⟩").replace("⟨word⟩", "…")


def _marked(example: Example) -> str:
    text = example.focus_text
    if example.start is None or example.end is None:
        return text
    return f"{text[: example.start]}{OPEN}{text[example.start : example.end]}{CLOSE}{text[example.end :]}"


def _shown(example: Example) -> Iterator[tuple[str, str]]:
    """Bullet and text of each statement to show; one line for a compact example."""
    if example.alone:
        yield "", _marked(example)
        return
    for statement, text in example.statements():
        yield ("  - " if "/" in statement else ""), _marked(example) if statement == example.focus else text


def _markdown_example(example: Example) -> str:
    if example.document is not None:
        fence = "````" if "```" in example.document else "```"
        return f"{fence}{example.format}\n{_marked(example).rstrip()}\n{fence}\n"
    lines = [f"- {text}" if not bullet else f"{bullet}{text}" for bullet, text in _shown(example)]
    if example.fixed:
        lines.append(f"  → {example.fixed}")
    return "\n".join(lines)


def _text_example(example: Example) -> str:
    if example.document is not None:
        return "\n".join(f"  | {line}" for line in _marked(example).rstrip().splitlines())
    lines = [f"  {bullet}{text}" for bullet, text in _shown(example)]
    if example.fixed:
        lines.append(f"    → {example.fixed}")
    return "\n".join(lines)
