"""Short forms of what a reader understood, so that a test shows the structure at a glance."""

from collections.abc import Iterable

from okr_lint.model import Document, Statement
from okr_lint.readers import read_text
from okr_lint.readers.metadata import separate
from okr_lint.readers.passage import Passage
from okr_lint.readers.rereading import Rereader


def read(text: str, format: str = "markdown", path: str = "<text>") -> Document:
    document = read_text(text, path, format)
    for statement in document.statements():
        check_span(document, statement)
    return document


def shape(document: Document) -> dict[str, list[str]]:
    """Objective text -> texts of its key results (objectives of the same text may not occur)."""
    return {o.text: [k.text for k in o.key_results] for o in document.objectives}


def in_language(one: str | tuple[str, str], language: int) -> str:
    """A pattern in English (0) or Chinese (1); a single one serves both."""
    return one if isinstance(one, str) else one[language]


def check_span(document: Document, statement: Statement) -> None:
    """Every character of a statement must come from where its map says."""
    assert statement.span is not None and statement.map is not None
    source = document.source.text
    assert statement.span == statement.map.span(0, len(statement.text))
    for at, char in enumerate(statement.text):
        start, end = statement.map.span(at, at + 1)
        origin = source[start:end]
        assert origin == char or char == " " or origin.startswith("&"), (statement.text, at, origin)


def check_separated(text: str, rest: str, said: dict[str, str]) -> None:
    """What is about a statement is taken off it, and what is left stands where its span says."""
    found = separate(Passage.verbatim(text, 0))
    assert found.passage.text == rest
    assert found.context.said() == said
    span = found.passage.span()
    assert span is not None and text[span.start : span.end] == rest


def check_rereading(versions: Iterable[str]) -> None:
    """What an editor kept of earlier versions changes nothing: each is understood as if it were read alone."""
    again = Rereader()
    for version in versions:
        for _ in range(2):
            assert again.read_text(version, "a.md", "markdown") == read_text(version, "a.md", "markdown"), version
