"""What can be done about findings: mend one, all of a kind, all that is safe, fill in, add, suppress."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator

from lsprotocol import types

from okr_lint.fixes.apply import SAFE, UNSAFE, first_fix
from okr_lint.fixes.ignores import comment_edits
from okr_lint.lsp.checking import Checked
from okr_lint.lsp.diagnostics import diagnostic
from okr_lint.lsp.placement import in_place_of, is_new_key_result, line_of_its_own, new_key_result
from okr_lint.lsp.session import OkrLanguageServer
from okr_lint.lsp.snippets import fill_in, plain_edit
from okr_lint.lsp.sound_fixes import edits_together, is_sound
from okr_lint.model import Edit, Finding, Suggestion
from okr_lint.suggestions import candidate_metrics, metric_scaffold

FIX_ALL = "source.fixAll.okr-lint"
_METRICS = 3
_REASON = {"zh": "⟨原因⟩", "en": "⟨reason⟩"}
_WORDS = {
    "zh": {"all_kind": "修正本文件所有 {code}（{name}）", "all_safe": "应用所有稳妥的修改（{count} 处）",
           "unsafe": "（请过目）", "suppress": "在此处忽略 {code}（写明原因）", "add": "新增关键结果：{text}"},
    "en": {"all_kind": "Fix all {code} ({name}) in this file", "all_safe": "Apply all safe fixes ({count})",
           "unsafe": " (look at it)", "suppress": "Ignore {code} here (with reason)", 
           "add": "Add key result: {text}"},
}  # fmt: skip


async def code_actions(ls: OkrLanguageServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    """The actions for a range, of the kinds that are asked for."""
    checked = await ls.checked(params.text_document.uri)
    if checked is None or checked.document is None:
        return []
    return await asyncio.get_running_loop().run_in_executor(ls.workbench.pool, _actions, ls, checked, params)


def _actions(ls: OkrLanguageServer, checked: Checked, params: types.CodeActionParams) -> list[types.CodeAction]:
    only = params.context.only
    if only and all(str(getattr(one, "value", one)).startswith("source.") for one in only):  # on saving: be quick
        return [action for action in _all_safe(checked) if _wanted(action, only)]
    findings = checked.findings_in(checked.positions.span(params.range))
    made = [
        *_per_finding(ls, checked, findings),
        *_metric_actions(ls, checked, params.range),
        *_all_safe(checked),
    ]
    return [action for action in made if _wanted(action, only)]


def _wanted(action: types.CodeAction, only: Iterable[types.CodeActionKind | str] | None) -> bool:
    kind = str(action.kind.value if isinstance(action.kind, types.CodeActionKind) else action.kind)
    if only is None:
        return not kind.startswith("source.")
    asked = [str(one.value if isinstance(one, types.CodeActionKind) else one) for one in only]
    return any(kind == one or kind.startswith(f"{one}.") or not one for one in asked)


def _per_finding(ls: OkrLanguageServer, checked: Checked, findings: list[Finding]) -> Iterator[types.CodeAction]:
    seen: set[str] = set()
    for finding in findings:
        shown = [diagnostic(checked, finding)]
        words = _WORDS[finding.language]
        preferred = True
        for suggestion in finding.suggestions:
            action = _of_suggestion(ls, checked, finding, suggestion, words)
            if action is not None:
                action.diagnostics = shown
                action.is_preferred = preferred and suggestion.applicability == "safe"
                preferred = preferred and not action.is_preferred
                yield action
        if finding.code not in seen:
            seen.add(finding.code)
            yield from _all_of_kind(checked, finding, words)
    for finding in findings:
        made = next(comment_edits(checked.result, [finding], _REASON[finding.language]), None)
        if made is not None:
            edit, command = fill_in(ls, checked, made)
            title = _WORDS[finding.language]["suppress"].format(code=finding.code)
            yield types.CodeAction(
                title,
                types.CodeActionKind.QuickFix,
                diagnostics=[diagnostic(checked, finding)],
                edit=edit,
                command=command,
            )


def _of_suggestion(
    ls: OkrLanguageServer, checked: Checked, finding: Finding, suggestion: Suggestion, words: dict[str, str]
) -> types.CodeAction | None:
    if suggestion.edits:
        if not is_sound(checked, finding, suggestion):
            return None
        title = suggestion.title + (words["unsafe"] if suggestion.applicability == "unsafe" else "")
        edit = plain_edit(checked, list(suggestion.edits))
        return types.CodeAction(title, types.CodeActionKind.QuickFix, edit=edit)
    placed = _placed(checked, finding, suggestion.text) if suggestion.text else None
    if placed is None or suggestion.text is None:
        return None
    changed, command = fill_in(ls, checked, placed)
    title = f"{suggestion.title} → {suggestion.text}"
    return types.CodeAction(title, types.CodeActionKind.QuickFix, edit=changed, command=command)


def _placed(checked: Checked, finding: Finding, text: str) -> Edit | None:
    """Where a scaffold goes, by what its rule judges."""
    rule = checked.linter.engine.rules.get(finding.code)
    statement = checked.statement(finding.statement)
    if statement is None:
        return line_of_its_own(checked, finding.span, text)
    objective = checked.objective_of(statement.id)
    if objective is not None and (is_new_key_result(text) or (rule is not None and rule.applies_to == "set")):
        return new_key_result(checked, objective, text)
    if rule is not None and rule.applies_to == "document":
        return line_of_its_own(checked, finding.span, text)
    return in_place_of(statement, text)


def _all_of_kind(checked: Checked, finding: Finding, words: dict[str, str]) -> Iterator[types.CodeAction]:
    same = [one for one in checked.result.findings if one.code == finding.code and first_fix(one, UNSAFE) is not None]
    if first_fix(finding, UNSAFE) is not None and len(same) > 1:
        edits = edits_together(checked, same, UNSAFE)
        if edits:
            title = words["all_kind"].format(code=finding.code, name=finding.name)
            yield types.CodeAction(title, types.CodeActionKind.QuickFix, edit=plain_edit(checked, edits))


def _all_safe(checked: Checked) -> Iterator[types.CodeAction]:
    edits = edits_together(checked, checked.result.findings, SAFE)
    if edits:
        title = _WORDS[checked.language(None)]["all_safe"].format(count=len(edits))
        yield types.CodeAction(title, FIX_ALL, edit=plain_edit(checked, edits))
        yield types.CodeAction(title, types.CodeActionKind.QuickFix, edit=plain_edit(checked, edits))


def _metric_actions(ls: OkrLanguageServer, checked: Checked, range: types.Range) -> Iterator[types.CodeAction]:
    """One more key result, from the metrics that fit the objective."""
    statement = checked.statement_at(checked.positions.offset(range.start))
    objective = checked.objective_of(statement.id) if statement else None
    analysis = checked.analysis(objective) if objective else None
    if objective is None or analysis is None:
        return
    present = [other for one in objective.key_results if (other := checked.analysis(one)) is not None]
    lang = "en" if analysis.language == "en" else "zh"
    candidates = [m for m in candidate_metrics(analysis, None, _METRICS + 3) if not _named(m.name(lang), present)]
    for metric in candidates[:_METRICS]:
        text = metric_scaffold(metric, lang)
        placed = new_key_result(checked, objective, text)
        if placed is not None:
            edit, command = fill_in(ls, checked, placed)
            title = _WORDS[lang]["add"].format(text=text)
            yield types.CodeAction(title, types.CodeActionKind.Refactor, edit=edit, command=command)


def _named(name: str, analyses: Iterable[object]) -> bool:
    return any(name.lower() in str(getattr(analysis, "normal", "")) for analysis in analyses)


def register(ls: OkrLanguageServer) -> None:
    """Announce code actions."""
    kinds: list[types.CodeActionKind | str] = [
        types.CodeActionKind.QuickFix, types.CodeActionKind.Refactor, types.CodeActionKind.SourceFixAll, FIX_ALL,
    ]  # fmt: skip
    ls.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(kinds))(code_actions)
