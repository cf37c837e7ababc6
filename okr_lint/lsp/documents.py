"""The texts that the client has open, kept up to date by its incremental changes."""

from __future__ import annotations

from typing import Any

from lsprotocol import types
from pygls.workspace import TextDocument, Workspace

from okr_lint.lsp.positions import Encoding, PositionMap


class OpenDocument(TextDocument):
    """A text in the client; pygls would end lines at form feeds and U+2028 as well, the protocol does not."""

    def _apply_incremental_change(self, change: types.TextDocumentContentChangePartial) -> None:
        text = self._source or ""
        span = PositionMap(text, self.position_codec.encoding or Encoding.Utf16).span(change.range)
        self._source = whole_characters(text[: span.start] + change.text + text[span.end :])

    def _apply_full_change(self, change: types.TextDocumentContentChangeEvent) -> None:
        self._source = whole_characters(change.text)


class OpenDocuments(Workspace):
    """All open texts by URI."""

    def _create_text_document(
        self,
        doc_uri: str,
        source: str | None = None,
        version: int | None = None,
        language_id: str | None = None,
    ) -> OpenDocument:
        text = whole_characters(source) if source is not None else None
        return OpenDocument(
            doc_uri, text, version, language_id, sync_kind=self._sync_kind, position_codec=self.position_codec
        )

    def is_open(self, uri: str) -> bool:
        """Whether the client has this text open."""
        return any(document.uri == uri for document in self.text_documents.values())


def whole_characters(text: str) -> str:
    """The text without halves of surrogate pairs (a client that cuts an emoji in two can send them)."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def workspace_from(old: Workspace, params: Any) -> OpenDocuments:
    """Our workspace in the place of the one that pygls has made."""
    return OpenDocuments(
        old.root_uri, types.TextDocumentSyncKind.Incremental, params.workspace_folders or [], old.position_encoding
    )
