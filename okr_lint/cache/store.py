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
_AT_ONCE = 500  # results written in one short transaction, so that other runs wait for milliseconds only
_WAIT = 10.0  # seconds


class Store:
    """Results by key. What cannot be read or written is said once and then left alone: checks go on without.

    Args:
        folder: where the file lies.
        megabytes: the most that it may hold.
    """

    def __init__(self, folder: Path, megabytes: int) -> None:
        self._path = folder / "results-1.sqlite"
        self._most = megabytes * 1_000_000
        self._written = False
        self._waiting: dict[str, bytes] = {}
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
            blob = self._waiting.get(key)
            if blob is None:
                row = self._database.execute("SELECT body, used FROM results WHERE key = ?", (key,)).fetchone()
                if row is None:
                    return None
                if row[1] < time.time() - _FRESH:
                    self._used.append(key)
                blob = row[0]
            return zlib.decompress(blob).decode("utf-8", "surrogatepass")
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
        self._waiting[key] = blob
        if len(self._waiting) >= _AT_ONCE:
            try:
                self._write(self._database)
            except sqlite3.Error as error:
                self._give_up(error)

    def close(self) -> None:
        """Write everything, and drop the oldest beyond the limit."""
        if self._database is None:
            return
        try:
            with closing(self._database):
                self._write(self._database)
                if self._written:
                    self._shrink(self._database)
        except sqlite3.Error as error:
            self._give_up(error)
        self._database = None

    def _write(self, database: sqlite3.Connection) -> None:
        """Everything that waits, in one transaction that takes the lock at its beginning or not at all."""
        if not self._waiting and not self._used:
            return
        now = time.time()
        database.execute("BEGIN IMMEDIATE")
        rows = [(key, now, blob) for key, blob in self._waiting.items()]
        database.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", rows)
        database.executemany("UPDATE results SET used = ? WHERE key = ?", [(now, key) for key in self._used])
        database.commit()
        self._written = self._written or bool(self._waiting)
        self._waiting, self._used = {}, []

    def _shrink(self, database: sqlite3.Connection) -> None:
        pages, free, size = (
            database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
        )
        used = (pages - free) * size  # keys, indexes and half-filled pages count as well
        if used <= self._most:
            return
        total = database.execute("SELECT SUM(LENGTH(body)) FROM results").fetchone()[0]
        kept = total * self._most * 3 // 4 // used
        rows = database.execute("SELECT key, LENGTH(body) FROM results ORDER BY used").fetchall()
        for key, size in rows:
            if total <= kept:
                break
            database.execute("DELETE FROM results WHERE key = ?", (key,))
            total -= size
        database.commit()
        try:
            database.execute("VACUUM")
        except sqlite3.OperationalError:
            return  # another run reads: the space is used again, or given back by a later run

    def _open(self, *, anew: bool) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(self._path, timeout=_WAIT)
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
