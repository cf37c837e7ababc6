"""From a match to a finding: message, reasons and suggestions in the right language."""

from __future__ import annotations

from okr_lint.checks.match import Judged, Match, Subject, TextEdit
from okr_lint.checks.rule import Rule
from okr_lint.model import Edit, Finding, Span, Suggestion
from okr_lint.model.quoting import quote


def message_language(judged: Judged | None, subject: Subject) -> str:
    """ "zh" or "en": the settings', else the statement's, else the document's."""
    if subject.settings.lang:
        return subject.settings.lang
    if judged is not None:
        return "en" if judged.analysis.language == "en" else "zh"
    languages = [one.objective.analysis.language for one in subject.sets]
    if languages:
        return "en" if languages.count("en") * 2 > len(languages) else "zh"
    return "zh" if any("\u4e00" <= char <= "\u9fff" for char in subject.document.source.text[:20000]) else "en"


def build_finding(rule: Rule, match: Match, severity: str, subject: Subject) -> Finding:
    """The finding for one match of a rule."""
    judged = subject.statement
    lang = message_language(judged, subject)
    params = {"word": "", **match.params}
    params = {k: v[lang] if isinstance(v, dict) and lang in v else v for k, v in params.items()}
    span, place = match.span, match.place
    if judged is not None:
        text = judged.statement.text
        end = len(text) if match.end is None else match.end
        params["word"] = params["word"] or text[match.start : end]
        if span is None:
            span = judged.statement.source_span(match.start, end)
        place = place or judged.statement.place
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=severity,
        message=rule.messages[match.message][lang].format_map(params),
        statement=judged.statement.id if judged else None,
        span=span,
        place=place,
        source=match.source,
        confidence=match.confidence,
        why=match.why or (rule.why[lang],),
        suggestions=tuple(_suggestions(rule, match, judged, params, lang)),
        related=match.related,
        language=lang,
    )


def _suggestions(
    rule: Rule, match: Match, judged: Judged | None, params: dict[str, object], lang: str
) -> list[Suggestion]:
    made = []
    for template in rule.suggestions:
        title = template["title"]
        title = (title[lang] if isinstance(title, dict) else title).format_map(params)
        if "edit" in template:
            edits = match.edits.get(template["edit"])
            if edits and judged is not None and (done := _edits(edits, judged)):
                made.append(Suggestion(title, template["applicability"], done))
        else:
            scaffold = template.get("scaffold")
            text = scaffold[lang].format_map(params) if scaffold else None
            made.append(Suggestion(title, "display", (), text))
    return made


def _edits(edits: tuple[TextEdit, ...], judged: Judged) -> tuple[Edit, ...]:
    """Edits of the source, or none at all where a part cannot be mapped exactly."""
    statement, done = judged.statement, []
    if statement.map is None:
        return ()
    for edit in edits:
        if not statement.map.is_verbatim(edit.start, edit.end):
            return ()
        span: Span = statement.map.span(edit.start, edit.end)
        done.append(Edit(span, quote(edit.text, statement.quoting)))
    return tuple(done)
