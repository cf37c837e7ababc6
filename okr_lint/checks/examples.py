"""The examples of a rule file, read into documents: for the generic test and for the rule's page.

Forms (⟦ ⟧ mark the exact span of the finding; a bad example without a mark means the whole statement,
or the whole file for a document):

- ``"text ⟦span⟧"`` or ``{text: …}``: one statement of the kind that the rule judges, in neutral company;
- ``{objective: …, key_results: […]}`` or ``{objectives: [{objective: …, key_results: […]}, …]}``;
- ``{document: …, format: markdown, path: …}``: a whole file; with ``beside`` (path: text) for the other files of
  its folder, ``parents`` (paths among them that are given as parents), ``before`` (its older version).

Further fields: ``also`` (codes that rightly fire with it), ``fixed`` (the statement or document after
the edit), ``suggest`` (a scaffold's text), ``severity``, ``message`` (key), ``profile``, ``context``
(fields of ``Context``: inherited ones for the document, others for the judged statement),
``note`` (why a known miss is missed).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from okr_lint.checks.origin import Origin
from okr_lint.checks.rule import Rule, RuleError
from okr_lint.lean_dataclasses import dataclass, replace
from okr_lint.model import Context, Document, KeyResult, Objective, Source, Span, TextMap

OPEN, CLOSE = "⟦", "⟧"
KINDS = ("bad", "good", "missed")
_FORMS = ("text", "objective", "objectives", "document")
_FIELDS = {
    *_FORMS, "key_results", "format", "path", "also", "fixed", "suggest", "severity", "profile", "context", "note",
    "beside", "parents", "before",
}  # fmt: skip

# The company of an example that gives one statement only; findings on it do not count.
_OBJECTIVE = {"zh": "让老客户愿意把我们推荐给同行", "en": "Make long-time customers proud to recommend us"}
_KEY_RESULTS = {
    "zh": ("老客户续约率从 71% 提升到 84%", "由老客户推荐来的新客户占比从 9% 提升到 20%"),
    "en": (
        "Renewal rate of customers older than a year rises from 71% to 84%",
        "Share of new customers who were referred grows from 9% to 20%",
    ),
}
_CONTEXT = {"cycle": "2026 Q3", "owner": "⟨owner⟩"}


@dataclass(frozen=True, slots=True)
class ExampleSet:
    """An objective and its key results as texts, without marks."""

    objective: str
    key_results: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a rule file.

    Attributes:
        kind, language: "bad", "good" or "missed"; "zh" or "en".
        sets: the statements, for examples that are not whole documents.
        document: the whole file's text, without marks, or None.
        focus: id of the statement that is judged or marked, or None for a whole document.
        start, end: the marked range in the focus (or in the document); None where nothing is marked.
        alone: only the focus was given; the rest is neutral company.
        beside: path and text of the other files of the folder; parents: those that are given as parents.
        before: the older version of the document, or None.
    """

    kind: str
    language: str
    sets: tuple[ExampleSet, ...] = ()
    document: str | None = None
    format: str = "markdown"
    path: str = "example"
    focus: str | None = None
    start: int | None = None
    end: int | None = None
    alone: bool = False
    also: tuple[str, ...] = ()
    fixed: str | None = None
    suggest: str | None = None
    severity: str | None = None
    profile: str = "seed"
    context: tuple[tuple[str, str], ...] = ()
    beside: tuple[tuple[str, str], ...] = ()
    parents: tuple[str, ...] = ()
    before: str | None = None

    @property
    def focus_text(self) -> str:
        """The judged statement's text, or the document's."""
        if self.document is not None:
            return self.document
        return next(text for statement, text in self.statements() if statement == (self.focus or "O1"))

    def statements(self) -> Iterator[tuple[str, str]]:
        """Ids and texts in order."""
        for o, one in enumerate(self.sets, 1):
            yield f"O{o}", one.objective
            yield from ((f"O{o}/KR{k}", text) for k, text in enumerate(one.key_results, 1))

    def with_focus(self, text: str) -> Example:
        """The same example with another text for the judged statement (or document)."""
        if self.document is not None:
            return replace(self, document=text)
        sets = []
        for o, one in enumerate(self.sets, 1):
            objective = text if self.focus == f"O{o}" else one.objective
            key_results = (text if self.focus == f"O{o}/KR{k}" else kr for k, kr in enumerate(one.key_results, 1))
            sets.append(ExampleSet(objective, tuple(key_results)))
        return replace(self, sets=tuple(sets))

    def build(self) -> Document:
        """The statements as a document; not for examples that are whole documents (a reader reads those)."""
        lines: list[str] = []
        document = Document(self.path, "markdown", Source(""))
        own = dict(self.context)
        for name, value in {**_CONTEXT, **own}.items():
            if name in Context.INHERITED:
                setattr(document.context, name, value)
        at = 0
        for statement_id, text in self.statements():
            prefix = "" if "/" not in statement_id else "- "
            made = KeyResult if prefix else Objective
            start = at + len(prefix)
            statement = made(text, Span(start, start + len(text)), TextMap.verbatim(len(text), start))
            if isinstance(statement, Objective):
                document.objectives.append(statement)
            else:
                document.objectives[-1].key_results.append(statement)
            lines.append(f"{prefix}{text}\n")
            at += len(lines[-1])
        document.source = Source("".join(lines))
        document.number()
        focus = next(s for s in document.statements() if s.id == (self.focus or "O1"))
        for name in own.keys() - set(Context.INHERITED):
            setattr(focus.context, name, own[name])
        return document


def examples_of(rule: Rule) -> list[Example]:
    """All examples of a rule.

    Raises:
        RuleError: an example has none of the forms above; names file, and line where known.
    """
    made = []
    for language, kinds in rule.examples.items():
        for kind, entries in kinds.items():
            place = rule.origin.at("examples", language, kind)
            if language not in ("zh", "en") or kind not in KINDS:
                raise RuleError(f"{place}: examples are grouped by zh, en and then {', '.join(KINDS)}")
            made += [_parse(rule, language, kind, entry, place.at(i)) for i, entry in enumerate(entries or ())]
    return made


def _parse(rule: Rule, language: str, kind: str, entry: Any, place: Origin) -> Example:
    data = {"text": entry} if isinstance(entry, str) else entry
    if not isinstance(data, dict) or sum(form in data for form in _FORMS) != 1:
        raise RuleError(f"{place}: an example is a text or has one of {', '.join(_FORMS)}")
    if unknown := sorted(set(data) - _FIELDS):
        raise RuleError(f"{place}: unknown field {unknown[0]!r} in an example")
    example = Example(
        kind,
        language,
        format=data.get("format", "markdown"),
        path=data.get("path", "example"),
        also=tuple(data.get("also", ())),
        fixed=data.get("fixed"),
        suggest=data.get("suggest"),
        severity=data.get("severity"),
        profile=data.get("profile", "seed"),
        context=tuple(data.get("context", {}).items()),
        beside=tuple(data.get("beside", {}).items()),
        parents=tuple(data.get("parents", ())),
        before=data.get("before"),
    )
    if "document" in data:
        text, start, end = unmark(data["document"])
        return replace(example, document=text, start=start, end=end)
    if "text" in data:
        return _compact(example, rule, data["text"], language)
    sets = [data] if "objective" in data else data["objectives"]
    return _marked(example, [ExampleSet(one["objective"], tuple(one.get("key_results") or ())) for one in sets])


def _compact(example: Example, rule: Rule, text: str, language: str) -> Example:
    text, start, end = unmark(text)
    if rule.applies_to == "key_result":
        sets, focus = ExampleSet(_OBJECTIVE[language], (text, _KEY_RESULTS[language][0])), "O1/KR1"
    else:
        sets, focus = ExampleSet(text, _KEY_RESULTS[language]), "O1"
    return replace(example, sets=(sets,), focus=focus, start=start, end=end, alone=True)


def _marked(example: Example, sets: list[ExampleSet]) -> Example:
    """The example with its marks taken out; the focus is the marked statement."""
    clean, found = [], example
    for o, one in enumerate(sets, 1):
        texts = []
        for k, marked in enumerate((one.objective, *one.key_results)):
            text, start, end = unmark(marked)
            texts.append(text)
            if start is not None:
                found = replace(found, focus=f"O{o}/KR{k}" if k else f"O{o}", start=start, end=end)
        clean.append(ExampleSet(texts[0], tuple(texts[1:])))
    return replace(found, sets=tuple(clean))


def unmark(text: str) -> tuple[str, int | None, int | None]:
    """A text without its marks, and the range that they marked."""
    start = text.find(OPEN)
    if start < 0:
        return text, None, None
    end = text.index(CLOSE) - 1
    return text.replace(OPEN, "").replace(CLOSE, ""), start, end
