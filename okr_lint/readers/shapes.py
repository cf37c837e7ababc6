"""Nodes -> objectives: our own shape and the shapes that OKR tools and people write."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from okr_lint.model import Context, Document, KeyResult, Leftover, Objective, Span, Statement, TextMap
from okr_lint.readers.content import Content, content
from okr_lint.readers.facts import facts
from okr_lint.readers.keys import field, is_numbered
from okr_lint.readers.nodes import Mapping, Node, Scalar, Sequence, get, plain
from okr_lint.readers.recognise import (
    KEY_RESULT_TEXT,
    OBJECTIVE_TEXT,
    are_tokens,
    holds_results,
    holds_statements,
    is_objective,
    is_schema,
    is_token,
    label_of,
    looks_like_cycle,
    sentence_of,
    unwrapped,
)
from okr_lint.readers.roles import is_statement_like
from okr_lint.readers.row_types import INITIATIVE, KEY_RESULT, OBJECTIVE, role_of_type

_S = TypeVar("_S", bound=Statement)

_NOT_ENTERED = {
    "owner",
    "parent",
    "participants",
    "notes",
    "initiatives",
    "mentions",
    "why",
    "metric",
    "unit",
    "status",
}


def read_shapes(roots: Iterable[Node], document: Document) -> None:
    """Add what some values hold to a document; order is kept, a string is one statement."""
    reader = _Shapes(document)
    for root in roots:
        reader.walk(root, Context(), listed=False)


class _Shapes:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.open: Objective | None = None  # gathers key results that stand beside or below it in a flat list

    def walk(self, node: Node, outer: Context, listed: bool) -> None:
        """Find objectives below a node; ``listed``: it is an item of a list of objectives."""
        if isinstance(node, Scalar):
            if listed and node.kind == "string" and (said := content(node)):
                self.add(said, Context(), outer)
        elif isinstance(node, Sequence):
            self.open = None
            for item in node.items:
                self.walk(item, outer, listed)
        elif (role := role_of_type(plain(get(node, "type", "类型")))) == KEY_RESULT:
            if home := self.home(node):
                self.key_result(node, home)
            elif said := sentence_of(node, KEY_RESULT_TEXT):
                self.document.leftovers.append(
                    Leftover(said.text, said.span, reason="a key result without an objective")
                )
        elif role == INITIATIVE or is_schema(node):
            return  # no statement; and a JSON Schema only describes some
        elif is_objective(node, listed or role == OBJECTIVE):
            self.objective(node, outer)
        else:
            self.inside(node, outer, listed)

    def home(self, row: Mapping) -> Objective | None:
        """The objective that a typed row of a flat list belongs to: by its parent's id, else the last one."""
        parent = facts(row).parent
        found = (o for o in self.document.objectives if parent and o.context.identifier == parent)
        return next(found, self.open)

    def inside(self, mapping: Mapping, outer: Context, listed: bool) -> None:
        """Enter a mapping that is no objective: a company, a team, a cycle, an envelope."""
        here = facts(mapping)
        name = plain(get(mapping, "name", "title", "名称"))
        if name and len(name) <= 60 and here.cycle is None and looks_like_cycle(name):
            here.cycle = name
        elif name and len(name) <= 60 and here.team is None:
            here.team = name
        here.inherit(outer)
        if self.document.mission is None:
            self.document.mission = next((plain(v) for k, v in mapping.pairs if field(k.text) == "mission"), None)
        for key, value in mapping.pairs:
            name = field(key.text)
            if is_numbered(key.text) and name in ("objective", "key_results"):
                self.numbered(key, value, name, here)
            elif isinstance(value, Scalar):
                if name == "objective" and value.kind == "string" and not is_token(value.text):
                    self.add(content(value), Context(), here)
            elif name == "key_results" and self.open is not None:
                self.key_results(value, self.open)
            elif name in ("objective", "objectives"):
                self.walk_list(value, here)
            elif name is None and self.is_sentence(key, value, here):
                self.add(content(key), Context(), here)
                assert self.open is not None
                self.key_results(value, self.open)
            elif name not in _NOT_ENTERED or holds_statements(value):
                self.walk(value, _named(key.text, name, value, here), listed and isinstance(value, Mapping))

    def is_sentence(self, key: Scalar, value: Node, here: Context) -> bool:
        """Whether a key is itself an objective over a list of key results, in a file or a cycle of OKRs."""
        listed = isinstance(value, Sequence) and bool(value.items)
        about = here.cycle is not None or "okr" in self.document.path.lower()
        return listed and about and is_statement_like(key.text) and all(isinstance(v, Scalar) for v in _items(value))

    def walk_list(self, node: Node, outer: Context) -> None:
        """A list of objectives: a sequence, one objective, or a mapping by number or by id."""
        if is_schema(node) or are_tokens(node):
            return
        if isinstance(node, Mapping) and not is_objective(node, listed=True):
            for key, value in node.pairs:
                if field(key.text) is None and _strings(value) and is_statement_like(key.text):
                    if (made := self.add(content(key), Context(), outer)) is not None:
                        self.key_results(value, made)
                elif is_numbered(key.text) or isinstance(value, Scalar):
                    self.numbered(key, value, field(key.text) or "objective", outer)
                else:
                    self.walk(value, outer, listed=True)
        else:
            self.walk(node, outer, listed=True)

    def numbered(self, label: Scalar, value: Node, name: str, outer: Context) -> None:
        """A pair whose key is the statement's label: ``O1: …``, ``KR2: …``."""
        if name == "key_results":
            if self.open is not None:
                self.key_results(value, self.open, label)
        elif isinstance(value, Mapping):
            self.objective(value, outer, label)
        elif isinstance(value, Sequence):
            self.walk(value, outer, listed=True)
        elif (said := content(value)) and not (isinstance(value, Scalar) and value.kind != "string"):
            self.add(said, Context(), outer, label)

    def objective(self, mapping: Mapping, outer: Context, label: Scalar | None = None) -> None:
        """A mapping that is one objective with what belongs to it."""
        inner = next((v for k, v in mapping.pairs if field(k.text) == "objective" and isinstance(v, Mapping)), None)
        said = None
        if inner is not None:
            said = content(inner) or sentence_of(inner, OBJECTIVE_TEXT)
            mapping = Mapping(inner.pairs + [(k, v) for k, v in mapping.pairs if v is not inner], mapping.start)
        said = said or sentence_of(mapping, OBJECTIVE_TEXT)
        if said is not None and len(said.text) > 1 and said.text.lower() in ("objective", "objectives", "目标"):
            return  # names for the words: {"objective": "Objective"}
        here = facts(mapping)
        if self.continues(mapping, said):
            objective = self.open
        else:
            empty = Content("", Span(mapping.start, mapping.start), TextMap.verbatim(0, mapping.start), "plain")
            objective = self.add(said or empty, here, outer, label or label_of(mapping, "objective"), mapping)
        assert objective is not None
        stated = any(field(key.text) in ("key_results", "results") for key, _ in mapping.pairs)
        for key, value in mapping.pairs:
            name, value = field(key.text), unwrapped(value)
            if name in ("target", "metric") and not stated and _mappings(value):
                name = "key_results"  # a list of targets with names, and nothing else that could be the key results
            if name in ("key_results", "results") or (name == "objectives" and holds_results(value)):
                numbered = key if is_numbered(key.text) else None
                if isinstance(value, Scalar) and value.quoting != "yaml-block":
                    row = Mapping([(k, v) for k, v in mapping.pairs if field(k.text) != "objective"], mapping.start)
                    self.flat_key_result(value, objective, numbered, row)
                else:
                    self.key_results(_results_only(value) if name == "objectives" else value, objective)
        self.below(mapping, objective, outer)

    def continues(self, mapping: Mapping, said: Content | None) -> bool:
        """Whether a flat row (objective and one key result side by side) repeats the last objective."""
        flat = any(field(k.text) == "key_results" and isinstance(v, Scalar) for k, v in mapping.pairs)
        return flat and self.open is not None and (said is None or not said.text or said.text == self.open.text)

    def below(self, mapping: Mapping, objective: Objective, outer: Context) -> None:
        """Objectives that stand under another one serve it."""
        for key, value in mapping.pairs:
            if (
                field(key.text) == "objectives"
                and not holds_results(value)
                and any(isinstance(v, Mapping) for v in _items(value))
            ):
                first = len(self.document.objectives)
                self.walk_list(value, outer)
                for child in self.document.objectives[first:]:
                    child.context.parent = child.context.parent or objective.context.identifier or objective.text

    def add(
        self,
        said: Content | None,
        here: Context,
        outer: Context,
        label: Scalar | None = None,
        mapping: Mapping | None = None,
    ) -> Objective | None:
        """Append an objective; later flat key results go to it."""
        if said is None:
            return None
        objective = _statement(Objective, said, here, label)
        objective.context.inherit(outer)
        self.document.objectives.append(objective)
        self.open = objective
        return objective

    def key_results(self, node: Node, objective: Objective, label: Scalar | None = None) -> None:
        """The key results of a list, of a mapping by label or name, or of a single value."""
        if isinstance(node, Scalar) and node.quoting == "yaml-block":
            from okr_lint.readers.block_lists import listed_lines

            for said, own in listed_lines(node):
                objective.key_results.append(_statement(KeyResult, said, Context(), own or label))
        elif isinstance(node, Sequence):
            for item in node.items:
                if isinstance(item, Sequence):
                    self.key_results(item, objective)
                else:
                    self.key_result(item, objective)
        elif isinstance(node, Mapping) and (_by_label(node) or sentence_of(node, KEY_RESULT_TEXT) is None):
            for key, value in node.pairs:
                self.key_result(value, objective, key)
        else:
            self.key_result(node, objective, label)

    def key_result(self, node: Node, objective: Objective, label: Scalar | None = None) -> None:
        """One key result: a string, or a mapping with its text, its metric or its label as key."""
        if isinstance(node, Mapping) and _by_label(node):
            return self.key_results(node, objective)
        here = Context()
        said = content(node)
        if isinstance(node, Mapping):
            here = facts(node)
            said = said or sentence_of(node, KEY_RESULT_TEXT)
            if said is None and len(node.pairs) == 1 and field(node.pairs[0][0].text) is None:
                key, value = node.pairs[0]  # the sentence is the key, what is about it the value
                said, here = content(key), facts(value) if isinstance(value, Mapping) else here
            label = label or label_of(node, "key_results")
        if said is not None:
            named = label if label is not None and is_numbered(label.text) else None
            objective.key_results.append(_statement(KeyResult, said, here, named))
        elif isinstance(node, Mapping) and node.pairs:
            span = Span(node.start, node.start + 1)
            self.document.leftovers.append(Leftover("", span, reason="a key result without a text"))
        return None

    def flat_key_result(self, value: Scalar, objective: Objective, label: Scalar | None, row: Mapping) -> None:
        """A key result that stands in one mapping with its objective: the fields are its own."""
        if said := content(value):
            objective.key_results.append(_statement(KeyResult, said, facts(row), label))


def _mappings(node: Node) -> bool:
    return isinstance(node, Sequence) and bool(node.items) and all(isinstance(item, Mapping) for item in node.items)


def _strings(node: Node) -> bool:
    return isinstance(node, Sequence) and bool(node.items) and all(isinstance(item, Scalar) for item in node.items)


def _results_only(children: Node) -> Node:
    """The children of an objective without its initiatives."""
    kept = [item for item in _items(children) if role_of_type(plain(get(item, "type", "类型"))) == KEY_RESULT]
    return Sequence(kept, children.start) if isinstance(children, Sequence) else children


def _by_label(mapping: Mapping) -> bool:
    """Whether the keys are labels of key results: ``{"KR1": …, "KR2": …}``."""
    return any(is_numbered(key.text) and field(key.text) == "key_results" for key, _ in mapping.pairs)


def _items(node: Node) -> list[Node]:
    if isinstance(node, Mapping):
        return [value for _, value in node.pairs]
    return node.items if isinstance(node, Sequence) else []


def _named(key: str, name: str | None, value: Node, outer: Context) -> Context:
    """The context below a key that is itself the name of a cycle or a team."""
    if name is not None or isinstance(value, Scalar):
        return outer
    here = Context()
    here.inherit(outer)
    if looks_like_cycle(key):
        here.cycle = key
    return here


def _statement(kind: type[_S], said: Content, here: Context, label: Scalar | None) -> _S:
    if here.owner is None:
        here.owner = ", ".join(said.mentions) or None
    here.notes = [note for note in here.notes if note != said.text.strip()]
    made = kind(said.text, said.span, said.map, quoting=said.quoting, context=here)
    if label is not None:
        made.label, made.label_span = label.text, label.span
    return made
