"""Where a rule comes from: its file and, for YAML that is still at hand, the line of each field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from okr_lint.lean_dataclasses import dataclass, field, replace

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """A place in a rule file; as a string "file:line", or "file" where lines are not known."""

    file: str
    lines: Mapping[Path, int] = field(default_factory=dict, repr=False)
    path: Path = ()

    @classmethod
    def of_yaml(cls, file: str, text: str) -> Origin:
        """The origin of a YAML file, with the line of every field."""
        import yaml

        node = yaml.compose(text, Loader=yaml.SafeLoader)
        return cls(file, dict(_lines(node, ())) if node is not None else {})

    def at(self, *steps: str | int) -> Origin:
        """The place of a field below this one."""
        return replace(self, path=(*self.path, *steps))

    def __str__(self) -> str:
        path = self.path
        while path and path not in self.lines:
            path = path[:-1]
        return f"{self.file}:{self.lines[path]}" if path in self.lines else self.file


def _lines(node: Any, path: Path) -> Iterator[tuple[Path, int]]:
    yield path, node.start_mark.line + 1
    if node.id == "mapping":
        for key, value in node.value:
            yield from _lines(value, (*path, str(key.value)))
            yield (*path, str(key.value)), key.start_mark.line + 1
    elif node.id == "sequence":
        for index, value in enumerate(node.value):
            yield from _lines(value, (*path, index))
