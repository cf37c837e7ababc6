"""Is this mapping an objective, and which of its fields is the sentence?"""

from __future__ import annotations

from okr_lint.readers.content import Content, content, is_text
from okr_lint.readers.keys import field, is_numbered
from okr_lint.readers.nodes import Mapping, Node, Scalar, Sequence, get, plain
from okr_lint.readers.roles import is_statement_like
from okr_lint.readers.row_types import INITIATIVE, KEY_RESULT, role_of_type

OBJECTIVE_TEXT = ("objective", "title", "name", "text", "content", "description")
KEY_RESULT_TEXT = ("key_results", "text", "content", "title", "name", "description", "results", "metric")
_ENVELOPES = ("nodes", "edges", "items", "data", "list", "values", "records", "results")
_GENERIC = {"title", "name", "text", "content", "description"}


def is_schema(node: Node) -> bool:
    """Whether a mapping describes data (JSON Schema, OpenAPI) instead of being some."""
    return isinstance(node, Mapping) and plain(get(node, "type")) == "object" and get(node, "properties") is not None


def holds_statements(node: Node, depth: int = 3) -> bool:
    """Whether objectives or key results stand somewhere below."""
    if depth == 0 or isinstance(node, Scalar):
        return False
    if isinstance(node, Mapping) and any(field(k.text) in ("objectives", "key_results") for k, _ in node.pairs):
        return True
    below = [value for _, value in node.pairs] if isinstance(node, Mapping) else node.items
    return any(holds_statements(value, depth - 1) for value in below[:20])


def unwrapped(node: Node) -> Node:
    """The list in an envelope: ``{"nodes": [...]}``."""
    if isinstance(node, Mapping) and isinstance(inner := get(node, *_ENVELOPES), Sequence):
        return inner
    return node


def is_objective(mapping: Mapping, listed: bool) -> bool:
    """Whether a mapping is an objective; ``listed``: it stands in a list of objectives."""
    fields: dict[str | None, Node] = {}
    for key, value in mapping.pairs:
        fields.setdefault(field(key.text), value)
    if any(is_numbered(key.text) and field(key.text) == "objective" for key, _ in mapping.pairs):
        return False
    results = fields.get("key_results") or fields.get("results")
    if any(_holds_objectives(value) for value in (results, *(v for k, v in mapping.pairs if field(k.text) is None))):
        return False  # a group, a set, a team
    own = fields.get("objective")
    if isinstance(own, Scalar):
        return listed or "key_results" in fields or not is_token(own.text)
    if isinstance(own, Mapping) and results is not None:
        return True
    if isinstance(own, Mapping):
        return content(own) is not None
    named = any(is_text(fields.get(name)) for name in _GENERIC)
    if "key_results" in fields or (results is not None and not isinstance(results, Scalar)):
        return named or listed
    below = fields.get("objectives")
    return listed and named and (below is None or holds_results(below) or _is_empty(below))


def is_token(text: str) -> bool:
    """Whether a value is a name in a program ("conversions", "binary:logistic") rather than a sentence."""
    return text.isascii() and not any(char.isspace() for char in text)


def are_tokens(node: Node) -> bool:
    """Whether all items of a list have nothing but a name in a program and no list below them."""
    items = [item for item in node.items if isinstance(item, Mapping)] if isinstance(node, Sequence) else []
    said = (sentence_of(item, OBJECTIVE_TEXT) for item in items)
    flat = all(isinstance(value, Scalar) for item in items for _, value in item.pairs)
    return bool(items) and flat and all(one is not None and is_token(one.text) for one in said)


def holds_results(node: Node | None) -> bool:
    """Whether the items of a list say of themselves, by their type, that they are key results (and initiatives)."""
    items = node.items if isinstance(node, Sequence) else []
    roles = {role_of_type(plain(get(item, "type", "类型"))) for item in items[:20]}
    return KEY_RESULT in roles and roles <= {KEY_RESULT, INITIATIVE}


def _is_empty(node: Node) -> bool:
    return isinstance(node, Sequence) and not node.items


def _holds_objectives(node: Node | None) -> bool:
    items = node.items if isinstance(node, Sequence) else []
    fields = {field(key.text) for item in items[:20] if isinstance(item, Mapping) for key, _ in item.pairs}
    return bool(fields & {"key_results", "objective"}) and not (fields & {"metric", "target"})


def sentence_of(mapping: Mapping, names: tuple[str, ...]) -> Content | None:
    """The statement among the fields of a mapping.

    A short ``name`` beside a ``description`` is a heading of the sentence; a ``title`` is so only
    where the description has the number and the title has none.
    """
    found: dict[str, Content] = {}
    for key, value in mapping.pairs:
        name = field(key.text)
        if name in names and name not in found and (said := content(value)) is not None:
            found[name] = said
    sentence = found.get("description")
    if sentence is not None and sentence.text.strip() and "key_results" in names:
        title = found.get("title")
        counted = any(c.isdigit() for c in sentence.text) and "\n" not in sentence.text
        if title is None or (counted and not any(c.isdigit() for c in title.text) and len(sentence.text) < 200):
            found.pop("title", None)
            found.pop("name", None)
    ordered = [found[name] for name in names if name in found]
    ordered = ordered or (_first_sentence(mapping) if names is OBJECTIVE_TEXT else [])
    return next((o for o in ordered if o.text.strip() and not _is_label(o.text)), ordered[0] if ordered else None)


def _first_sentence(mapping: Mapping) -> list[Content]:
    """The first text under a key of the author's own that reads like a sentence: ``want: Phishing stops working``."""
    for key, value in mapping.pairs:
        if (
            field(key.text) is None
            and isinstance(value, Scalar)
            and value.kind == "string"
            and not is_token(value.text)
        ):
            said = content(value)
            if said is not None and is_statement_like(said.text):
                return [said]
    return []


def _is_label(text: str) -> bool:
    return text.strip().isdigit() or is_numbered(text)


def label_of(mapping: Mapping, name: str) -> Scalar | None:
    """The author's label, where an id or the field itself is one ("O1", "KR1.2")."""
    for key, value in mapping.pairs:
        text = plain(value)
        if text and field(key.text) in (name, "identifier") and is_numbered(text) and field(text) == name:
            assert isinstance(value, Scalar)
            return value
    return None


def looks_like_cycle(text: str) -> bool:
    """Whether a key such as "2026-Q2", "Q3" or "2026年上半年" names a cycle."""
    bare = text.strip().lower()
    short = len(bare) <= 24
    return (
        short and any(c.isdigit() for c in bare) and (any(m in bare for m in ("q", "20", "h1", "h2", "季", "年", "月")))
    )
