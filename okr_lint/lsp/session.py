"""The server of one client: its settings, its linters, its work."""

from __future__ import annotations

import asyncio
import logging
import traceback
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from okr_lint.lsp.aligning import Organisation
from okr_lint.lsp.checking import Checked, check, path_of
from okr_lint.lsp.configuration import Linters, Options
from okr_lint.lsp.protocol import OkrProtocol
from okr_lint.lsp.workbench import Job, Workbench
from okr_lint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from okr_lint.alignment import Said
    from okr_lint.lsp.workspace_diagnostics import ClosedFiles
    from okr_lint.model import Document

logger = logging.getLogger(__name__)


class OkrLanguageServer(LanguageServer):
    """Everything that features share. ``server.py`` puts it together."""

    protocol: OkrProtocol

    def __init__(self) -> None:
        super().__init__("okr-lint", __version__, protocol_cls=OkrProtocol)
        self.linters = Linters()
        self.initial_options = Options()
        self.workbench: Workbench[Checked] = Workbench(self._work, self._deliver, self._crashed)
        self.pulling = False
        self.closed_files: ClosedFiles | None = None
        self._told: set[str] = set()
        self.organisation = Organisation()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._loading: asyncio.Future[None] | None = None

    @property
    def encoding(self) -> str:
        """The negotiated position encoding."""
        return self.workspace.position_encoding or types.PositionEncodingKind.Utf16

    def preload(self) -> None:
        """Begin to load the rules, while the client still says hello."""
        self._loop = asyncio.get_running_loop()
        self._loading = self._loop.run_in_executor(self.workbench.pool, _load)

    async def loaded(self) -> None:
        """Wait until the rules are there."""
        if self._loading is not None:
            await self._loading

    async def checked(self, uri: str) -> Checked | None:
        """What is known of a text in its current version; None where it is not open or could not be checked."""
        return await self.workbench.result(uri)

    def submit(self, uri: str) -> None:
        """Check the current version of an open text."""
        document = self.workspace.get_text_document(uri)
        if self.linters.options.enabled:
            self.workbench.submit(Job(uri, document.source, document.version, document.language_id))

    def can(self, *path: str) -> bool:
        """Whether the client says that it can do something: ``can("workspace", "inlay_hint", "refresh_support")``."""
        value: Any = self.client_capabilities
        for name in path:
            value = getattr(value, name, None)
        return bool(value)

    def tell(self, message: str, kind: types.MessageType = types.MessageType.Error) -> None:
        """Show a message to the person at the editor, the same one only once."""
        if message not in self._told:
            self._told.add(message)
            self.window_show_message(types.ShowMessageParams(kind, message))

    def forget_told(self) -> None:
        """Messages may be shown again: their reason may be back."""
        self._told.clear()

    def log(self, message: str) -> None:
        """Write to the client's log."""
        self.window_log_message(types.LogMessageParams(types.MessageType.Log, message))

    def refresh(self) -> None:
        """Ask the client to ask again, for whatever it can ask again."""
        if self.pulling and self.can("workspace", "diagnostics", "refresh_support"):
            self.workspace_diagnostic_refresh(None)
        if self.can("workspace", "inlay_hint", "refresh_support"):
            self.workspace_inlay_hint_refresh(None)
        if self.can("workspace", "code_lens", "refresh_support"):
            self.workspace_code_lens_refresh(None)

    def _work(self, job: Job) -> Checked:
        from okr_lint.lsp.wire import diagnostics_json

        linter = self.linters.for_file(path_of(job.uri))
        checked = check(job, linter, self.encoding, lambda document: self._links(job, document))
        diagnostics_json(checked)  # here, off the protocol thread
        return checked

    def _links(self, job: Job, document: Document) -> Sequence[Said]:
        """What is to be said of a document's links; others that this changes are checked again after it."""
        self._judge(job.uri, document)
        return self.organisation.said.get(document.path, ())

    def align_files(self) -> None:
        """Judge the links of all files of the workspace; in the working thread."""
        self._judge(None, None)

    def _judge(self, uri: str | None, document: Document | None) -> None:
        opened = {
            one: checked for one in self.workbench.uris() if one != uri and (checked := self.workbench.latest(one))
        }
        paths = {checked.path: one for one, checked in opened.items()}
        own = [document.path] if document else []
        self.organisation.refresh(self.folders(), self.linters.options.files, [*paths, *own])
        documents = {one.path: one.document for one in opened.values() if one.document is not None}
        changed = self.organisation.judge(document, documents, self.linters.settings_for)
        if self._loop is not None:
            for path in changed & paths.keys():
                self._loop.call_soon_threadsafe(self._again, paths[path])

    def _again(self, uri: str) -> None:
        if uri in self.workbench.uris():
            self.submit(uri)

    def folders(self) -> list[str]:
        """The folders that the client works in."""
        uris = [folder.uri for folder in self.workspace.folders.values()] or [self.workspace.root_uri]
        return [path for uri in uris if uri and (path := to_fs_path(uri))]

    async def _deliver(self, checked: Checked) -> None:
        from okr_lint.lsp.publishing import publish

        publish(self, checked)

    def _crashed(self, job: Job, error: Exception) -> None:
        """Say it, once for each reason; findings of an older version are taken back."""
        from okr_lint.lsp.publishing import retract

        logger.error("checking %s failed", job.uri, exc_info=error)
        self.log("".join(traceback.format_exception(error)))
        reason = str(error) if isinstance(error, ValueError) else f"{type(error).__name__}: {error}"
        self.tell(f"okr-lint could not check {path_of(job.uri)}: {reason}")
        if job.is_current():
            retract(self, job.uri)


def _load() -> None:
    """Load what every check needs; what is loaded stays, so the collector need not look at it again and again."""
    import gc

    from okr_lint.linter import Linter

    Linter()
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
