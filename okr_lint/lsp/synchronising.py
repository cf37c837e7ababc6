"""Texts that are opened, changed and closed."""

from __future__ import annotations

from lsprotocol import types

from okr_lint.lsp.publishing import retract
from okr_lint.lsp.session import OkrLanguageServer


def opened(ls: OkrLanguageServer, params: types.DidOpenTextDocumentParams) -> None:
    """Check a text that was opened."""
    ls.submit(params.text_document.uri)


def changed(ls: OkrLanguageServer, params: types.DidChangeTextDocumentParams) -> None:
    """Check the new version of a text."""
    ls.submit(params.text_document.uri)


def closed(ls: OkrLanguageServer, params: types.DidCloseTextDocumentParams) -> None:
    """Take back what was said of a text that was closed."""
    ls.workbench.forget(params.text_document.uri)
    retract(ls, params.text_document.uri)


def register(ls: OkrLanguageServer) -> None:
    """Announce synchronisation (incremental)."""
    ls.feature(types.TEXT_DOCUMENT_DID_OPEN)(opened)
    ls.feature(types.TEXT_DOCUMENT_DID_CHANGE)(changed)
    ls.feature(types.TEXT_DOCUMENT_DID_CLOSE)(closed)
