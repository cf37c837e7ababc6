"""Statements from passages: what is about them taken off, dropped ones marked, the rest kept."""

from __future__ import annotations

from functools import lru_cache

from okr_lint.model import Context, Document, KeyResult, Leftover, Objective, Statement
from okr_lint.patterns import late
from okr_lint.readers.asides import note
from okr_lint.readers.folding import fold
from okr_lint.readers.labels import Label
from okr_lint.readers.metadata import separate
from okr_lint.readers.passage import Passage
from okr_lint.readers.placeholders import is_placeholder
from okr_lint.readers.states import is_state

_MEASURED_BY = late(r"[,，]? (?:as )?measured by(?: the following(?: key results?)?)? ?[:：]?\s{0,3}$")
_CHANGE = late(r"[0-9]%?\s{0,3}(?:→|➔|➜|->|=>|>>|-->)\s{0,3}[0-9]")  # "KR1: 38% → 50%" says more than a score does
_NO_SENTENCE = late(
    r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}|https?://\S+"
    r"|(?:本页|本文档|本文件|页面|此页)由.{1,24}(?:生成|导出)|(?:generated|exported|powered) (?:by|with|from) .{1,40}"
    r"|(?:[A-Za-z0-9_-]{1,80}|[㐀-鿿0-9_-]{1,80})\.(?:pdf|docx?|xlsx?|pptx?|png|jpe?g|md)"
)  # a name in one script: 重写README.md is a sentence
_REPORTED = late(r"(?:0?\.\d{1,2}|[01]\.0{1,2}|\d{1,3}%)(?:[ \t]{2,20}|\t)(?=\S)")  # "O1    0.5    reached 54 %"
_NO_NUMBER = late(r"[^\d一二三四五六七八九十]+")  # what is not the number of a label
_LABELS_ALONE = late(r"(?:okr|o|kr)[ #\-]?\d{1,2}(?:[ ./\-,&]{1,3}(?:o|kr)?[ #\-]?\d{1,2}){0,3}")


class Builder:
    """Makes a document's objectives and key results and keeps what found no place."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.current: Objective | None = None
        self.latest: Statement | None = None
        self.section: Context | None = None  # what holds in the section just begun, where others were before
        self.orphans: list[KeyResult] = []
        self.past: list[tuple[int, Objective]] = []  # with how many others stand in front
        self.in_past = False
        self.run: list[Objective] = []  # objectives since the last key result
        self.numbered: set[int] = set()  # ids of unlabelled statements that are members of a numbered list
        self.listed: KeyResult | None = None  # the key result that was made last of an item of a list
        self.apart = False  # a section that is no objective has begun since the last one
        self._straight = True
        self._numbers: set[str] = set()
        self._named: set[str] = set()
        self.strayed = False  # a key result went to another objective than the current one
        self.planned: list[Objective] = []  # a list of objectives whose key results come later, by number

    def objective(
        self, passage: Passage, label: Label | None, outer: Context, whole: Passage | None = None
    ) -> Objective | None:
        """A new objective; the current one where it is only said again before any key result.

        ``whole`` is the passage that the label's offsets count in, where it stands in the statement's own.
        """
        made = Objective("")
        low = fold(passage.text)
        if "measured by" in low and (tail := _MEASURED_BY.search(low)) is not None:
            passage = passage.part(0, tail.start())
        if not self._fill(made, passage, label):
            return None
        current = self.current
        if current is not None and not current.key_results and _key(current.text) == _key(made.text):
            current.label = current.label or made.label
            return current
        if label is not None:
            made.label_span = whole.span(label.start, label.end) if whole is not None else label.span
        made.context.inherit(outer)
        self._place(made)
        if self.run and self.run[-1].key_results:
            self.run = []
        self.run.append(made)
        self.current = self.latest = made
        self.apart = False
        self.name(made)
        return made

    def add(self, made: Objective, outer: Context) -> None:
        """An objective that another reader has made, with its key results; nothing that follows belongs to it."""
        made.context.inherit(outer)
        self._place(made)

    def _place(self, made: Objective) -> None:
        if self.in_past:
            self.past.append((len(self.document.objectives), made))
        else:
            self.document.objectives.append(made)

    def rename(self, passage: Passage, label: Label | None) -> bool:
        """Give the current objective the sentence that its heading only had a title for."""
        current = self.current
        made = Objective("")
        if current is None or current.key_results or not self._fill(made, passage, label):
            return False
        current.context.notes.insert(0, current.text)
        current.text, current.span, current.map = made.text, made.span, made.map
        current.dropped = current.dropped or made.dropped
        for name, value in made.context.said().items():
            note(current.context, name, value)
        self.latest = current
        return True

    def key_result(
        self, passage: Passage, label: Label | None, outer: Context, whole: Passage | None = None
    ) -> KeyResult | None:
        """A new key result of the current objective; an orphan where there is none."""
        made = KeyResult("")
        if label is not None and self.is_said_again(label):
            self.leftover(passage, "says how a key result is doing that stands above")
            return None
        if not self._fill(made, passage, label):
            return None
        if label is not None:
            made.label_span = whole.span(label.start, label.end) if whole is not None else label.span
        home = self._home(label)
        if home is None:
            made.context.inherit(outer)
            self.orphans.append(made)
        else:
            home.key_results.append(made)
            self.number(made)
        self.latest = made
        return made

    def is_said_again(self, label: Label) -> bool:
        """Whether a label comes back where key results are numbered straight through: in a log under all of them."""
        return self.apart and self._straight and label.number is not None and _key(label.name) in self._numbers

    def name(self, made: Objective) -> None:
        """Remember an objective's label."""
        if made.label is not None:
            self._named.add(_key(made.label))

    def is_named(self, label: Label) -> bool:
        """Whether an objective with this label has been read."""
        return _key(label.name) in self._named

    def has_begun(self) -> bool:
        """Whether any objective or key result has been read."""
        return bool(self.document.objectives or self.past or self.orphans)

    def number(self, made: KeyResult) -> None:
        """Remember how key results are numbered: straight through, or anew under each objective."""
        name = _key(made.label or "")
        self._straight = self._straight and any(map(str.isdigit, name)) and name not in self._numbers
        self._numbers.add(name)

    def leftover(self, passage: Passage, reason: str) -> None:
        """Note a text that may be a statement but was not taken."""
        text = passage.text.strip()
        if 2 < len(text) < 300:
            self.document.leftovers.append(Leftover(text, passage.span(), passage.place, reason))

    def about(self, name: str, value: str, whole: str) -> None:
        """Note a field line with the statement that it follows, else with its section, else with the document."""
        if self.latest is not None:
            note(self.latest.context, name, value, whole)
        elif self.section is not None:
            if name != "notes":
                setattr(self.section, name, None)  # nearer than what a section around it says
            note(self.section, name, value, whole)
        else:
            note(self.document.context, name, value, whole)

    def finish(self, *, alone: bool = True) -> None:
        """Place orphans and past objectives; drop an objective that is only a repetition.

        ``alone``: whether an objective may stand without any key result.
        """
        document = self.document
        self._take_past()
        document.objectives = self._without_repetitions(document.objectives)
        self._pair_lists()
        lost = {id(orphan) for orphan in self.orphans}
        for orphan in self.orphans:
            later = self._next_objective(orphan)
            if later is not None and (not later.key_results or id(later.key_results[0]) in lost):
                later.key_results.append(orphan)
            else:
                self._left(orphan, "a key result without an objective")
        self.orphans = []
        if not alone:
            for objective in document.objectives:
                if not objective.key_results:
                    self._left(objective, "is spoken of in a text that states no key result for it")
            document.objectives = [objective for objective in document.objectives if objective.key_results]

    def _take_past(self) -> None:
        """Put the objectives of reviews in their places where these state some, and do not tell what came of them."""
        now = self.document.objectives
        beside = bool(now)
        said = {_key(o.text) for o in now} | {_key(k.text) for o in now for k in o.key_results}
        for at, objective in reversed(self.past):
            statements = (objective, *objective.key_results)
            known = any(_key(one.text) in said or _says_outcome(one.context) for one in statements)
            if beside and (known or not objective.key_results):
                self._left(objective, "stands in a review of a past cycle")
            else:
                now.insert(at, objective)

    def _without_repetitions(self, objectives: list[Objective]) -> list[Objective]:
        """Without those that only say again what another says: a contents table, a review, a copy with weights."""
        full = {_key(o.text) for o in objectives if o.key_results}
        kept: list[Objective] = []
        seen: dict[str, tuple[Objective, set[str]]] = {}
        for objective in objectives:
            key, results = _key(objective.text), {_key(k.text) for k in objective.key_results}
            if not results and key in full:
                continue
            first = seen.get(key)
            if first is not None and results and results <= first[1]:
                for name, value in objective.context.said().items():
                    note(first[0].context, name, value)
                self._left(objective, "is said before in the same words")
                continue
            seen.setdefault(key, (objective, results))
            kept.append(objective)
        return kept

    def _pair_lists(self) -> None:
        """Two numbered lists of one length, objectives and then key results: a number says what belongs together."""
        run: list[Objective] = []
        for objective in self.document.objectives:
            run = [*run, objective] if id(objective) in self.numbered else []
            results = objective.key_results
            if run and results:
                if len(run) == len(results) > 1 and all(id(result) in self.numbered for result in results):
                    for home, result in zip(run, results, strict=True):
                        home.key_results = [result]
                run = []

    def _next_objective(self, orphan: KeyResult) -> Objective | None:
        if orphan.span is None:
            return None
        start = orphan.span.start
        return next((o for o in self.document.objectives if o.span and o.span.start > start), None)

    def _left(self, statement: Statement, reason: str) -> None:
        self.document.leftovers.append(Leftover(statement.text, statement.span, statement.place, reason))

    def _owner_of(self, number: str) -> Objective | None:
        """The objective that a key result's own label names: "O2-KR3"; it may stand anywhere before."""
        first = number.split(".")[0]
        if self.current is not None and _bare_number(self.current) == first:
            return self.current
        self.strayed = True
        named = [o for o in reversed(self._here()) if o.label]
        if not named:
            return self.current
        return next((o for o in named if _bare_number(o) == first), None)

    def _here(self) -> list[Objective]:
        """The objectives of the section on the past that is read now, else those of no such section."""
        return [objective for _, objective in self.past] if self.in_past else self.document.objectives

    def _home(self, label: Label | None) -> Objective | None:
        if label and label.owned and label.number:
            return self._owner_of(label.number)
        if label and label.number and len(self.run) > 1 and not any(o.key_results for o in self.run[:-1]):
            self.planned = list(self.run)
        number = label.number if label else None
        planned = self.planned
        nested = number is not None and planned and any(sign in number for sign in ".-_")
        if nested and any(one is self.current for one in planned):
            assert number is not None
            first = number.replace("-", ".").replace("_", ".").split(".")[0]
            for objective in planned:
                if (objective.label or "").rstrip(")）").endswith(first):
                    return objective
            if not any(o.label for o in planned) and first.isdigit() and 0 < int(first) <= len(planned):
                return planned[int(first) - 1]
        return self.current

    def _fill(self, made: Statement, passage: Passage, label: Label | None) -> bool:
        found = separate(passage)
        body = found.passage
        end = len(body.text.rstrip(" ,，;；、|｜\\" if isinstance(made, KeyResult) else " ,，;；、|｜\\:："))
        body = body.part(0, end - 2 if body.text.endswith(" /", 0, end) else end)
        text = body.text
        if not (text[:1].isalpha() or any(map(str.isalpha, text))) and not (label and _CHANGE.search(text)):
            return False
        if _NO_SENTENCE.fullmatch(text):
            if label:
                self.leftover(body, "nothing but a name or an address")
            return False
        if len(text) < 16 and _LABELS_ALONE.fullmatch(fold(text)):
            return False  # "O2-KR1": a mention
        if label is not None and (is_state(text) or _REPORTED.match(text)):
            self.leftover(body, "says how an OKR is doing")
            return False
        if is_placeholder(text):
            self.leftover(body, "a blank of a template")
            return False
        # a line break inside (<br>) is one character wide, as is the space that stands for it
        made.text, made.map, made.place = text.replace("\n", " "), body.map, body.place
        made.span = body.span()
        made.dropped = found.dropped
        made.context = found.context
        if label is not None:
            made.label = label.name
            if label.aside:
                _note_aside(made.context, label.aside)
        return True


def _bare_number(objective: Objective) -> str:
    return _NO_NUMBER.sub("", fold(objective.label or ""))


def _says_outcome(context: Context) -> bool:
    return bool(context.score or context.progress or context.status)


def _note_aside(context: Context, aside: str) -> None:
    taken = separate(Passage(f"x ({aside})"))
    for name, value in taken.context.said().items():
        note(context, name, value)


@lru_cache(maxsize=8192)
def _key(text: str) -> str:
    return "".join(char for char in fold(text) if char.isalnum())
