"""What a query may say, for bodies that have no place for it."""

from __future__ import annotations

from typing import Any, get_args

from okr_lint.http.schema.options import Profile
from okr_lint.http.schema.requests import Format

PARAMETERS: dict[str, dict[str, Any]] = {
    "path": {"description": "a name for the document, echoed in the answer", "schema": {"type": "string"}},
    "format": {"description": "the document's format", "schema": {"type": "string", "enum": list(get_args(Format))}},
    "lang": {"description": "language of messages", "schema": {"type": "string", "enum": ["zh", "en"]}},
    "profile": {"description": "school of severities", "schema": {"type": "string", "enum": list(get_args(Profile))}},
    "select": {"description": "codes, prefixes or names to run, with commas", "schema": {"type": "string"}},
    "ignore": {"description": "codes, prefixes or names not to run, with commas", "schema": {"type": "string"}},
    "preview": {"description": "also run rules of status preview", "schema": {"type": "boolean"}},
}


UNSAFE: dict[str, dict[str, Any]] = {
    "unsafe": {"description": "also apply fixes that change words", "schema": {"type": "boolean"}}
}


def known(job: str) -> dict[str, dict[str, Any]]:
    """The fields that a job's query may have."""
    return PARAMETERS | UNSAFE if job == "fix" else PARAMETERS


def parameters(job: str) -> list[dict[str, Any]]:
    """The OpenAPI parameter objects of a job."""
    return [{"name": name, "in": "query", "required": False, **about} for name, about in known(job).items()]
