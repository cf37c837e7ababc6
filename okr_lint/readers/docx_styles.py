"""What a Word document's styles and numbering say about a paragraph: heading, list item, or neither."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from okr_lint.patterns import late
from okr_lint.readers.outline import MAX_DEPTH

_HEADING = late(r"(?:heading|标题) ?([1-9])", re.I)
_BULLETS = frozenset(("bullet", "none", None))


class Kind(NamedTuple):
    """``heading`` is a level from 1 or 0; ``item`` a depth from 0 or None; ``marker`` "-" or "1."."""

    heading: int = 0
    item: int | None = None
    marker: str = "-"


class Styles:
    """Looks up what paragraphs are."""

    def __init__(self, document: Any) -> None:
        from docx.oxml.ns import qn

        self.qn = qn
        self.styles = {s.get(qn("w:styleId")): s for s in document.styles.element.iter(qn("w:style"))}
        self.formats = self._formats(document)
        self.kinds: dict[str, Kind] = {}

    def kind(self, paragraph: Any) -> Kind:
        """What a ``w:p`` element is, by its own properties, else by its style."""
        qn = self.qn
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return Kind()
        style = properties.find(qn("w:pStyle"))
        base = self._style(style.get(qn("w:val"))) if style is not None else Kind()
        own = self._own(properties)
        return own if own.heading or own.item is not None else base

    def _style(self, name: str | None) -> Kind:
        if name not in self.kinds:
            chain, seen = name, set()
            found = Kind()
            while chain in self.styles and chain not in seen and not found.heading and found.item is None:
                seen.add(chain)
                found, chain = self._of_style(self.styles[chain])
            self.kinds[str(name)] = found
        return self.kinds[str(name)]

    def _of_style(self, style: Any) -> tuple[Kind, str | None]:
        qn = self.qn
        name = style.find(qn("w:name"))
        title = name.get(qn("w:val")) or "" if name is not None else ""
        based = style.find(qn("w:basedOn"))
        parent = based.get(qn("w:val")) if based is not None else None
        if title.lower() == "title":
            return Kind(heading=1), parent
        if match := _HEADING.match(title):
            return Kind(heading=int(match[1])), parent
        if title.lower().startswith(("list bullet", "list number")):
            depth = int(title[-1]) - 1 if title[-1].isdigit() else 0
            return Kind(item=depth, marker="-" if "bullet" in title.lower() else "1."), parent
        properties = style.find(qn("w:pPr"))
        return (self._own(properties) if properties is not None else Kind()), parent

    def _own(self, properties: Any) -> Kind:
        qn = self.qn
        level = properties.find(qn("w:outlineLvl"))
        if level is not None and (value := _number(level.get(qn("w:val")))) is not None and value < 9:
            return Kind(heading=value + 1)
        numbering = properties.find(qn("w:numPr"))
        if numbering is None:
            return Kind()
        at, number = numbering.find(qn("w:ilvl")), numbering.find(qn("w:numId"))
        depth = min(_number(at.get(qn("w:val"))) or 0 if at is not None else 0, MAX_DEPTH)
        name = number.get(qn("w:val")) if number is not None else None
        if name == "0":  # numbering taken away
            return Kind()
        bullet = self.formats.get((name, depth)) in _BULLETS
        return Kind(item=depth, marker="-" if bullet else "1.")

    def _formats(self, document: Any) -> dict[tuple[str | None, int], str | None]:
        """(numId, level) -> "bullet", "decimal" …"""
        from docx.opc.constants import RELATIONSHIP_TYPE

        qn = self.qn
        try:
            element = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
        except KeyError:  # a document without lists has no such part
            return {}
        abstract: dict[str | None, dict[int, str | None]] = {}
        for definition in element.iter(qn("w:abstractNum")):
            levels: dict[int, str | None] = {}
            for level in definition.iter(qn("w:lvl")):
                form = level.find(qn("w:numFmt"))
                levels[_number(level.get(qn("w:ilvl"))) or 0] = form.get(qn("w:val")) if form is not None else None
            abstract[definition.get(qn("w:abstractNumId"))] = levels
        formats: dict[tuple[str | None, int], str | None] = {}
        for number in element.iter(qn("w:num")):
            link = number.find(qn("w:abstractNumId"))
            for depth, form in abstract.get(link.get(qn("w:val")) if link is not None else None, {}).items():
                formats[number.get(qn("w:numId")), depth] = form
        return formats


def _number(value: str | None) -> int | None:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 6 else None
