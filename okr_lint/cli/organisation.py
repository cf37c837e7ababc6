"""Files that are checked together are one organisation: A401–A407 are judged over all of them."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from okr_lint.cli.checking import Checked, Checker, Job, linter_for
from okr_lint.cli.usage import UsageError
from okr_lint.model import Document


def checked_together(
    checker: Checker,
    files: list[str],
    parents: Sequence[Path],
    step: Callable[[], None],
    linking: Callable[[], None] = lambda: None,
) -> Iterator[Checked]:
    """Results in the order of the files, with what is to be said of the links between them.

    Results wait, packed, until the last file is read: any file may be linked to by any other. A file on its own that
    links to nothing does not wait.

    Args:
        parents: files above them that are only linked to.
        step: called whenever a file was checked.
        linking: called when all are checked and the links between them are judged, which takes as long again.

    Raises:
        UsageError: a parent file that cannot be read.
    """
    above = [parent_document(checker, path) for path in parents]
    waiting: list[tuple[Job, bytes]] = []
    linked = bool(above)
    for checked in checker.run(files):
        step()
        linked = linked or _links(checked.record)
        if len(files) == 1 and not linked:
            yield checked
            return
        waiting.append((checked.job, zlib.compress(checked.as_json().encode(), 1)))
    if linked:
        linking()
    said = _said(checker, [job for job, _ in waiting], above) if linked else {}
    for job, packed in waiting:
        record = json.loads(zlib.decompress(packed))
        own = said.get(job.name, [])
        if not record["error"] and (own or any(f["code"].startswith("A4") for f in record["findings"])):
            record = _again(job, own)
        yield Checked(job, record)


def _links(record: dict[str, Any]) -> bool:
    statements = [s for o in record["objectives"] for s in (o, *o["key_results"])]
    return any(statement["context"]["parent"] for statement in statements)


def _said(checker: Checker, jobs: list[Job], parents: list[Document]) -> dict[str, list[Any]]:
    from okr_lint.alignment import align

    documents = [one for job in jobs if isinstance(one := document_of(job), Document)]
    settings = {job.name: job.configuration.settings for job in jobs}

    def load(path: str) -> Document | str | None:
        if not os.path.isfile(path):
            return None
        job = checker.read(path)
        return "unknown" if isinstance(job, str) else document_of(job)

    return align(documents, parents, load=load, settings=settings.__getitem__)


def document_of(job: Job) -> Document | str:
    """A file as a document; "unknown" where it cannot be read (``check`` says why)."""
    from okr_lint.readers import ReadError, read_bytes

    try:
        return read_bytes(job.data, job.name, job.format)
    except ReadError:
        return "unknown"


def parent_document(checker: Checker, path: Path) -> Document:
    """A document given with ``--parent``.

    Raises:
        UsageError: it cannot be read.
    """
    from okr_lint.readers import ReadError, read_bytes

    job = checker.read(str(path))
    if isinstance(job, str):
        raise UsageError(f"--parent: {path} {job}")
    try:
        return read_bytes(job.data, os.path.normpath(job.name), job.format)
    except ReadError as error:
        raise UsageError(f"--parent: {path} cannot be read: {error.message}") from error


def _again(job: Job, said: list[Any]) -> dict[str, Any]:
    """The record of a file with what is said of its links."""
    from okr_lint.reporters.json_report import file_object

    document = document_of(job)
    assert isinstance(document, Document)  # it was read before
    return file_object(linter_for(job.configuration.settings).check_document(document, said))
