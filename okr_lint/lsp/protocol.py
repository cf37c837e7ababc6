"""pygls's protocol with our texts, and in order: nothing is answered before ``initialize``."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol, lsp_method

from okr_lint.lsp.documents import workspace_from


class NotInitialized(JsonRpcException):
    """A request before ``initialize``."""

    CODE = types.ErrorCodes.ServerNotInitialized.value
    MESSAGE = "the first request must be 'initialize'"


class OkrProtocol(LanguageServerProtocol):
    """The language server protocol over our workspace."""

    initialization_options: Any = None

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(self, params: types.InitializeParams) -> Generator[Any, Any, types.InitializeResult]:
        """Negotiate; then keep texts in ``OpenDocuments``."""
        result = yield from super().lsp_initialize(params)
        self._workspace = workspace_from(self.workspace, params)
        self.initialization_options = params.initialization_options
        return result

    def _get_handler(self, feature_name: str) -> Callable[[Any], Any]:
        if self._workspace is None and feature_name not in (types.INITIALIZE, types.SHUTDOWN, types.EXIT):
            raise NotInitialized(NotInitialized.MESSAGE)
        return super()._get_handler(feature_name)
