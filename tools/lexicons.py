"""rules/lexicons/*.yaml -> what okr_lint.language loads: forms with their lemmas, and the folding of characters.

Inflected forms come from lemminflect and Traditional-to-Simplified from OpenCC; both are needed at
build time only. The file form is told in rules/lexicons/README.md.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

TAGS = {"verbs": "VERB", "nouns": "NOUN", "adjectives": "ADJ"}
SECTIONS = {"name", "about", "zh", "zh_not", "en", "en_start", "en_not"}


def simplified() -> tuple[str, str]:
    """Two strings of equal length: Traditional characters, and the Simplified one for each."""
    from opencc import OpenCC

    convert = OpenCC("t2s").convert
    pairs = []
    for start, end in ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00)):
        for char in map(chr, range(start, end)):
            folded = convert(char)
            if folded != char and len(folded) == 1:
                pairs.append((char, folded))
    return "".join(a for a, _ in pairs), "".join(b for _, b in pairs)


def compiled_lexicons(folder: Path, fold: Any) -> dict[str, Any]:
    """``{"names": [...], "forms": {form: [[index, lemma], …]}}``; index -1 - n blocks lexicon n.

    A lemma that equals its form is written as 0; a third item 1 marks a form that is a verb only
    where a verb can stand (``en_start``), 2 one that counts only at the end ("and more$").
    ``fold`` is okr_lint's folding of a text.

    Raises:
        ValueError: a lexicon file with unknown keys or a wrong name.
    """
    names: list[str] = []
    forms: dict[str, dict[int, str]] = {}
    at_start: set[tuple[str, int]] = set()
    at_end: set[tuple[str, int]] = set()
    for path in sorted(folder.glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        if data.get("name") != path.stem or set(data) - SECTIONS:
            raise ValueError(f"{path}: name must be the file's, keys of {sorted(SECTIONS)}")
        index = len(names)
        names.append(path.stem)
        for form, lemma in _entries(data, path).items():
            if form.endswith("$"):
                at_end.add((fold(form[:-1]), index))
                form = lemma = form[:-1]
            forms.setdefault(fold(form), {}).setdefault(index, fold(lemma))
        at_start |= {(fold(form), index) for form in _terms(data.get("en_start"))}
        for form in [*_words(data.get("zh_not")), *_terms(data.get("en_not"))]:
            forms.setdefault(fold(form), {}).pop(index, None)
            forms[fold(form)][-1 - index] = ""
    return {
        "names": names,
        "forms": {
            form: [
                [index, lemma if lemma != form and index >= 0 else 0, *_mode((form, index), at_start, at_end)]
                for index, lemma in entries.items()
            ]
            for form, entries in sorted(forms.items())
        },
    }


def _mode(key: tuple[str, int], at_start: set[tuple[str, int]], at_end: set[tuple[str, int]]) -> list[int]:
    return [1] if key in at_start else [2] if key in at_end else []


def _entries(data: dict[str, Any], path: Path) -> dict[str, str]:
    """All forms of a lexicon with their lemma; a form that is listed itself keeps itself."""
    found = {word: word for word in _words(data.get("zh"))}
    english = data.get("en") or {}
    if unknown := set(english) - {*TAGS, "terms"}:
        raise ValueError(f"{path}: unknown part of en: {sorted(unknown)}")
    for section, value in english.items():
        for term in _terms(value):
            for form in inflected(term, TAGS[section]) if section in TAGS else (term,):
                found.setdefault(form, term)
    return found


def _words(value: Any) -> list[str]:
    return str(value).split() if value else []


def _terms(value: Any) -> list[str]:
    terms = value if isinstance(value, list) else str(value or "").split(",")
    return [term for part in terms if (term := " ".join(str(part).split()))]


@cache
def inflected(term: str, tag: str) -> tuple[str, ...]:
    """All forms of a term: a verb's first word, a noun's last word, an adjective's degrees."""
    from lemminflect import getAllInflections

    words = term.split(" ")
    place = 0 if tag == "VERB" else len(words) - 1
    word = words[place]
    head, tail = ("", word) if tag == "VERB" or "-" not in word else word.rsplit("-", 1)
    if tag == "VERB" and "-" in word:  # "re-activate": the last part is the verb
        head, tail = word.rsplit("-", 1)
    forms = {term}
    for values in getAllInflections(tail.lower(), upos=tag).values():
        for form in values:
            made = f"{head}-{form}" if head else form
            forms.add(" ".join([*words[:place], made, *words[place + 1 :]]))
    return tuple(sorted(forms))
