"""Checks many files: reads, asks the cache, lints what is new, in this process or in several."""

from __future__ import annotations

import glob
import json
import os
import signal
import sys
from collections import deque
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from okr_lint.cli.inputs import STDIN
from okr_lint.config import Configuration, configuration_for
from okr_lint.lean_dataclasses import dataclass, field
from okr_lint.settings import Settings

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from okr_lint.cache.store import Store

MOST_BYTES = 128 * 1024 * 1024
_FEW_FILES = 40  # below this, starting workers costs more than it gains


@dataclass(slots=True)
class Job:
    """One file to check: where it lies, what it is called in the report, its bytes and settings."""

    path: str
    name: str
    data: bytes
    format: str | None
    configuration: Configuration


@dataclass(slots=True)
class Checked:
    """One file and what was found.

    Attributes:
        record: its object of the JSON contract; the reasons of findings may be put into words when they are read.
        body: the same as JSON, where it had to be written already.
    """

    job: Job
    record: dict[str, Any]
    body: str | None = None

    def as_json(self) -> str:
        """The record as JSON."""
        return json.dumps(self.record, ensure_ascii=False, default=list) if self.body is None else self.body

    @property
    def text(self) -> str | None:
        """The decoded source; None for binary formats and for what cannot be decoded."""
        from okr_lint.readers import ReadError
        from okr_lint.readers.decode import decode
        from okr_lint.readers.read import FORMATS

        known = FORMATS.get(self.record["format"] or self.job.format or "")
        if (known and known[2]) or not self.job.data:
            return None
        try:
            return decode(self.job.data).text
        except ReadError:
            return None  # the record says so already: it is the file's F001


@dataclass
class Checker:
    """Checks files with the settings that hold for each.

    Attributes:
        given: configuration keys given by hand.
        config, isolated: which configuration file to use (see ``configuration_for``).
        input_format, stdin_name: as given by hand.
        cache: where results are kept, or None.
        jobs: processes; 0 chooses.
        elsewhere: rule folders of the files of the run, where a rule named by hand is not everybody's.
    """

    given: Mapping[str, Any] = field(default_factory=dict)
    config: Path | None = None
    isolated: bool = False
    input_format: str | None = None
    stdin_name: str | None = None
    cache: Store | None = None
    jobs: int = 0
    elsewhere: tuple[tuple[str, ...], ...] = ()
    _shared: dict[str, Configuration] = field(default_factory=dict, repr=False)

    def configuration(self, path: str) -> Configuration:
        """The configuration for a path."""
        return configuration_for(
            path, file=self.config, isolated=self.isolated, given=self.given, elsewhere=self.elsewhere
        )

    def overall(self, arguments: list[str]) -> Configuration:
        """The configuration for a whole run (exit code, scores, baseline, cache): that of the first argument."""
        return self.configuration(representative(arguments, self.stdin_name))

    def run(self, paths: list[str]) -> Iterator[Checked]:
        """Results in the order of the paths; memory does not grow with their number."""
        jobs = self.jobs or (os.cpu_count() or 1 if len(paths) >= _FEW_FILES else 1)
        workers = _workers(jobs) if jobs > 1 else None
        waiting: deque[tuple[Job, str, dict[str, Any] | str | Future[str]]] = deque()
        try:
            for path in paths:
                waiting.append(self._start(path, workers))
                while waiting and (len(waiting) > jobs * 4 or isinstance(waiting[0][2], (dict, str))):
                    yield self._finish(*waiting.popleft())
            while waiting:
                yield self._finish(*waiting.popleft())
        finally:
            if workers:
                workers.shutdown(wait=True, cancel_futures=True)

    def read(self, path: str) -> Job | str:
        """A file's bytes and settings, or the reason why it cannot be opened."""
        name = (self.stdin_name or "<stdin>") if path == STDIN else path
        configuration = self.configuration(self.stdin_name or "stdin" if path == STDIN else path)
        # jobs wait until the last file is read: those that say the same share one object
        configuration = self._shared.setdefault(repr(configuration), configuration)
        if path == STDIN:
            data = sys.stdin.buffer.read()
            return Job(path, name, data, self.input_format or _stdin_format(self.stdin_name, data), configuration)
        try:
            if os.path.isfile(path) and os.path.getsize(path) > MOST_BYTES:
                return f"{os.path.getsize(path):,} bytes in one file (limit {MOST_BYTES:,}); split it"
            data = Path(path).read_bytes()
        except OSError as error:
            return f"cannot be opened: {error.strerror}"
        return Job(path, name, data, self.input_format, configuration)

    def _start(
        self, path: str, workers: ProcessPoolExecutor | None
    ) -> tuple[Job, str, dict[str, Any] | str | Future[str]]:
        """A job, the key to keep its result under, and the result: fresh, as JSON from the cache, or still to come."""
        job = self.read(path)
        if isinstance(job, str):
            nothing = Job(path, path, b"", self.input_format, self.configuration(path))
            return nothing, "", unopened(path, job)
        key = ""
        if self.cache is not None:
            key = self.cache.key(job.data, job.name, job.format, job.configuration.settings)
            if (body := self.cache.get(key)) is not None:
                return job, "", body
        arguments = (job.data, job.name, job.format, job.configuration.settings)
        return job, key, workers.submit(lint_apart, *arguments) if workers else lint(*arguments)

    def _finish(self, job: Job, key: str, made: dict[str, Any] | str | Future[str]) -> Checked:
        if isinstance(made, dict):
            checked = Checked(job, made)
        else:
            body = made if isinstance(made, str) else made.result()
            checked = Checked(job, json.loads(body), body)
        if key and self.cache is not None:
            checked.body = checked.as_json()
            self.cache.put(key, checked.body)
        return checked


def representative(arguments: list[str], stdin_name: str | None = None) -> str:
    """The path whose configuration holds for a run as a whole: the first argument, or any file in it.

    Args:
        arguments: files, folders, patterns, "-"; nothing means the current folder.
        stdin_name: the name that standard input stands for.
    """
    first = arguments[0] if arguments else "."
    if first == STDIN:
        return stdin_name or "stdin"
    while glob.has_magic(first) and not os.path.exists(first):
        first = os.path.dirname(first) or "."
    return os.path.join(first, "any") if os.path.isdir(first) else first


def lint(data: bytes, name: str, format: str | None, settings: Settings) -> dict[str, Any]:
    """A file's object of the JSON contract, with the reasons of findings as they are."""
    from okr_lint.reporters.json_report import file_object

    return file_object(linter_for(settings).check_bytes(data, name, format), reasons=lambda given: given)


def lint_apart(data: bytes, name: str, format: str | None, settings: Settings) -> str:
    """What a worker does: the same as JSON, which is cheaper to hand over than objects."""
    return json.dumps(lint(data, name, format, settings), ensure_ascii=False, default=list)


def linter_for(settings: Settings) -> Any:
    """The linter of some settings, made once."""
    return _linter(_Hashed(settings, repr(settings)))


@dataclass(frozen=True)
class _Hashed:
    """Settings hold a dict: they are told apart by what they say."""

    settings: Settings = field(compare=False)
    said: str


def forget_rules() -> None:
    """Make linters anew, for a run that goes on while somebody edits rule files."""
    _linter.cache_clear()


@lru_cache(maxsize=64)
def _linter(hashed: _Hashed) -> Any:
    from okr_lint.linter import Linter

    return Linter(hashed.settings)


def unopened(path: str, message: str) -> dict[str, Any]:
    """The object of a file that could not even be opened."""
    error = {"code": "F001", "message": message, "line": None, "column": None}
    return {"path": path, "format": None, "error": error, "objectives": [], "findings": [], "score": None}


def _stdin_format(name: str | None, data: bytes) -> str | None:
    """The format of nameless standard input: JSON where it is JSON, else Markdown."""
    if name:
        return None
    if data.lstrip()[:1] in (b"{", b"["):
        try:
            json.loads(data)
            return "json"
        except ValueError:
            return "markdown"
    return "markdown"


def _workers(count: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(count, initializer=_ignore_interrupt)


def _ignore_interrupt() -> None:
    """Ctrl-C is the parent's affair."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
