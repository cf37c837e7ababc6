"""The words and character runs of a statement, as feature names; used in training and at run time.

Chinese is not segmented here: runs of two to four characters carry what words would, at no cost.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from okr_lint.language.names import HAN, LATIN
from okr_lint.patterns import late

# one pass over the folded text: English words, numbers (all folded to 0), single Han, marks
_TOKEN = late(rf"{LATIN}{{3,}}|{HAN}+|[a-z][a-z'\-]*|[0-9]+(?:[.,][0-9]+)*|[^\sa-z0-9]")
_BLANK = LATIN * 3
LONGEST_PIECE = 24


def tokens(normal: str) -> list[str]:
    """The tokens of a folded text: words, "0" for every number, one sign for every name, single characters."""
    return list(map(_shown, _TOKEN.findall(normal)))


@lru_cache(maxsize=8192)
def _shown(token: str) -> str:
    return "0" if token[0].isdigit() else HAN if token[0] == HAN or token.startswith(_BLANK) else token


def ngrams(normal: str) -> set[str]:
    """Feature names of a folded text.

    "^" and "$" mark the two ends. Runs of one to three tokens are joined by a blank; pieces of
    three to five letters of an English word stand in "<>"; runs of four single characters follow "=".
    """
    words = ["^", *tokens(normal), "$"]
    found = runs(words)
    for word in words:
        if len(word) > 3:
            found.update(_pieces(word[:LONGEST_PIECE]))
    return found


def runs(words: Sequence[str]) -> set[str]:
    """The feature names of whole tokens: all of ``ngrams`` but the pieces of words; ``words`` include the two ends."""
    found = set(words)
    pairs = list(map(" ".join, pairwise(words)))
    found.update(pairs)
    found.update(map(" ".join, zip(pairs, words[2:], strict=False)))
    # a word of several letters breaks a run of single characters
    for run in "".join([word if len(word) == 1 else " " for word in words]).split(" "):
        if len(run) > 3:
            found.update([f"={run[i : i + 4]}" for i in range(len(run) - 3)])
    return found


@lru_cache(maxsize=8192)
def _pieces(word: str) -> tuple[str, ...]:
    marked = f"<{word}>"
    size = len(marked)
    return tuple([marked[i : i + n] for n in (3, 4, 5) for i in range(size - n + 1)])
