"""read -> understand -> check -> score, the one function below every front end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from okr_lint.checks.engine import Engine
from okr_lint.checks.match import Judged, ObjectiveSet, Subject
from okr_lint.classifier.bulk import predict_sets
from okr_lint.classifier.types import StatementLabels
from okr_lint.fingerprint import with_fingerprints
from okr_lint.language import Analysis, analyse
from okr_lint.lean_dataclasses import dataclass, field
from okr_lint.model import Document, Finding, Objective, Source, Statement
from okr_lint.readers import ReadError, read_bytes, read_text
from okr_lint.scoring import Score, score_document
from okr_lint.settings import Settings
from okr_lint.suppression import suppress

if TYPE_CHECKING:
    from okr_lint.alignment import Said
    from okr_lint.memory import Memory


@dataclass(slots=True)
class FileResult:
    """Everything that was understood and found in one file.

    ``error`` is set, and everything else empty, where the file could not be read (F001).
    """

    path: str
    document: Document | None = None
    error: ReadError | None = None
    findings: list[Finding] = field(default_factory=list)
    analyses: dict[str, Analysis] = field(default_factory=dict)
    labels: dict[str, StatementLabels] = field(default_factory=dict)
    scores: dict[str, Score] = field(default_factory=dict)
    score: Score | None = None


class Linter:
    """Checks OKR documents.

    >>> from okr_lint import Linter
    >>> result = Linter().check_text("# O1: Be the best\\n- KR1: Improve things\\n")
    >>> [finding.code for finding in result.findings]  # doctest: +SKIP

    Args:
        settings: what to check and how loud; the defaults where None.
        memory: remembers what it understood and found, for texts that are checked again and again
            with small changes; None remembers nothing.

    Raises:
        okr_lint.checks.rule.RuleError: the settings name an unknown rule or a broken rule file.
    """

    def __init__(self, settings: Settings | None = None, memory: Memory | None = None) -> None:
        self.settings = settings or Settings()
        self.engine = Engine(self.settings)
        self.memory = memory

    def check_text(self, text: str, format: str = "markdown", path: str = "<text>") -> FileResult:
        """Check a decoded text; a text that cannot be read gives a result with ``error``."""
        try:
            return self.check_document(self.read_text(text, path, format))
        except ReadError as error:
            return FileResult(path, error=error)

    def read_text(self, text: str, path: str, format: str) -> Document:
        """The document of a decoded text; with a memory only what has changed is read.

        Raises:
            ReadError: the text cannot be read.
        """
        return self.memory.reader.read_text(text, path, format) if self.memory else read_text(text, path, format)

    def check_bytes(self, data: bytes, path: str, format: str | None = None) -> FileResult:
        """Check the bytes of a file, its format by ``format`` or the name."""
        try:
            return self.check_document(read_bytes(data, path, format))
        except ReadError as error:
            return FileResult(path, error=error)

    def check_file(self, path: str | Path, format: str | None = None) -> FileResult:
        """Check a file on disk."""
        try:
            data = Path(path).read_bytes()
        except OSError as error:
            return FileResult(str(path), error=ReadError(f"cannot be opened: {error.strerror}"))
        return self.check_bytes(data, str(path), format)

    def check_document(self, document: Document, said: Sequence[Said] | None = None) -> FileResult:
        """Check a document that was read already.

        ``said`` is what ``okr_lint.alignment.align`` says of this document among others; without it the links
        within the document are judged.
        """
        result = understand(document, self.memory)
        sets = _sets(document, result)
        recall, known = (self.memory.recall, self.memory.scores) if self.memory else (None, None)
        found = [*self.engine.run(document, sets, recall), *self._aligned(document, sets, said)]
        findings = with_fingerprints(document, sorted(found, key=lambda finding: finding.order))
        result.scores, result.score = score_document(sets, findings, known)
        result.findings = suppress(document, sets, findings, self.engine)
        return result

    def _aligned(self, document: Document, sets: list[ObjectiveSet], said: Sequence[Said] | None) -> Iterator[Finding]:
        """The findings on the document's links (A401–A407)."""
        if said is None and _links_out(document):
            from okr_lint.alignment import align  # most files link to nothing

            own = align([document], settings=lambda _: self.settings)
            said = own.get(document.path, ())
        whole = Subject(document, self.settings, sets=sets)
        for code, match in said or ():
            if rule := self.engine.rules.get(code):
                yield from self.engine.findings(rule, [match], whole)


def _links_out(document: Document) -> bool:
    return document.context.parent is not None or any(s.context.parent for s in document.statements())


def understand(document: Document, memory: Memory | None = None) -> FileResult:
    """Analyses and labels of every statement."""
    result = FileResult(document.path, document)
    if memory is None:
        result.analyses = {statement.id: analyse(statement.text) for statement in document.statements()}
        result.labels = predict_sets(document.objectives, result.analyses)
        return result
    for objective in document.objectives:
        statements = (objective, *objective.key_results)
        for statement, (analysis, labels) in zip(statements, memory.understand(objective), strict=True):
            result.analyses[statement.id] = analysis
            result.labels[statement.id] = labels
    return result


def _sets(document: Document, result: FileResult) -> list[ObjectiveSet]:
    def judged(statement: Statement) -> Judged:
        return Judged(statement, result.analyses[statement.id], result.labels[statement.id])

    def living(objective: Objective) -> list[Judged]:
        return [judged(k) for k in objective.key_results if not k.dropped]

    return [ObjectiveSet(judged(o), living(o)) for o in document.objectives if not o.dropped]


__all__ = ["FileResult", "Linter", "Source", "understand"]
