"""A form with a file (multipart/form-data)."""

from __future__ import annotations

from typing import Any

from python_multipart import create_form_parser
from python_multipart.exceptions import FormParserError

from okr_lint.http.problems import Problem
from okr_lint.lean_dataclasses import dataclass, field

_FIELDS = ("path", "format", "options", "unsafe")


@dataclass(slots=True)
class Form:
    """The file part "file", its name, and the other fields."""

    data: bytes | None = None
    name: str | None = None
    fields: dict[str, str] = field(default_factory=dict)


def read_form(content_type: str, body: bytes) -> Form:
    """The form's parts; everything stays in memory, the body's size is bounded already.

    Raises:
        Problem: "malformed-body", or "invalid-field" for a field that is unknown or not UTF-8.
    """
    form = Form()

    def on_field(part: Any) -> None:
        name = (part.field_name or b"").decode("utf-8", "replace")
        if name not in _FIELDS:
            raise Problem("invalid-field", f"unknown field; known are file, {', '.join(_FIELDS)}", field=name[:80])
        try:
            form.fields[name] = (part.value or b"").decode()
        except UnicodeDecodeError:
            raise Problem("invalid-field", "not UTF-8", field=name) from None

    def on_file(part: Any) -> None:
        name = (part.field_name or b"").decode("utf-8", "replace")
        if name != "file":
            raise Problem("invalid-field", "the file part is to be named file", field=name[:80])
        if form.data is not None:
            raise Problem("invalid-field", "one file a request; several go to /v1/check/batch as lines", field="file")
        part.file_object.seek(0)
        form.data = part.file_object.read()
        form.name = (part.file_name or b"").decode("utf-8", "replace")[:1000] or None

    config = {"MAX_MEMORY_FILE_SIZE": len(body) + 1, "MAX_BODY_SIZE": len(body) + 1}
    try:
        parser = create_form_parser({"Content-Type": content_type.encode("latin-1")}, on_field, on_file, config)
        parser.write(body)
        parser.finalize()
    except (FormParserError, ValueError) as error:
        raise Problem("malformed-body", f"not a form: {type(error).__name__}") from None
    return form
