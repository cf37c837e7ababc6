"""Whether a text with fixes reads as before, apart from what the fixes say: nothing else may change with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from okr_lint.fixes.apply import apply_edits
from okr_lint.model import Document, Finding, KeyResult, Objective, Statement, Suggestion
from okr_lint.suggestions import unnumbered

Fix = tuple[Finding, Suggestion]
Reread = Callable[[str], Document | None]
_BULLETS = " \t\u3000-*+•·"


def sound(document: Document, fixes: Sequence[Fix], reread: Reread) -> tuple[list[Fix], Document | None]:
    """The fixes that can be made together without changing anything else, and the document that they lead to.

    One change of words for each statement: the next one waits for the next round. All are tried together first; only
    where that fails one after the other.

    Args:
        document: as it is now.
        fixes: those that do not touch each other.
        reread: reads a changed text the way the file is read; None where that fails.
    """
    first = _one_for_each(fixes)
    if (after := _tried(document, first, reread)) is not None:
        return first, after
    kept: list[Fix] = []
    made: Document | None = None
    for fix in first if len(first) > 1 else ():
        if (after := _tried(document, [*kept, fix], reread)) is not None:
            kept, made = [*kept, fix], after
    return kept, made


def _one_for_each(fixes: Sequence[Fix]) -> list[Fix]:
    kept: list[Fix] = []
    taken: dict[str, Suggestion] = {}
    for finding, fix in fixes:
        of_words = fix.text is not None and finding.statement is not None
        if not of_words or taken.setdefault(finding.statement or "", fix).edits == fix.edits:
            kept.append((finding, fix))
    return kept


def _tried(document: Document, fixes: Sequence[Fix], reread: Reread) -> Document | None:
    if not fixes:
        return None
    after = reread(apply_edits(document.source.text, [edit for _, fix in fixes for edit in fix.edits]))
    return after if after is not None and _reads(after) == _promised(document, fixes) else None


def _reads(document: Document) -> list[Any]:
    """Everything that was understood, white space aside."""
    return [*_about(document), *(_row(statement) for statement in document.statements())]


def _promised(document: Document, fixes: Sequence[Fix]) -> list[Any]:
    """What the document is to read like with the fixes made."""
    texts: dict[str, str] = {}
    labels: dict[str, str] = {}
    added: dict[str, str] = {}
    below: dict[str, str] = {}
    for finding, fix in fixes:
        if finding.statement is None:
            continue  # a comment, which is no part of any statement
        if fix.text is None:
            labels[finding.statement] = fix.edits[0].text
        elif len(fix.edits) > 1 and fix.edits[-1].text.endswith("\n"):  # out of its text, into a line below it
            texts[finding.statement], below[finding.statement] = fix.text, fix.edits[-1].text
        elif len(fix.edits) == 1 and "\n" in (written := fix.edits[0].text):
            texts[finding.statement], _, rest = fix.text.partition(written)
            added[finding.statement] = (written + rest).lstrip("\n")
        else:
            texts[finding.statement] = fix.text
    rows = _rows(document, texts, labels, added, below)
    return [*_about(document), *rows]


def _rows(
    document: Document, texts: dict[str, str], labels: dict[str, str], added: dict[str, str], below: dict[str, str]
) -> Iterator[tuple[Any, ...]]:
    for statement in document.statements():
        text = texts.get(statement.id, statement.text)
        yield _row(statement, text, labels.get(statement.id, statement.label))
        if statement.id in added:
            label, text = _split_off(added[statement.id].lstrip(_BULLETS), statement.label)
            yield _row(statement, text, label)
        if isinstance(statement, Objective) and statement.id in below:
            label, text = _split_off(below[statement.id].strip(_BULLETS + "\n"), statement.key_results[0].label)
            yield _row(_key_result_of(statement), text, label)


def _key_result_of(objective: Objective) -> KeyResult:
    """A new key result: what is said of it is what it inherits."""
    made = KeyResult("")
    made.context.inherit(objective.context)
    return made


def _split_off(line: str, label: str | None) -> tuple[str | None, str]:
    """Label and text of a new line beside a statement: the label is that statement's without its number."""
    kind = unnumbered(label or "")
    if not kind or not line.startswith(kind):
        return None, line
    return kind, line.removeprefix(kind).lstrip(" \t:：.、")


def _row(statement: Statement, text: str | None = None, label: str | None = "") -> tuple[Any, ...]:
    said = {**statement.context.said(), "notes": statement.context.notes}
    words = "".join((statement.text if text is None else text).split())
    return isinstance(statement, Objective), words, statement.label if label == "" else label, statement.dropped, said


def _about(document: Document) -> list[Any]:
    said = [document.format, document.mission, document.context.said(), document.context.notes]
    return [*said, ["".join(one.text.split()) for one in document.leftovers]]
