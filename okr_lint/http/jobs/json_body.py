"""JSON bodies: parsed within a depth, checked against a model, errors that name the field."""

from __future__ import annotations

import codecs
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json

from okr_lint.config.errors import did_you_mean
from okr_lint.http.problems import Problem

Model = TypeVar("Model", bound=BaseModel)


def parse_json(body: bytes, depth: int, field: str | None = None) -> Any:
    """The value that a body holds.

    Raises:
        Problem: "malformed-body" (says where) or "too-deep".
    """
    try:
        data = from_json(body.removeprefix(codecs.BOM_UTF8), allow_inf_nan=False)
    except ValueError as error:
        message = str(error)
        if "recursion limit" in message:
            raise Problem("too-deep", f"more than {depth} levels", field) from None
        kind = "malformed-body" if field is None else "invalid-field"
        raise Problem(kind, f"not JSON: {message}", field) from None
    if _deeper(data, depth):
        raise Problem("too-deep", f"more than {depth} levels", field)
    return data


def _deeper(data: Any, depth: int) -> bool:
    level = [data]
    for _ in range(depth + 1):
        below: list[Any] = []
        for one in level:
            if isinstance(one, dict):
                below += one.values()
            elif isinstance(one, list):
                below += one
        if not (level := below):
            return False
    return True


def validated(model: type[Model], data: Any, where: str = "") -> Model:
    """``data`` as a model; ``where`` is its JSON path in the body.

    Raises:
        Problem: "invalid-field" that names the first wrong field, never its value.
    """
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        path = ".".join(str(part) for part in (*filter(None, [where]), *first["loc"]))
        message = first["msg"].removeprefix("Value error, ")
        if first["type"] == "value_error" and ": " in message:  # the model's own check names the field itself
            name, message = message.split(": ", 1)
            path = f"{path}.{name}" if path else name
        elif first["type"] == "extra_forbidden":
            *above, unknown = first["loc"]
            message = f"unknown field{did_you_mean(str(unknown), _inner(model, above).model_fields)}"
        raise Problem("invalid-field", message, field=path) from None


def _inner(model: type[BaseModel], path: list[Any]) -> type[BaseModel]:
    """The model at a path of field names."""
    for name in path:
        field = model.model_fields.get(str(name))
        if field is not None and isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            model = field.annotation
    return model
