"""Writing comments that ignore findings, where each format can hold one; every one is tried before it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from okr_lint.fixes.apply import apply_edits
from okr_lint.lean_dataclasses import dataclass
from okr_lint.linter import FileResult, Linter
from okr_lint.model import Document, Edit, Finding, Source, Span, Statement

# format -> how a comment is written; formats that are not here have none
_ELEMENT, _HASH = "<!-- {} -->", "# {}"
_FORMS = {"markdown": _ELEMENT, "text": _ELEMENT, "html": _ELEMENT, "yaml": _HASH, "toml": _HASH, "rst": ".. {}"}
_TRAILING = ("markdown", "text", "html", "yaml", "toml")


@dataclass(frozen=True, slots=True)
class Ignored:
    """A file with comments added.

    Attributes:
        data: its bytes.
        result: what is found in them.
        count: findings that are ignored now.
        left: findings for which no comment can stand anywhere.
    """

    data: bytes
    result: FileResult
    count: int
    left: tuple[Finding, ...]


def add_ignores(linter: Linter, data: bytes, path: str, wanted: set[str], reason: str | None = None) -> Ignored:
    """Add comments for the findings whose fingerprints are ``wanted``."""
    result = linter.check_bytes(data, path)
    failed: set[str] = set()
    groups = list(_groups(result, wanted))
    everything = [next(comment_edits(result, group, reason), None) for group in groups]
    sure = [edit for edit in everything if edit is not None]
    if trial := _tried(linter, result, data, path, sure, [f for g in groups for f in g]):
        data, result = trial
    while group := next((g for g in _groups(result, wanted - failed)), None):
        for edit in comment_edits(result, group, reason):
            if trial := _tried(linter, result, data, path, [edit], group):
                data, result = trial
                break
        else:
            failed |= {finding.fingerprint for finding in group}
    left = tuple(finding for finding in result.findings if finding.fingerprint in wanted)
    return Ignored(data, result, len(wanted) - len(left), left)


def _groups(result: FileResult, wanted: set[str]) -> Iterator[list[Finding]]:
    """The findings of one statement (or of one place) together: one comment for all of their codes."""
    groups: dict[object, list[Finding]] = {}
    for finding in result.findings:
        if finding.fingerprint in wanted:
            groups.setdefault(finding.statement or finding.span, []).append(finding)
    yield from groups.values()


def comment_edits(result: FileResult, group: list[Finding], reason: str | None) -> Iterator[Edit]:
    """Comments that ignore some findings of one statement, the best place first; none of them is tried yet."""
    document = result.document
    if document is None or document.format not in _FORMS:
        return
    codes = " ".join(dict.fromkeys(finding.code for finding in group))
    about = f" ({reason})" if reason else ""
    form = _FORMS[document.format]
    span, statement = _range(document, group[0])
    if span is not None:
        comment = form.format(f"okr-lint: ignore {codes}{about}")
        if document.format in _TRAILING:
            yield from _behind(document, span, statement, comment)
        yield _above(document.source, span, comment, "\n\n" if document.format == "rst" else "\n")
    yield _whole_file(document, form.format(f"okr-lint: ignore-file {codes}{about}"))


def _range(document: Document, finding: Finding) -> tuple[Span | None, Statement | None]:
    for statement in document.statements():
        if statement.id == finding.statement:
            start = min(s.start for s in (statement.span, statement.label_span) if s) if statement.span else 0
            return (Span(start, statement.span.end) if statement.span else None), statement
    return finding.span, None


def _behind(document: Document, span: Span, statement: Statement | None, comment: str) -> Iterator[Edit]:
    source = document.source
    number = source.position(max(span.end - 1, span.start)).line
    line = source.line(number)
    end = source.line_starts[number - 1] + len(line.rstrip())
    if "|" in line or document.format == "html":  # the comment stays inside the cell or element
        yield Edit(Span(span.end, span.end), f" {comment}")
    yield Edit(Span(end, end), f" {comment}")


def _above(source: Source, span: Span, comment: str, newline: str) -> Edit:
    number = source.position(span.start).line
    line = source.line(number)
    indent = line[: len(line) - len(line.lstrip())]
    at = source.line_starts[number - 1]
    return Edit(Span(at, at), f"{indent}{comment}{newline}")


def _whole_file(document: Document, comment: str) -> Edit:
    text = document.source.text
    if document.format in ("yaml", "toml"):
        return Edit(Span(0, 0), f"{comment}\n")
    gap = "" if text.endswith("\n\n") or not text else "\n" if text.endswith("\n") else "\n\n"
    return Edit(Span(len(text), len(text)), f"{gap}{comment}\n")


def _tried(
    linter: Linter, before: FileResult, data: bytes, path: str, edits: list[Edit], group: Iterable[Finding]
) -> tuple[bytes, FileResult] | None:
    """The file with the comments, if it still says the same and the findings are gone; else None."""
    document = before.document
    if document is None or not edits or len({edit.span for edit in edits}) < len(edits):
        return None
    changed = document.source.encode(apply_edits(document.source.text, edits))
    after = linter.check_bytes(changed, path)
    if after.document is None or _said(after.document) != _said(document):
        return None
    gone = {finding.fingerprint for finding in group}
    useless = sum(finding.code == "F007" for finding in after.findings)
    if gone & {finding.fingerprint for finding in after.findings}:
        return None
    return None if useless > sum(finding.code == "F007" for finding in before.findings) else (changed, after)


def _said(document: Document) -> list[tuple[str, str]]:
    return [(statement.id, statement.text) for statement in document.statements()]
