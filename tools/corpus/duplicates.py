"""Near-duplicates and skeletons: what tells a written corpus from one that a script filled in."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*|[零一二三四五六七八九十百千万亿两]+(?=[个家人次篇场份位条项天周月年成倍%])")


def grams(text: str, size: int = 5) -> frozenset[str]:
    """The character n-grams of a text, case and spacing folded."""
    folded = " ".join(text.lower().split())
    return frozenset(folded[i : i + size] for i in range(max(1, len(folded) - size + 1)))


def near_duplicates(texts: list[str], limit: float = 0.6) -> list[tuple[int, int]]:
    """Pairs (later, earlier) of texts whose 5-grams have a Jaccard similarity above ``limit``.

    Each later text is paired with one earlier text at most.
    """
    index: dict[str, list[int]] = defaultdict(list)
    sets = [grams(text) for text in texts]
    pairs = []
    for i, own in enumerate(sets):
        shared = Counter(j for gram in own for j in index[gram])
        for j, n in shared.items():
            if n / (len(own) + len(sets[j]) - n) > limit:
                pairs.append((i, j))
                break
        for gram in own:
            index[gram].append(i)
    return pairs


def skeleton(text: str) -> str:
    """The text with numbers and nouns masked: what is left when a template's slots are emptied.

    Nouns come from jieba's tags in Chinese; in English every word that is neither a function word
    of spaCy's stop list nor a verb form of our lexicons counts as a noun.
    """
    masked = _NUMBER.sub("0", text.lower())
    words = _chinese(masked) if re.search(r"[\u3400-\u9fff]", masked) else _english(masked)
    return re.sub(r"(?:_ ?)+", "_ ", " ".join(words)).strip()


def is_template(masked: str) -> bool:
    """Whether a skeleton has two words left; "_", "0 _" or "_ the _" are bare phrases, nobody's template."""
    return sum(word.isalpha() for word in masked.split()) >= 2


def _chinese(text: str) -> list[str]:
    import rjieba

    return ["_" if flag[0] in "nje" or flag == "eng" else word for word, flag in rjieba.tag(text) if word.strip()]


def _english(text: str) -> list[str]:
    keep = _english_words()
    return [word if not word[0].isalpha() or word in keep else "_" for word in re.findall(r"[a-z']+|0|[^\sa-z0]", text)]


def _english_words() -> frozenset[str]:
    if not _ENGLISH:
        from spacy.lang.en.stop_words import STOP_WORDS

        _ENGLISH.append(frozenset(STOP_WORDS) | _verb_forms())
    return _ENGLISH[0]


def _verb_forms() -> frozenset[str]:
    import json

    from okr_lint.language.packing import unpacked
    from okr_lint.paths import data_folder

    data = json.loads((data_folder("rules") / "compiled.json").read_text(encoding="utf-8"))
    lexicons = data["lexicons"]
    return frozenset(
        form
        for form, places in unpacked(lexicons).items()
        if form.isascii() and any(m.place >= 0 and lexicons["names"][m.place].endswith("_verb") for m in places)
    )


_ENGLISH: list[frozenset[str]] = []
