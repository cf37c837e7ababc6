"""The form in which the compiled lexicons are stored: two long texts instead of fifteen thousand small lists.

A check meets a few dozen forms of them; only those are taken apart (``members``).
"""

from __future__ import annotations

from typing import Any, NamedTuple


class Member(NamedTuple):
    """A form's place in a lexicon.

    ``place`` is the lexicon's number, -1 - number where the form blocks terms of it; ``lemma`` is the
    lexicon's own form; ``mode`` 1: only where a verb can stand, 2: only at the end of the text.
    """

    place: int
    lemma: str
    mode: int


def packed(lexicons: dict[str, Any]) -> dict[str, Any]:
    """``{"names": [...], "forms": "form\\nform…", "entries": "entry\\nentry…"}`` of what tools/lexicons.py gives.

    Raises:
        ValueError: a form holds one of the separators.
    """
    forms: dict[str, list[list[Any]]] = lexicons["forms"]
    if bad := [form for form in forms if not form or any(mark in form for mark in "\n|;")]:
        raise ValueError(f"a term of a lexicon holds a line break, | or ;: {bad[0]!r}")
    entries = ["|".join(_written(*entry) for entry in made) for made in forms.values()]
    return {"names": lexicons["names"], "forms": "\n".join(forms), "entries": "\n".join(entries)}


def _written(index: int, lemma: str | int, mode: int = 0) -> str:
    return f"{index};{lemma or ''};{mode or ''}" if lemma or mode else str(index)


def members(form: str, entry: str) -> list[Member]:
    """The places of a form."""
    made = []
    for part in entry.split("|"):
        index, _, rest = part.partition(";")
        lemma, _, mode = rest.partition(";")
        made.append(Member(int(index), lemma or form, int(mode or 0)))
    return made


def unpacked(lexicons: dict[str, Any]) -> dict[str, list[Member]]:
    """All forms with their places."""
    pairs = zip(lexicons["forms"].split("\n"), lexicons["entries"].split("\n"), strict=True)
    return {form: members(form, entry) for form, entry in pairs}
