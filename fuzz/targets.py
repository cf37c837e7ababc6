"""What the fuzzers throw bytes at, and what must hold; each function takes one input and raises where it does not."""

from __future__ import annotations

from collections.abc import Callable

from okr_lint.fixes.rounds import mend
from okr_lint.language import analyse
from okr_lint.linter import Linter
from okr_lint.readers import ReadError, read_bytes
from okr_lint.readers.read import FORMATS

_LINTER = Linter()
_FORMATS = sorted(FORMATS)
_LONGEST = 4_000


def readers(data: bytes) -> None:
    """Any bytes in any format: a document whose spans lie in the text, or a ReadError."""
    if not data:
        return
    format = _FORMATS[data[0] % len(_FORMATS)]
    try:
        document = read_bytes(data[1:_LONGEST], "fuzz", format)
    except ReadError:
        return
    size = len(document.source.text)
    ids = [statement.id for statement in document.statements()]
    assert len(ids) == len(set(ids))
    for statement in document.statements():
        assert statement.span is None or 0 <= statement.span.start <= statement.span.end <= size


def analysis(data: bytes) -> None:
    """Any text: every layer's ranges lie in it."""
    text = data[:_LONGEST].decode("utf-8", "replace")
    found = analyse(text)
    assert len(found.normal) == len(text)
    for part in (found.hits, found.quantities, found.non_targets, found.dates, found.owners, found.clauses):
        assert all(0 <= one.start <= one.end <= len(text) for one in part)
    head = found.head
    assert head is None or text[head.start : head.end] == head.word


def rules(data: bytes) -> None:
    """Any Markdown: findings lie in the text, and every label is one with a probability."""
    result = _LINTER.check_bytes(data[:_LONGEST], "fuzz.md", "markdown")
    if result.document is None:
        return
    size = len(result.document.source.text)
    for finding in result.findings:
        assert finding.span is None or 0 <= finding.span.start <= finding.span.end <= size
        assert 0 <= finding.confidence <= 1
    for labels in result.labels.values():
        assert all(0 <= label.confidence <= 1 for label in labels.labels.values())


def fixer(data: bytes) -> None:
    """Safe fixes: what is mended is readable, has the same tree, and does not change again."""
    once = mend(_LINTER, data[:_LONGEST], "fuzz.md", "markdown")
    again = mend(_LINTER, once.data, "fuzz.md", "markdown")
    assert again.data == once.data
    before = _LINTER.check_bytes(data[:_LONGEST], "fuzz.md", "markdown").document
    after = once.result.document
    if before is not None:
        assert after is not None
        assert [s.id for s in before.statements()] == [s.id for s in after.statements()]


TARGETS: dict[str, Callable[[bytes], None]] = {
    "readers": readers,
    "analysis": analysis,
    "rules": rules,
    "fixer": fixer,
}
