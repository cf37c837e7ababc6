"""pygls's protocol with our texts, and in order: nothing is answered before ``initialize``."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol, lsp_method

from okr_lint.lean_dataclasses import dataclass
from okr_lint.lsp.documents import workspace_from


@dataclass(frozen=True, slots=True)
class Prepared:
    """The JSON text of parameters or of a result, made already (``okr_lint.lsp.wire``)."""

    json: str


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

    def notify_prepared(self, method: str, params: Prepared) -> None:
        """Send a notification."""
        self._send_text(f'"method":"{method}","params":{params.json}')

    def _send_response(self, msg_id: Any, result: Any = None, error: Any = None) -> None:
        if error is None and isinstance(result, Prepared):
            self._result_types.pop(msg_id, None)
            self._send_text(f'"id":{json.dumps(msg_id)},"result":{result.json}')
        else:
            super()._send_response(msg_id, result, error)

    def _send_text(self, members: str) -> None:
        body = f'{{"jsonrpc":"2.0",{members}}}'.encode("utf-8", "backslashreplace")
        if self.writer is not None:
            self.writer.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))

    def _get_handler(self, feature_name: str) -> Callable[[Any], Any]:
        if self._workspace is None and feature_name not in (types.INITIALIZE, types.SHUTDOWN, types.EXIT):
            raise NotInitialized(NotInitialized.MESSAGE)
        return super()._get_handler(feature_name)
