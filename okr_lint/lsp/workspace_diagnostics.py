"""Diagnostics of the workspace, also of OKR files that are not open: kept while the files stay as they are."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from lsprotocol import types
from pygls.uris import to_fs_path

from okr_lint.alignment import Said
from okr_lint.lean_dataclasses import dataclass
from okr_lint.lsp.checking import FORMATS, Checked, check, format_for
from okr_lint.lsp.protocol import Prepared
from okr_lint.lsp.publishing import begin_pulling, report
from okr_lint.lsp.session import OkrLanguageServer
from okr_lint.lsp.wire import diagnostics_json, quoted
from okr_lint.lsp.workbench import Job
from okr_lint.lsp.workspace_files import okr_files
from okr_lint.readers.decode import decode
from okr_lint.readers.errors import ReadError


@dataclass(slots=True)
class _Known:
    stamp: tuple[int, int, int]
    said: Sequence[Said]
    checked: Checked


class ClosedFiles:
    """What is known of the OKR files on disk; read again when size or time change, or settings do."""

    def __init__(self, ls: OkrLanguageServer) -> None:
        self._ls = ls
        self._known: dict[Path, _Known] = {}

    def check(self, path: Path) -> Checked | None:
        """The findings of a file; None where it is gone, cannot be read as text or is binary."""
        if format_for(str(path), None) not in FORMATS:
            return None
        try:
            stat = path.stat()
            linter = self._ls.linters.for_file(str(path))
            stamp = (stat.st_mtime_ns, stat.st_size, id(linter))
            known = self._known.get(path)
            said = self._ls.organisation.said.get(str(path), ())
            if known is None or known.stamp != stamp or known.said != said:
                text = decode(path.read_bytes()).text
                job = Job(path.as_uri(), text, None, None)
                checked = check(job, linter, self._ls.encoding, lambda _: said)
                known = self._known[path] = _Known(stamp, said, checked)
            return known.checked
        except FileNotFoundError:
            self._known.pop(path, None)
            return None
        except (OSError, ReadError) as error:
            self._ls.log(f"{path}: {error}")
            return None


async def check_closed_files(ls: OkrLanguageServer) -> list[Checked]:
    """Every OKR file of the workspace that is not open, checked one at a time in the working thread."""
    loop = asyncio.get_running_loop()
    files = closed_files(ls)
    paths = await loop.run_in_executor(ls.thread_pool, lambda: list(okr_files(ls.folders(), ls.linters.options.files)))
    opened = {to_fs_path(document.uri) for document in ls.workspace.text_documents.values()}
    await loop.run_in_executor(ls.workbench.pool, ls.align_files)
    made = []
    for path in paths:
        if str(path) not in opened:
            checked = await loop.run_in_executor(ls.workbench.pool, files.check, path)
            if checked is not None:
                made.append(checked)
    return made


def closed_files(ls: OkrLanguageServer) -> ClosedFiles:
    """The one store of files on disk."""
    if ls.closed_files is None:
        ls.closed_files = ClosedFiles(ls)
    return ls.closed_files


async def pull_workspace(ls: OkrLanguageServer, params: types.WorkspaceDiagnosticParams) -> Prepared:
    """Answer ``workspace/diagnostic``.

    Open texts are in it as well: a client asks for those that it shows, and VS Code keeps others open for a while.
    """
    begin_pulling(ls)
    reports, options = [], ls.linters.options
    previous = {one.uri: one.value for one in params.previous_result_ids}
    opened = [document.uri for document in ls.workspace.text_documents.values()]
    if options.enabled:
        closed = await check_closed_files(ls) if options.workspace_diagnostics else []
        for checked in (*closed, *map(ls.workbench.latest, opened)):
            if checked is not None:
                reports.append(_report(checked.uri, diagnostics_json(checked), previous.pop(checked.uri, None)))
        for uri in opened:  # one that is being checked: what was said of it stands until then
            previous.pop(uri, None)
    # gone since, or not checked any more: nothing is left to report
    reports += [_report(uri, "[]", None) for uri in sorted(previous)]
    return Prepared(f'{{"items":[{",".join(reports)}]}}')


def _report(uri: str, items: str, previous: str | None) -> str:
    return report(items, previous, f'"uri":{quoted(uri)},"version":null,')
