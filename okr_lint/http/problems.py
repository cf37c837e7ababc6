"""Errors as RFC 9457 problem details, each with its own type and, where one is to blame, the field."""

from __future__ import annotations

import json
from typing import Any

MEDIA_TYPE = "application/problem+json"

# type -> (status, title)
KINDS: dict[str, tuple[int, str]] = {
    "malformed-body": (400, "The body is not what its media type says"),
    "missing-key": (401, "A bearer key is needed"),
    "not-found": (404, "There is nothing here"),
    "unknown-rule": (404, "There is no such rule"),
    "method-not-allowed": (405, "This method is not offered here"),
    "slow-body": (408, "The body did not arrive in time"),
    "body-too-large": (413, "The body is larger than this server takes"),
    "unsupported-media-type": (415, "No reader for this media type"),
    "invalid-field": (422, "A field has a value that cannot be used"),
    "unreadable-document": (422, "The document cannot be read"),
    "too-deep": (422, "The body is nested too deeply"),
    "too-many-statements": (422, "The document holds more statements than this server takes"),
    "line-too-long": (413, "The line is longer than this server takes"),
    "rate-exceeded": (429, "Too many requests with this key"),
    "internal-error": (500, "The server failed on this request"),
    "worker-lost": (503, "The process that worked on this request ended; try again"),
    "overloaded": (503, "The server is working on as much as it takes"),
    "shutting-down": (503, "The server is stopping"),
    "timeout": (504, "The work took longer than this server allows"),
}


class Problem(Exception):
    """A request that cannot be answered as asked.

    Attributes:
        kind: a key of ``KINDS``.
        detail: what is wrong with this request, without any text of the document.
        field: JSON path of the field to blame ("options.profile"), or None.
        retry_after: seconds after which to try again, or None.
    """

    def __init__(self, kind: str, detail: str, field: str | None = None, retry_after: int | None = None) -> None:
        super().__init__(kind)
        self.kind, self.detail, self.field, self.retry_after = kind, detail, field, retry_after

    @property
    def status(self) -> int:
        """The HTTP status."""
        return KINDS[self.kind][0]

    def members(self, instance: str | None = None) -> dict[str, Any]:
        """The members of the problem object."""
        status, title = KINDS[self.kind]
        made: dict[str, Any] = {
            "type": f"urn:okr-lint:problem:{self.kind}",
            "title": title,
            "status": status,
            "detail": self.detail,
        }
        if self.field is not None:
            made["field"] = self.field
        if instance is not None:
            made["instance"] = f"urn:okr-lint:request:{instance}"
        return made

    def body(self, instance: str | None = None) -> bytes:
        """The problem object as JSON."""
        return json.dumps(self.members(instance)).encode()
