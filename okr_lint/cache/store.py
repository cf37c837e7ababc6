"""A file of results (SQLite), limited in size; the least recently used go first."""

from __future__ import annotations

import hashlib
import sqlite3
import sys
import time
import zlib
from contextlib import closing
from pathlib import Path

from okr_lint.cache.keys import judge_digest
from okr_lint.settings import Settings

_TABLE = "CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, used REAL NOT NULL, body BLOB NOT NULL)"
_FRESH = 3600.0  # seconds within which a use need not be noted again


class Store:
    """Results by key. What cannot be read or written is said once and then left alone: checks go on without.

    Args:
        folder: where the file lies.
        megabytes: the most that it may hold.
    """

    def __init__(self, folder: Path, megabytes: int) -> None:
        self._path = folder / "results-1.sqlite"
        self._most = megabytes * 1_000_000
        self._written = 0
        self._used: list[str] = []
        self._database: sqlite3.Connection | None = None
        self._open(anew=True)

    def key(self, data: bytes, name: str, format: str | None, settings: Settings) -> str:
        """The key of a file's result."""
        said = "\0".join((judge_digest(settings, b"until=" in data), name, format or "", repr(settings)))
        digest = hashlib.sha256(said.encode("utf-8", "surrogatepass"))
        digest.update(hashlib.sha256(data).digest())
        return digest.hexdigest()

    def get(self, key: str) -> str | None:
        """The result, or None where there is none."""
        if self._database is None:
            return None
        try:
            row = self._database.execute("SELECT body, used FROM results WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            if row[1] < time.time() - _FRESH:
                self._used.append(key)
            return zlib.decompress(row[0]).decode("utf-8", "surrogatepass")
        except (sqlite3.Error, zlib.error, UnicodeDecodeError) as error:
            self._give_up(error)
            return None

    def put(self, key: str, body: str) -> None:
        """Keep a result."""
        if self._database is None:
            return
        blob = zlib.compress(body.encode("utf-8", "surrogatepass"), 1)
        if len(blob) > self._most // 4:
            return
        try:
            self._database.execute("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", (key, time.time(), blob))
            self._written += 1
            if self._written % 500 == 0:
                self._database.commit()
        except sqlite3.Error as error:
            self._give_up(error)

    def close(self) -> None:
        """Write everything, and drop the oldest beyond the limit."""
        if self._database is None:
            return
        try:
            with closing(self._database):
                now = time.time()
                self._database.executemany("UPDATE results SET used = ? WHERE key = ?", [(now, k) for k in self._used])
                if self._written:
                    self._shrink(self._database)
                self._database.commit()
        except sqlite3.Error as error:
            self._give_up(error)
        self._database = None

    def _shrink(self, database: sqlite3.Connection) -> None:
        total = database.execute("SELECT COALESCE(SUM(LENGTH(body)), 0) FROM results").fetchone()[0]
        if total <= self._most:
            return
        rows = database.execute("SELECT key, LENGTH(body) FROM results ORDER BY used").fetchall()
        for key, size in rows:
            if total <= self._most * 3 // 4:
                break
            database.execute("DELETE FROM results WHERE key = ?", (key,))
            total -= size
        database.commit()
        database.execute("VACUUM")

    def _open(self, *, anew: bool) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(self._path, timeout=2.0)
            self._database.execute("PRAGMA synchronous = OFF")
            self._database.execute(_TABLE)
        except (OSError, sqlite3.Error) as error:
            self._database = None
            if anew and isinstance(error, sqlite3.DatabaseError) and "not a database" in str(error):
                self._path.unlink()
                self._open(anew=False)
            else:
                self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        self._database = None
        print(f"okr-lint: the cache {self._path} is left alone: {error}", file=sys.stderr)
