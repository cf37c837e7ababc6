from __future__ import annotations

from tests.http.conftest import server

__all__ = ["server"]
