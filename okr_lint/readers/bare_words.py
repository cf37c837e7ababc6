"""Labels that are a word alone, "Objective Referrals that do not feel like spam", 「O 考到木工證」, over key results.

A word without number, colon or bold may begin a sentence. It is a label where labelled key results come right behind.
"""

from __future__ import annotations

from collections.abc import Callable

from okr_lint.patterns import late
from okr_lint.readers.labels import ENDS_MENTION, KEY_RESULT, OBJECTIVE, Label
from okr_lint.readers.outline import Block, walk

# an O alone is an upper-case one; a Chinese word is set off by its blank
_WORD = late(r"(?P<word>[Oo]bjective|OBJECTIVE|目标|目標|O)[ \t\u3000]{1,3}(?=\S)")
_GLUED = late(r"O(?=[㐀-鿿])")
_SIGNS = "([（【<*_`:：=-–—|/"


def bare_words(root: Block, label: Callable[[Block], Label | None]) -> dict[int, Label]:
    """The labels of the blocks that begin with such a word, by the block's ``id``."""
    found: dict[int, Label] = {}
    for parent in walk(root):
        for i, block in enumerate(parent.children):
            m = _WORD.match(block.text) if block.text[:1] in "Oo目" else None
            # 「**O讓…**」 over a list
            if m is None and i + 1 < len(parent.children) and parent.children[i + 1].kind == "item":
                m = _GLUED.match(block.text) if block.passage.covered("bold") > 0.8 else None
                if m is not None and label(block) is None:
                    found[id(block)] = Label(OBJECTIVE, "O", 0, 1, 1, separated=False)
                    continue
            if m is None or block.text[m.end()] in _SIGNS or label(block) is not None:
                continue
            if ENDS_MENTION.match(block.text[m.end() :].lower()):
                continue
            behind = [*block.children[:1], *parent.children[i + 1 : i + 2]]
            following = label(behind[0]) if behind else None
            if following is not None and following.role == KEY_RESULT:
                found[id(block)] = Label(OBJECTIVE, m["word"], 0, m.end("word"), m.end(), separated=False)
    return found
