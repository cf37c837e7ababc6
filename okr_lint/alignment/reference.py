"""What an author wrote after "parent:", 对齐 or 承接, read into references."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from okr_lint.language.normal import normalise


class Reference(NamedTuple):
    """One thing that is linked to.

    Attributes:
        text: as written.
        kind: "external" (an address on the net), "file" or "goal".
        path, fragment: for a file: "../company.md" ("" for the own file) and what stands behind "#".
        qualifier: for a goal: whose it is ("公司", "Team Milk"), or "".
        objective, key_result: numbers of its label (KR1.2 is 1 and 2), or None.
        rest: what is left: an identifier or the goal's own words, or "".
    """

    text: str
    kind: str = "goal"
    path: str = ""
    fragment: str = ""
    qualifier: str = ""
    objective: int | None = None
    key_result: int | None = None
    rest: str = ""

    @property
    def labelled(self) -> bool:
        """Whether it names a label."""
        return self.objective is not None or self.key_result is not None


_HAN = {char: value for value, char in enumerate("一二三四五六七八九十", 1)}


@lru_cache(maxsize=1)
def _patterns() -> dict[str, Any]:
    import re2

    number = r"([0-9]{1,2}|[一二三四五六七八九十])"
    objective = r"(?:objective|目标|o)"
    key_result = r"(?:key ?result|关键结果|关键成果|kr)"
    return {
        "address": re2.compile(r"^[a-z][a-z0-9+.-]*:(?://|[^\\s])"),
        "file": re2.compile(
            r"^([^#?]*\.(?:md|markdown|mdx|txt|rst|ya?ml|jsonl?|html?|csv|tsv|xlsx?|docx))(?:#(.*))?$|^#(.+)$"
        ),
        "split": re2.compile(r"[,，;；、|&\n]|\s(?:and|和|及|与)\s"),
        "both": re2.compile(
            rf"(?:^|[^a-z0-9]){objective}[ .-]?{number}\s?[ /.:·>-]{{0,3}}\s?{key_result}[ .-]?{number}(?:[^0-9]|$)"
        ),
        "dotted": re2.compile(rf"(?:^|[^a-z0-9]){key_result}[ .-]?{number}[.-]{number}(?:[^0-9]|$)"),
        "key_result": re2.compile(rf"(?:^|[^a-z0-9]){key_result}[ .-]?{number}(?:[^0-9]|$)"),
        "objective": re2.compile(rf"(?:^|[^a-z0-9]){objective}[ .-]?{number}(?:[^0-9.]|$)"),
    }  # fmt: skip


def references(text: str) -> list[Reference]:
    """The references that a parent field holds, in order; the whole first, for texts with commas in them."""
    text = text.strip().strip("[]【】()（）\"'“”「」")
    parts = [part.strip() for part in _patterns()["split"].split(text)]
    return [reference(part) for part in parts if part and part.strip("-—/ ")]


@lru_cache(maxsize=4096)
def reference(text: str) -> Reference:
    """One reference."""
    patterns = _patterns()
    folded = normalise(text)
    if match := patterns["file"].match(folded):
        if not patterns["address"].match(folded):
            path_end = match.end(1)
            own = match.group(1) is None
            fragment = text[1:] if own else text[path_end + 1 :]
            return Reference(text, "file", "" if own else text[:path_end], fragment)
        return Reference(text, "external")
    if patterns["address"].match(folded) and "://" in folded:
        return Reference(text, "external")
    return labelled(text, folded)


def labelled(text: str, folded: str) -> Reference:
    """A reference by label ("公司 O1", "Company KR1.2: …"); without a label everything is ``rest``."""
    patterns = _patterns()
    for name in ("both", "dotted", "key_result", "objective"):
        match = patterns[name].search(folded)
        if match is None:
            continue
        numbers = [_value(group) for group in match.groups()]
        start = match.start() + (not _begins(folded, match.start()))
        end = match.end(len(numbers))
        before, after = text[:start].strip(" /:：-·#的"), text[end:].strip(" :：-—·.")
        if len(before) > 40:
            continue  # a label in the middle of a sentence
        own, result = (numbers[0], numbers[1]) if len(numbers) == 2 else (None, None)
        if len(numbers) == 1:
            own, result = (numbers[0], None) if name == "objective" else (None, numbers[0])
        return Reference(text, "goal", "", "", before, own, result, after)
    return Reference(text, rest=text.strip())


def _begins(folded: str, at: int) -> bool:
    """Whether the label itself starts at ``at``, rather than a character before it."""
    return folded[at : at + 1] in "ok目关" and not (at and folded[at - 1].isalnum() and folded[at - 1].isascii())


def _value(digits: str) -> int:
    return _HAN[digits] if digits in _HAN else int(digits)
