"""The first seconds: settings of the client, the rules loaded with a progress bar, then what few texts need."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from lsprotocol import types

from okr_lint.lsp.configuration import SECTION, OptionError, Options, read_options
from okr_lint.lsp.session import OkrLanguageServer
from okr_lint.lsp.watching import watch

logger = logging.getLogger(__name__)
TOKEN = "okr-lint/start"
_PATIENCE = 2.0  # seconds for the client to answer
# Statements of both languages, so that a later key does not pay for what loads on first use.
_WARM = "## O1：让店长轻松排班\n- KR1：优化排班流程\n\n## O2: Small bakeries trust us\n- KR1: Work with drivers\n"


async def initialized(ls: OkrLanguageServer, params: types.InitializedParams) -> None:
    """Begin: nothing is checked before the settings are known, so that a version is published once."""
    options_from(ls, ls.protocol.initialization_options)
    progress = await _begin(ls)
    try:
        await _watched(watch(ls), ls)
        await fetch_options(ls)
        await ls.loaded()
    finally:
        ls.workbench.release()
        if progress:
            ls.work_done_progress.end(TOKEN, types.WorkDoneProgressEnd())
    await _warm_when_idle(ls)


async def _begin(ls: OkrLanguageServer) -> bool:
    if not ls.can("window", "work_done_progress"):
        return False
    try:
        await asyncio.wait_for(ls.work_done_progress.create_async(TOKEN), _PATIENCE)
    except Exception as error:  # a client that cannot show it after all
        ls.log(f"no progress bar: {error}")
        return False
    ls.work_done_progress.begin(TOKEN, types.WorkDoneProgressBegin("okr-lint", message="loading rules"))
    return True


async def fetch_options(ls: OkrLanguageServer) -> bool:
    """Ask the client for its settings; whether they have changed."""
    if not ls.can("workspace", "configuration"):
        return False
    item = types.ConfigurationItem(section=SECTION)
    answer = await _watched(ls.workspace_configuration_async(types.ConfigurationParams([item])), ls)
    return options_from(ls, answer[0], ls.initial_options) if answer else False


async def _watched(request: Any, ls: OkrLanguageServer) -> Any:
    """The answer to a request of ours; None where the client has none, which is logged."""
    try:
        return await asyncio.wait_for(request, _PATIENCE)
    except Exception as error:  # the client's fault must not stop the server
        ls.log(f"the client did not answer: {type(error).__name__} {error}")
        return None


def options_from(ls: OkrLanguageServer, given: Any, base: Options | None = None) -> bool:
    """Take over settings; one that cannot be used is told and the old ones stay."""
    if isinstance(given, dict) and SECTION in given:
        given = given[SECTION]
    try:
        options = read_options(given, base or ls.linters.options)
    except OptionError as error:
        ls.tell(f"okr-lint: {error}")
        return False
    changed = options != ls.linters.options
    ls.linters.options = options
    if base is None:
        ls.initial_options = options
    return changed


async def _warm_when_idle(ls: OkrLanguageServer) -> None:
    while not ls.workbench.idle:
        await asyncio.sleep(0.1)
    await asyncio.get_running_loop().run_in_executor(ls.workbench.pool, _warm)


def _warm() -> None:
    from okr_lint.language.segment import words
    from okr_lint.linter import Linter

    Linter().check_text(_WARM)
    words("让店长轻松排班")  # the dictionary; spaCy is for the users' token rules, whose first check loads it


def register(ls: OkrLanguageServer) -> None:
    """Hear that the client is ready."""
    ls.feature(types.INITIALIZED)(initialized)
