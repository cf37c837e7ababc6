"""The OKR files of the workspace as one organisation: what is to be said of the links between them (A401–A407).

All of it runs in the working thread. Files on disk are read once and again when their size or time has changed; they
are looked up again when the client tells of changes, and otherwise at most once a minute.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from okr_lint.alignment import Said, align
from okr_lint.alignment.align import links_out
from okr_lint.lean_dataclasses import dataclass
from okr_lint.lsp.workspace_files import okr_files
from okr_lint.model import Document
from okr_lint.readers import ReadError, read_bytes
from okr_lint.settings import Settings

logger = logging.getLogger(__name__)
_FRESH = 60.0  # seconds for which the list of files is taken as it is
_PATIENCE = 1.0  # seconds that a check waits for other files to be read; the rest are read by the next one
Stamp = tuple[int, int]


@dataclass(slots=True)
class _Known:
    stamp: Stamp
    document: Document | None


class Organisation:
    """What is known of the documents of a workspace. For one thread."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}
        self._paths: list[str] = []
        self._listed = float("-inf")
        self.said: dict[str, list[Said]] = {}

    def forget_files(self) -> None:
        """Files have changed: look them up again."""
        self._listed = float("-inf")

    def refresh(self, folders: list[str], patterns: tuple[str, ...], opened: Iterable[str]) -> None:
        """Read the files that are new or have changed, open ones left out."""
        now = time.monotonic()
        if now - self._listed < _FRESH:
            return
        self._paths = [str(path) for path in okr_files(folders, patterns)]
        self._known = {path: self._known[path] for path in self._paths if path in self._known}
        self._listed = now
        opened = set(opened)
        for path in self._paths:
            if path not in opened:
                self._read(path)
            if time.monotonic() - now > _PATIENCE:
                self._listed = float("-inf")
                return

    def judge(
        self, document: Document | None, opened: dict[str, Document], settings: Callable[[str], Settings]
    ) -> set[str]:
        """Judge the links anew with one document in its newest version.

        Args:
            document: the document that has changed, if one has.
            opened: the other open documents by path.
            settings: gives the settings of a path.

        Returns:
            The paths of other documents of which something else is to be said than before.
        """
        path = document.path if document else ""
        mine = {**self._on_disk(), **opened, **({path: document} if document else {})}
        documents = [mine[path] for path in sorted(mine)]
        said: dict[str, list[Said]] = {}
        if any(map(links_out, documents)):
            said = align(documents, load=self._load, settings=settings)
        before, self.said = self.said, said
        others = (before.keys() | said.keys()) - {path}
        return {other for other in others if before.get(other) != said.get(other)}

    def _on_disk(self) -> dict[str, Document]:
        known = ((path, self._known.get(path)) for path in self._paths)
        return {path: one.document for path, one in known if one is not None and one.document is not None}

    def _load(self, path: str) -> Document | str | None:
        """A file that is linked to and is no OKR file by its name."""
        return ("unknown" if (read := self._read(path)) is None else read) if Path(path).is_file() else None

    def _read(self, path: str) -> Document | None:
        try:
            stat = Path(path).stat()
            stamp = (stat.st_mtime_ns, stat.st_size)
            known = self._known.get(path)
            if known is None or known.stamp != stamp:
                known = self._known[path] = _Known(stamp, read_bytes(Path(path).read_bytes(), path))
            return known.document
        except (OSError, ReadError) as error:  # its own diagnostics say so (F001)
            logger.debug("%s: %s", path, error)
            self._known.pop(path, None)
            return None
