"""YAML front matter -> the document's context."""

from __future__ import annotations

from okr_lint.model import Document
from okr_lint.readers.fields import field_named
from okr_lint.readers.metadata import note


def apply_front_matter(block: str, document: Document) -> None:
    """Note cycle, owner, team and parent from a front matter block ("---" lines included).

    A block that is not YAML, or no mapping, is left alone: it is then somebody's horizontal rules.
    """
    import yaml

    body = block.strip().strip("-+").strip()
    if len(body) > 50_000:
        return
    try:
        data = yaml.load(body, Loader=yaml.BaseLoader)  # noqa: S506  strings only, makes no objects
    except (yaml.YAMLError, RecursionError, ValueError):
        return
    if not isinstance(data, dict):
        return
    for key, value in data.items():
        name = field_named(str(key))
        if isinstance(value, list):
            value = ", ".join(str(part) for part in value if isinstance(part, str))
        if name and isinstance(value, str) and name not in ("notes", "status", "identifier", "committed"):
            note(document.context, name, value.strip())
        elif str(key).lower() in ("mission", "vision", "使命", "愿景") and isinstance(value, str):
            document.mission = value.strip()
        elif str(key).lower() == "title" and isinstance(value, str):
            document.context.notes.append(value.strip())
