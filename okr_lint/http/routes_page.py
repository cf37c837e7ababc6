"""The page at / and its files, all served from here."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from fastapi import APIRouter
from starlette.responses import Response

from okr_lint.http.problems import Problem
from okr_lint.http.service import Service

_FOLDER = Path(__file__).parent / "page"
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def router(service: Service) -> APIRouter:
    """The routes."""
    made = APIRouter(include_in_schema=False)

    @made.get("/")
    async def index() -> Response:
        return _file("index.html")

    @made.get("/page/{name}")
    async def asset(name: str) -> Response:
        return _file(name)

    return made


def _file(name: str) -> Response:
    if name not in _files():
        raise Problem("not-found", "the page has no such file")
    content, media_type = _files()[name]
    return Response(content, media_type=media_type, headers={"cache-control": "no-cache"})


@lru_cache(maxsize=1)
def _files() -> dict[str, tuple[bytes, str]]:
    return {p.name: (p.read_bytes(), _TYPES[p.suffix]) for p in _FOLDER.iterdir() if p.suffix in _TYPES}
