"""Commands for extensions: check the workspace, the tree of a file, a rule's page, restart from scratch."""

from __future__ import annotations

from typing import Any

from okr_lint.lsp.publishing import push
from okr_lint.lsp.session import OkrLanguageServer
from okr_lint.lsp.wire import diagnostics_json
from okr_lint.lsp.workspace_diagnostics import check_closed_files
from okr_lint.reporters.json_report import file_object, summary
from okr_lint.reporters.rule_page import rule_markdown
from okr_lint.reporters.tree import tree

CHECK_WORKSPACE = "okr-lint.checkWorkspace"
TREE = "okr-lint.tree"
REPORT = "okr-lint.report"
RULE = "okr-lint.rule"
RULES = "okr-lint.rules"


async def check_workspace(ls: OkrLanguageServer) -> dict[str, Any]:
    """Check every OKR file; the summary of the JSON contract, with the number of files."""
    closed = await check_closed_files(ls)
    opened = [ls.workbench.latest(document.uri) for document in ls.workspace.text_documents.values()]
    if not ls.pulling:
        for checked in closed:
            push(ls, checked.uri, diagnostics_json(checked), None)
    results = [one.result for one in (*opened, *closed) if one is not None]
    return {"files": len(results), **summary(results)}


async def show_tree(ls: OkrLanguageServer, uri: str) -> str | None:
    """What was understood of an open text, as a tree for people."""
    checked = await ls.checked(uri)
    if checked is None:
        return None
    return tree(checked.document) if checked.document else str(checked.result.error)


async def report(ls: OkrLanguageServer, uri: str) -> dict[str, Any] | None:
    """What was found in an open text, as the entry of ``files`` of the JSON contract."""
    checked = await ls.checked(uri)
    return file_object(checked.result) if checked else None


def show_rule(ls: OkrLanguageServer, code: str, lang: str) -> str | None:
    """A rule's page in Markdown; None for a code that there is not."""
    rule = ls.linters.for_file(_folder(ls)).engine.rules.get(code)
    return rule_markdown(rule, "zh" if lang.startswith("zh") else "en") if rule else None


def list_rules(ls: OkrLanguageServer, lang: str) -> list[dict[str, str]]:
    """Code, name and title of every rule that is on."""
    lang = "zh" if lang.startswith("zh") else "en"
    rules = ls.linters.for_file(_folder(ls)).engine.rules.values()
    return [{"code": rule.code, "name": rule.name, "title": rule.title[lang]} for rule in rules]


def _folder(ls: OkrLanguageServer) -> str:
    return f"{ls.workspace.root_path or '.'}/okr.md"


def register(ls: OkrLanguageServer) -> None:
    """Announce the commands."""
    ls.command(CHECK_WORKSPACE)(check_workspace)
    ls.command(TREE)(show_tree)
    ls.command(REPORT)(report)
    ls.command(RULE)(show_rule)
    ls.command(RULES)(list_rules)
