"""From a match to a finding: message, reasons and suggestions in the right language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any

from okr_lint.checks.label_words import LabelSentence
from okr_lint.checks.match import Judged, Match, Subject, TextEdit
from okr_lint.checks.rule import Rule
from okr_lint.model import Edit, Finding, Suggestion
from okr_lint.model.quoting import quote, stands_unquoted
from okr_lint.model.reasons import Reasons
from okr_lint.traditional import is_traditional, traditional


def message_language(judged: Judged | None, subject: Subject) -> str:
    """ "zh" or "en": the settings', else the statement's, else the document's."""
    if subject.settings.lang:
        return subject.settings.lang
    if judged is not None:
        return "en" if judged.analysis.language == "en" else "zh"
    if subject.language is None:  # asked once for many findings
        subject.language = _document_language(subject)
    return subject.language


def _document_language(subject: Subject) -> str:
    languages = [one.objective.analysis.language for one in subject.sets]
    if languages:
        return "en" if languages.count("en") * 2 > len(languages) else "zh"
    return "zh" if any("\u4e00" <= char <= "\u9fff" for char in subject.document.source.text[:20000]) else "en"


def build_finding(rule: Rule, match: Match, severity: str, subject: Subject) -> Finding:
    """The finding for one match of a rule."""
    judged = subject.find(match.statement) if match.statement is not None else subject.statement
    lang = message_language(judged, subject)
    params = {"word": "", **match.params}
    span, place = match.span, match.place
    if judged is not None:
        text = judged.statement.text
        end = len(text) if match.end is None else match.end
        params["word"] = params["word"] or text[match.start : end]
        if span is None:
            span = judged.statement.source_span(match.start, end)
        place = place or judged.statement.place
    said = _in_language(params, lang)
    script = _script(judged, subject) if lang == "zh" else _as_it_is
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=severity,
        message=script(rule.messages[match.message][lang].format_map(said)),
        statement=judged.statement.id if judged else None,
        span=span,
        place=place,
        source=match.source,
        confidence=match.confidence,
        why=_reasons(rule, match, lang, script),
        suggestions=tuple(_suggestions(rule, match, judged, params, said, lang, subject.document.format, script)),
        related=match.related,
        language=lang,
    )


Script = Callable[[str], str]
_FIRST_SETS = 20


def _as_it_is(text: str) -> str:
    return text


def _script(judged: Judged | None, subject: Subject) -> Script:
    """Turns our Chinese into the characters that the author writes; what is quoted stays as it is."""
    known = is_traditional(judged.analysis.text) if judged is not None else None
    if known is None:
        known = next((told for text in _company(subject) if (told := is_traditional(text)) is not None), False)
    return partial(traditional, quoted=judged.analysis.text if judged else "") if known else _as_it_is


def _company(subject: Subject) -> Iterator[str]:
    """The texts beside a statement, or the first ones of a document."""
    if subject.objective is not None:
        yield from (one.analysis.text for one in (subject.objective, *subject.key_results))
    else:
        yield from (one.analysis.text for some in islice(subject.sets, _FIRST_SETS) for one in some)


def _reasons(rule: Rule, match: Match, lang: str, script: Script) -> Sequence[str]:
    """The match's own reasons, else the rule's; a label that is not sure or differs stands beside, never alone."""
    if not match.why:
        return (script(rule.why[lang]),)
    return Reasons(lambda: tuple(script(one if isinstance(one, str) else one[lang]) for one in _given(rule, match)))


def _given(rule: Rule, match: Match) -> Sequence[str | Mapping[str, str]]:
    alone = all(isinstance(one, LabelSentence) and one.is_aside for one in match.why)
    return (rule.why, *match.why) if alone else match.why


def _in_language(params: dict[str, Any], lang: str) -> dict[str, Any]:
    """What templates in one language are filled with; parameters may be given by language."""
    return {k: v[lang] if isinstance(v, dict) and lang in v else v for k, v in params.items()}


def _suggestions(
    rule: Rule,
    match: Match,
    judged: Judged | None,
    params: dict[str, Any],
    said: dict[str, Any],
    lang: str,
    format: str,
    script: Script,
) -> Iterator[Suggestion]:
    """The suggestions of a match; ``said`` are the parameters in the message's language."""
    written = lang if judged is None else "en" if judged.analysis.language == "en" else "zh"
    for template in rule.suggestions:
        if match.message not in template.get("when", (match.message,)):
            continue
        title = script(template["title"][lang].format_map(said))
        if "edit" in template:
            edits = match.edits.get(template["edit"])
            of_source = tuple(edit for edit in edits or () if isinstance(edit, Edit))
            if edits and len(of_source) == len(edits):
                yield Suggestion(title, template["applicability"], of_source)
            elif edits and judged is not None:
                yield _edit_suggestion(title, template["applicability"], edits, judged, format)
        else:  # a scaffold is in the statement's language
            filled = said if written == lang else _in_language(params, written)
            if text := template["scaffold"][written].format_map(filled):
                yield Suggestion(title, "display", (), script(text) if written == "zh" else text)


def _edit_suggestion(
    title: str, applicability: str, given: Iterable[TextEdit | Edit], judged: Judged, format: str
) -> Suggestion:
    """An edit of the source, with what it changes around the text; the rewritten text alone where a part cannot be
    mapped back exactly."""
    statement = judged.statement
    edits = tuple(edit for edit in given if isinstance(edit, TextEdit))
    text = apply_edits(statement.text, edits)
    if statement.map is None or not all(statement.map.is_verbatim(edit.start, edit.end) for edit in edits):
        return Suggestion(title, "display", (), text)
    if statement.quoting == "plain" and not stands_unquoted(text, format) and stands_unquoted(statement.text, format):
        return Suggestion(title, "display", (), text)  # it would need quotes that are not there
    done = [Edit(statement.map.span(e.start, e.end), quote(e.text, statement.quoting)) for e in edits]
    around = [edit for edit in given if isinstance(edit, Edit)]
    return Suggestion(title, applicability, tuple(done + around), text)


def apply_edits(text: str, edits: Iterable[TextEdit]) -> str:
    """A statement's text with edits made; they must not overlap."""
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text
