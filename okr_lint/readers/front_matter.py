"""YAML and TOML front matter -> the document's context, and the comments in it that ignore findings."""

from __future__ import annotations

from typing import Any

from okr_lint.model import Comment, Document, Span
from okr_lint.patterns import late
from okr_lint.readers.asides import note
from okr_lint.readers.fields import field_named
from okr_lint.readers.folding import fold
from okr_lint.readers.keys import field

_MOST = 50_000
_KEY = late(r"(?m)^[ \t-]{0,8}([a-z_\u4e00-\u9fff-]{1,16})[ \t]?:")
_COMMENT = late(r"(?m)(?:^|[ \t])(#[ \t]*okr-lint:[^\r\n]*)")  # linear: one run to the end of the line


def apply_front_matter(block: str, document: Document) -> None:
    """Note cycle, owner, team and parent from a front matter block (its "---" or "+++" lines included).

    A block that is neither YAML nor TOML, or no mapping, is left alone: it is then somebody's horizontal rules.
    """
    start = document.source.text.find(block)  # it stands at the head of the text
    for found in _COMMENT.finditer(block) if start >= 0 else ():
        low, high = found.span(1)
        written = found.group(1).rstrip()
        document.comments.append(
            Comment(written[1:].strip(), Span(start + low, start + high - len(found.group(1)) + len(written)))
        )
    for key, value in _table(block).items():
        name = field_named(str(key))
        if isinstance(value, list):
            value = ", ".join(str(part) for part in value if isinstance(part, str))
        if name and isinstance(value, str) and name not in ("notes", "status", "identifier", "committed"):
            note(document.context, name, value.strip())
        elif str(key).lower() in ("mission", "vision", "使命", "愿景") and isinstance(value, str):
            document.mission = value.strip()
        elif str(key).lower() == "title" and isinstance(value, str):
            document.context.notes.append(value.strip())


def holds_an_okr(block: str) -> bool:
    """Whether a front matter block has a key for an objective and one for key results."""
    names = {field(m[1]) for m in _KEY.finditer(fold(block[:_MOST]))}
    return "objective" in names and "key_results" in names


def _table(block: str) -> dict[Any, Any]:
    bare = block.strip()
    body = bare.strip("-+").strip()
    if len(body) > _MOST:
        return {}
    if bare.startswith("+++"):
        import tomllib

        try:
            data = tomllib.loads(body)
        except (tomllib.TOMLDecodeError, RecursionError):
            return {}
        return {key: _plain(value) for key, value in data.items()}
    import yaml

    try:
        data = yaml.load(body, Loader=yaml.BaseLoader)  # noqa: S506  strings only, makes no objects
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def _plain(value: Any) -> Any:
    """A date or number of TOML as it is written; text, lists and tables as they are."""
    from datetime import date

    return str(value) if isinstance(value, (int, float, date)) and not isinstance(value, bool) else value
