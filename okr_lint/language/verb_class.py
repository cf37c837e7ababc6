"""Which class a verb has where several lexicons hold it."""

from __future__ import annotations

from okr_lint.language.types import Hit, Quantity

CLASSES = {
    "hedge": "hedge",
    "upkeep": "upkeep",
    "output_verb": "output",
    "activity_verb": "activity",
    "outcome_verb": "outcome",
    "empty_verb": "empty",
}
_EFFECT = ("outcome_noun", "beneficiary", "vanity")


class Verb:
    """A verb in a statement with every class that a lexicon gives it."""

    __slots__ = ("classes", "end", "lemma", "start")

    def __init__(self, start: int, end: int, lemma: str, classes: set[str]) -> None:
        self.start, self.end, self.lemma, self.classes = start, end, lemma, classes


def verbs(hits: tuple[Hit, ...]) -> list[Verb]:
    """All verbs in order; of two at one place the longer one, with the classes of both where they are equal."""
    made: list[Verb] = []
    for hit in hits:
        verb_class = CLASSES.get(hit.lexicon)
        if verb_class is None:
            continue
        if made and made[-1].start == hit.start and made[-1].end == hit.end:
            made[-1].classes.add(verb_class)
        elif not made or hit.start >= made[-1].end:
            made.append(Verb(hit.start, hit.end, hit.term, {verb_class}))
    return made


def class_of(
    verb: Verb, hits: tuple[Hit, ...], quantities: tuple[Quantity, ...], subject: bool, clause_end: int
) -> str | None:
    """The class in this place: with a subject before it an effect is likelier, else work is."""
    classes = verb.classes
    for fixed in ("hedge", "upkeep"):
        if fixed in classes:
            return fixed
    if "outcome" in classes and "output" in classes:
        effect = subject or any(
            h.lexicon in _EFFECT and verb.end <= h.start < min(clause_end, verb.end + 30) for h in hits
        )
        effect = effect or any(verb.end <= q.start < verb.end + 16 and q.unit in ("%", "$", "元") for q in quantities)
        return "outcome" if effect else "output"
    if "outcome" in classes and "empty" in classes and not quantities:
        return "empty"
    order = ("outcome", "output", "activity", "empty") if subject else ("output", "activity", "outcome", "empty")
    for name in order:
        if name in classes:
            return name
    return None
