"""What a finding is about, as a short hash of its content: it survives reordering and renumbering."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from okr_lint.model import Document, Finding
from okr_lint.model.copies import copier

_fingerprinted = copier(Finding, "fingerprint")


@lru_cache(maxsize=8192)
def fingerprint(code: str, text: str, occurrence: int = 0) -> str:
    """16 hexadecimal digits for a rule's finding on a text.

    Args:
        code: the rule's code.
        text: the statement as written, or what the finding marks where it belongs to no statement.
        occurrence: how many findings of the same code on an equal text stand before it in the file.
    """
    content = "\0".join((code, normalised(text), str(occurrence)))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@lru_cache(maxsize=8192)
def normalised(text: str) -> str:
    """A text without what does not change its meaning: width, case, white space."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def with_fingerprints(document: Document, findings: Iterable[Finding]) -> list[Finding]:
    """The findings of a document, each with its fingerprint; one that has it already stays the object that it is."""
    texts = {statement.id: statement.text for statement in document.statements()}
    seen: dict[tuple[str, str], int] = {}
    made = []
    for finding in findings:
        if finding.statement is not None:
            text = texts.get(finding.statement, "")
        else:
            text = document.source.text[finding.span.start : finding.span.end] if finding.span else ""
        key = (finding.code, normalised(text))
        occurrence = seen[key] = seen.get(key, -1) + 1
        own = fingerprint(finding.code, text, occurrence)
        made.append(finding if finding.fingerprint == own else _fingerprinted(finding, own))
    return made


def first_fingerprint(finding: Finding, text: str) -> Finding:
    """The finding with the fingerprint that it has where it is the first of its kind on an equal text.

    Args:
        text: that of its statement.
    """
    return _fingerprinted(finding, fingerprint(finding.code, text))
