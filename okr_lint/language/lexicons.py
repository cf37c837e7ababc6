"""Lexicon terms in a folded text, of all lexicons at once."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from okr_lint.language.packing import members
from okr_lint.language.patterns import late
from okr_lint.language.terms import Terms
from okr_lint.language.types import Hit

# English words end where neither side goes on with one of these; Han beside Latin is an edge
WORD_CHARS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_").union(
    map(chr, [*range(0x00DF, 0x00F7), *range(0x00F8, 0x0250), *range(0x1E00, 0x1F00)])  # also Wiśniewski, Tuấn
)


class _Entry(NamedTuple):
    """What is known of a form: its length, its edges, and where it belongs.

    ``members`` are (lexicon index, lexicon's own form, is it a term or a blocking phrase, strict);
    strict terms do not match inside a hyphenated word ("follow" in follow-up); mode 1 is for verbs
    that count only where a verb can stand ("test" in "we test", not in "the test"), 2 for terms
    that count only at the end of the text.
    """

    length: int
    left: bool
    right: bool
    members: tuple[tuple[int, str, bool, bool, int], ...]


class LexiconMatcher:
    """All lexicons of rules/compiled.json, compiled once."""

    def __init__(self, compiled: dict[str, Any]) -> None:
        self.names: list[str] = compiled["names"]
        strict = [
            name.endswith("_verb") or name.startswith("direction") or name in ("upkeep", "hedge", "vague_degree")
            for name in self.names
        ]
        self._strict = strict
        self._forms: list[str] = compiled["forms"].split("\n")
        self.terms = Terms(self._forms, _inside_word)
        self._written: list[str] = compiled["entries"].split("\n")
        self._entries: dict[int, tuple[Any, ...]] = {}

    def _entry(self, place: int) -> tuple[Any, ...]:
        """What is known of a form, taken apart when it is first met."""
        form, strict = self._forms[place], self._strict
        known = tuple(
            (max(index, -1 - index), lemma, index >= 0, strict[max(index, -1 - index)], mode)
            for index, lemma, mode in members(form, self._written[place])
        )
        entry = tuple(_Entry(len(form), form[0] in WORD_CHARS, form[-1] in WORD_CHARS, known))
        self._entries[place] = entry
        return entry

    def hits(self, normal: str) -> tuple[Hit, ...]:
        """All hits in order of start; the longest term wins within a lexicon."""
        kept: dict[int, list[tuple[int, int, str, bool]]] = {}
        size = len(normal)
        entries = self._entries
        for last, place in self.terms.found(normal):
            length, left, right, known = entries.get(place) or self._entry(place)
            end = last + 1
            start = end - length
            before = normal[start - 1] if start else " "
            if left and before in WORD_CHARS:
                continue
            after = normal[end] if end < size else " "
            if right and after in WORD_CHARS:
                continue
            hyphen = (left and before == "-" and start > 1 and normal[start - 2] in WORD_CHARS) or (
                right and after == "-" and end + 1 < size and normal[end + 1] in WORD_CHARS
            )
            for index, lemma, is_term, strict, mode in known:
                if is_term and ((strict and hyphen) or (mode and not _fits(mode, normal, start, end))):
                    continue
                group = kept.get(index)
                if group is None:
                    kept[index] = [(start, end, lemma, is_term)]
                    continue
                while group and group[-1][1] > start:
                    other = group[-1]
                    if other[1] - other[0] >= length:
                        break
                    group.pop()
                else:
                    group.append((start, end, lemma, is_term))
        names, new = self.names, tuple.__new__  # half the cost of Hit(…)
        found = [
            new(Hit, (names[index], start, end, lemma))
            for index, group in kept.items()
            for start, end, lemma, is_term in group
            if is_term
        ]
        found.sort(key=_position)
        return tuple(found)


def _inside_word(before: str, character: str) -> bool:
    return before in WORD_CHARS and character in WORD_CHARS


_BEFORE_VERB = frozenset(
    "to and or we i you they will can must should could would may might shall then also please "
    "not never let us who"
    " cannot can't won't don't now they'll we'll i'll help helps always either & team".split()
)


def _fits(mode: int, normal: str, start: int, end: int) -> bool:
    if mode == _AT_END:
        return normal[end : end + 1] in ("", ".", ";", ")", "!") or not normal[end:].strip(" .;!)")
    return _verb_can_stand(normal, start, end)


_AT_END = 2
_NEAR = 64  # how far a verb looks back
_AFTER_VERB = late(r"\s(?:by|to|from|under|below|above|at (?:least|most)|within|over|[0-9$€£¥<>≤≥])(?![a-z])")


def _verb_can_stand(normal: str, start: int, end: int) -> bool:
    if _AFTER_VERB.match(normal, end):
        return True
    before = normal[max(0, start - _NEAR) : start].rstrip(" \"'*_[")
    if not before or not before[-1].isascii() or not before[-1].isalpha():
        return not before or (before[-1] not in "-/'’" and not before[-1].isdigit())
    word = before[before.rfind(" ") + 1 :]
    return word in _BEFORE_VERB or (word.endswith("ly") and len(word) > 4)


def _position(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


@lru_cache(maxsize=1)
def lexicon_matcher() -> LexiconMatcher:
    """The matcher over our own lexicons."""
    from okr_lint.paths import compiled_data

    return LexiconMatcher(compiled_data()["lexicons"])
