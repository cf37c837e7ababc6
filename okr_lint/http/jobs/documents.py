"""The document that a request carries, in whichever of the accepted forms it comes."""

from __future__ import annotations

from typing import Any

from okr_lint.http.jobs.json_body import parse_json, validated
from okr_lint.http.jobs.upload import read_form
from okr_lint.http.problems import Problem
from okr_lint.http.schema.options import Options
from okr_lint.http.schema.requests import PATH_LENGTH, FixRequest, TextDocument, TextRequest
from okr_lint.lean_dataclasses import dataclass, field
from okr_lint.model import Document
from okr_lint.readers.errors import ReadError
from okr_lint.readers.read import FORMATS, format_of, read_bytes, read_text

UNNAMED = "<text>"
_OFFICE = "application/vnd.openxmlformats-officedocument"
# media type -> format, for bodies that are the document itself
MEDIA_TYPES = {
    "text/markdown": "markdown",
    "text/plain": "text",
    "text/x-rst": "rst",
    "text/csv": "csv",
    "text/tab-separated-values": "csv",
    "text/html": "html",
    "text/yaml": "yaml",
    "application/yaml": "yaml",
    "application/x-yaml": "yaml",
    "application/toml": "toml",
    "application/x-ndjson": "json",
    f"{_OFFICE}.spreadsheetml.sheet": "xlsx",
    f"{_OFFICE}.wordprocessingml.document": "docx",
}


@dataclass(slots=True)
class Incoming:
    """A request's document, or the error that its reader raised, and how to check it.

    Attributes:
        path: what the document is called.
        data, format: its bytes and how they are read.
        where: field that the options came in, empty for the query's own fields.
        unsafe: whether fixes that change words are asked for as well.
    """

    path: str
    data: bytes
    format: str
    document: Document | None = None
    error: ReadError | None = None
    options: Options = field(default_factory=Options)
    where: str = "options"
    unsafe: bool = False


def incoming(
    content_type: str, query: dict[str, str], body: bytes, depth: int, model: type[TextRequest] = TextRequest
) -> Incoming:
    """Read what was sent; ``model`` says which fields a JSON body with a text may have.

    Raises:
        Problem: a form that is not accepted, or a field that cannot be used.
    """
    media_type = _media_type(content_type)
    if media_type == "application/json" or media_type.endswith("+json"):
        return _from_json(query, body, depth, model)
    if media_type == "multipart/form-data":
        return _from_form(content_type, query, body)
    format = query.get("format") or MEDIA_TYPES.get(media_type) or format_of(query.get("path", ""))
    if format is None:
        raise Problem(
            "unsupported-media-type",
            "send application/json, multipart/form-data, or a document with its media type or ?format=",
        )
    made = _from_bytes(body, query.get("path", UNNAMED), format, query_options(query), query)
    made.where = ""
    return made


def _from_json(query: dict[str, str], body: bytes, depth: int, model: type[TextRequest]) -> Incoming:
    data = parse_json(body, depth)
    if isinstance(data, dict) and "text" in data and _is_text_request(data, model):
        fields = query_fields(query)
        if isinstance(given := data.get("options"), dict):
            data = {**data, "options": {**fields.get("options", {}), **given}}
        return from_request(validated(model, {**fields, **data}))
    if not isinstance(data, dict | list):
        raise Problem("invalid-field", "the body is neither an OKR object nor a text with its format", field="")
    options, given = query_options(query), data.get("options") if isinstance(data, dict) else None
    if given is not None:
        options = _both(options, validated(Options, given, "options"))
    made = _from_bytes(body, query.get("path", UNNAMED), "json", options, query)
    made.where = "" if given is None else "options"
    return made


def _is_text_request(data: dict[str, Any], model: type[TextRequest]) -> bool:
    """An OKR object may have a field "text" too; then it has others that no text request has."""
    if data.keys() <= model.model_fields.keys():
        return True
    return not {"key_results", "keyResults", "krs", "kr_list", "objectives", "objective"} & data.keys()


def from_request(request: TextRequest) -> Incoming:
    """The document of a text request."""
    made = from_text(request, "")
    made.options, made.unsafe = request.options, isinstance(request, FixRequest) and request.unsafe
    return made


def from_text(part: TextDocument, where: str) -> Incoming:
    """The document of a text with its format; ``where`` is the JSON path of the part, with its dot."""
    format = part.format or format_of(part.path)
    if format is None:
        raise Problem("invalid-field", "neither a format nor a path whose suffix tells it", field=f"{where}format")
    if FORMATS[format][2]:
        raise Problem("invalid-field", "this format is binary; upload the file", field=f"{where}format")
    made = Incoming(part.path, part.text.encode(), format)
    try:
        made.document = read_text(part.text, part.path, format)
    except ReadError as error:
        made.error = error
    return made


def _both(query: Options, body: Options) -> Options:
    """The options of the query, and over them those of the body."""
    return query.model_copy(update={name: getattr(body, name) for name in body.model_fields_set})


def _from_form(content_type: str, query: dict[str, str], body: bytes) -> Incoming:
    form = read_form(content_type, body)
    if form.data is None:
        raise Problem("invalid-field", "the form has no file part of this name", field="file")
    path = form.fields.get("path") or query.get("path") or form.name or UNNAMED
    format = form.fields.get("format") or query.get("format") or format_of(path)
    if format is None:
        raise Problem("invalid-field", "neither a format nor a file name whose suffix tells it", field="format")
    options = query_options(query)
    if "options" in form.fields:
        given = parse_json(form.fields["options"].encode(), 8, "options")
        options = _both(options, validated(Options, given, "options"))
    return _from_bytes(form.data, path, format, options, {**query, **form.fields})


def _from_bytes(body: bytes, path: str, format: str, options: Options, fields: dict[str, str]) -> Incoming:
    if format not in FORMATS:
        raise Problem("invalid-field", f"use one of {', '.join(FORMATS)}", field="format")
    if len(path) > PATH_LENGTH:
        raise Problem("invalid-field", f"at most {PATH_LENGTH} characters", field="path")
    made = Incoming(path, body, format, options=options, unsafe=_truth(fields, "unsafe"))
    try:
        made.document = read_bytes(body, path, format)
    except ReadError as error:
        made.error = error
    return made


def _truth(fields: dict[str, str], name: str) -> bool:
    """A field of a query or form that is true or false."""
    value = fields.get(name, "false").lower()
    if value not in ("true", "1", "false", "0"):
        raise Problem("invalid-field", "use true or false", field=name)
    return value in ("true", "1")


def query_fields(query: dict[str, str]) -> dict[str, Any]:
    """The fields of a text request that a query may give."""
    made: dict[str, Any] = {name: query[name] for name in ("path", "format", "unsafe") if name in query}
    options: dict[str, Any] = {name: query[name] for name in ("lang", "profile", "preview") if name in query}
    for name in ("select", "ignore"):
        if query.get(name):
            options[name] = [part.strip() for part in query[name].split(",") if part.strip()]
    return {**made, "options": options} if options else made


def query_options(query: dict[str, str]) -> Options:
    """The options that the query gives."""
    return validated(Options, query_fields(query).get("options", {}))


def _media_type(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower() or "application/octet-stream"
