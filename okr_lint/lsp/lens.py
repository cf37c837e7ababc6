"""Above each objective: the score of its set, how many key results, how many findings."""

from __future__ import annotations

from lsprotocol import types

from okr_lint.lsp.checking import Checked
from okr_lint.lsp.outline import set_score, whole
from okr_lint.lsp.session import OkrLanguageServer
from okr_lint.model import Objective


async def lenses(ls: OkrLanguageServer, params: types.CodeLensParams) -> list[types.CodeLens]:
    """One lens for each objective that is judged."""
    checked = await ls.checked(params.text_document.uri)
    if checked is None or not ls.linters.options.code_lens:
        return []
    command = ls.linters.options.tree_command or ""
    made = []
    for objective in checked.objectives:
        span = whole(objective)
        if span is not None and not objective.dropped:
            arguments = [checked.uri] if command else None
            shown = types.Command(_title(checked, objective), command, arguments=arguments)
            made.append(types.CodeLens(checked.positions.range(span), shown))
    return made


def _title(checked: Checked, objective: Objective) -> str:
    findings = sum(len(checked.findings_of(one.id)) for one in (objective, *objective.key_results))
    score, count = set_score(checked, objective), len(objective.key_results)
    if checked.language(objective) == "zh":
        return f"OKR 得分 {score} · {count} 条关键结果 · {findings} 条建议"
    results = "key result" if count == 1 else "key results"
    return f"OKR score {score} · {count} {results} · {findings} {'finding' if findings == 1 else 'findings'}"


def register(ls: OkrLanguageServer) -> None:
    """Announce lenses."""
    ls.feature(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensOptions(resolve_provider=False))(lenses)
