"""Configuration and other OKR files that change while the editor is open."""

from __future__ import annotations

import asyncio

from lsprotocol import types

from okr_lint.lsp.session import OkrLanguageServer

_CONFIGURATION = ("**/okr-lint.toml", "**/pyproject.toml")


async def watch(ls: OkrLanguageServer) -> None:
    """Ask the client to tell of changed files and settings, where it can."""
    registrations = []
    if ls.can("workspace", "did_change_watched_files", "dynamic_registration"):
        patterns = (*_CONFIGURATION, *ls.linters.options.files)
        watchers = [types.FileSystemWatcher(pattern) for pattern in patterns]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        registrations.append(types.Registration("okr-lint/files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options))
    if ls.can("workspace", "did_change_configuration", "dynamic_registration"):
        settings = types.DidChangeConfigurationRegistrationOptions(section="okrLint")
        registrations.append(
            types.Registration("okr-lint/settings", types.WORKSPACE_DID_CHANGE_CONFIGURATION, settings)
        )
    if registrations:
        await ls.client_register_capability_async(types.RegistrationParams(registrations))


async def settings_changed(ls: OkrLanguageServer, params: types.DidChangeConfigurationParams) -> None:
    """Take over the client's new settings and check everything again."""
    from okr_lint.lsp.starting import fetch_options, options_from

    given = params.settings
    if ls.can("workspace", "configuration"):
        changed = await fetch_options(ls)
    else:
        changed = given is not None and options_from(ls, given, ls.initial_options)
    if changed:
        check_again(ls)


async def files_changed(ls: OkrLanguageServer, params: types.DidChangeWatchedFilesParams) -> None:
    """Check everything again under a changed configuration; judge the links again where files changed."""
    ls.organisation.forget_files()
    names = {change.uri.rpartition("/")[2] for change in params.changes}
    if names & {"okr-lint.toml", "pyproject.toml"} or any(name.endswith((".yaml", ".yml")) for name in names):
        check_again(ls)
        return
    await asyncio.get_running_loop().run_in_executor(ls.workbench.pool, ls.align_files)
    if ls.pulling:
        ls.refresh()


def check_again(ls: OkrLanguageServer) -> None:
    """Forget configurations, check every open text again and have the client ask again."""
    from okr_lint.lsp.publishing import retract

    ls.linters.reset()
    ls.forget_told()
    if ls.linters.options.enabled:
        for document in ls.workspace.text_documents.values():
            ls.submit(document.uri)
    else:
        for document in ls.workspace.text_documents.values():
            ls.workbench.forget(document.uri)
            retract(ls, document.uri)
    ls.refresh()


def register(ls: OkrLanguageServer) -> None:
    """Hear of changes."""
    ls.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(settings_changed)
    ls.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(files_changed)
