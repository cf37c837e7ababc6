"""What tells two results from one at an English joint: words that touch it, abilities, numbers on either side.

"Test and deploy the gateway" shares one object, "publish the guide and train the clerks" has two; "users can pick and
pay" is one ability; two numbers of different units are scored apart. In Chinese, where no blank parts the words,
these cues mislead on held-out authors.
"""

from __future__ import annotations

from collections.abc import Sequence

from okr_lint.classifier.joints import VERBS, Mark, Places
from okr_lint.language import Quantity
from okr_lint.patterns import late

# how the names of these cues begin: only the head for compound key results learns from them (training/fit.py)
PAIR = "pair "
_ABILITY = late(r"^(?:the |all |any |our )?[a-z-]+(?: [a-z-]+)? (?:can|may|could|are able to|is able to)\b")
_LONGEST_REST = 4


def english_joint_cues(normal: str, places: Places, marks: Sequence[Mark], quantities: Sequence[Quantity]) -> set[str]:
    """Cues of the joints of a folded English text; ``marks`` are the joints' ranges, in order."""
    ability = _ABILITY.search(normal) is not None
    found = {f"{PAIR}ability"} if ability else set()
    ends = {end for _, end, kind in places if kind in VERBS}
    starts = {start for start, _, kind in places if kind in VERBS}
    for start, end in marks:
        mark = normal[start:end]
        after = not starts.isdisjoint((end, end + 1))
        touching = f"{'v' if not ends.isdisjoint((start - 1, start)) else ''}|{'v' if after else ''}"
        found.update((f"{PAIR}touching {touching}", f"{PAIR}touching {mark} {touching}"))
        if after:
            found.add(f"{PAIR}rest {min(_LONGEST_REST, len(normal[end:].split(None, _LONGEST_REST)))}")
        if ability:
            found.add(f"{PAIR}ability {mark}")
    for start, end in marks[:1]:
        left = sum(quantity.end <= start for quantity in quantities)
        right = sum(quantity.start >= end for quantity in quantities)
        sides = f"{min(left, 2)}|{min(right, 2)}"
        units = {quantity.unit for quantity in quantities}
        found.update((f"{PAIR}sides {sides}", f"{PAIR}sides {normal[start:end]} {sides}"))
        found.add(f"{PAIR}units {min(len(units), 3)} of {min(len(quantities), 3)}")
    return found
