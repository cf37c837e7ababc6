"""Answers about the server itself."""

from __future__ import annotations

from pydantic import BaseModel


class Health(BaseModel):
    """Whether the server is up or ready."""

    status: str
    workers: int | None = None


class Tool(BaseModel):
    """What judged: equal digests give equal answers."""

    name: str
    version: str
    rules_digest: str
    model_digest: str


class ServerLimits(BaseModel):
    """What one request may take."""

    body: int
    statements: int
    seconds: float


class Version(BaseModel):
    """The server's version and what it offers."""

    tool: Tool
    contract: int
    profiles: list[str]
    languages: list[str]
    formats: dict[str, list[str]]
    limits: ServerLimits


class ProblemDetails(BaseModel):
    """RFC 9457 problem details."""

    type: str
    title: str
    status: int
    detail: str
    field: str | None = None
    instance: str | None = None
