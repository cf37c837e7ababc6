"""Making statements from blocks, with what stands below them: labelled ones, plain ones, several in a sentence."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from itertools import pairwise

from okr_lint.lean_dataclasses import dataclass, field, replace
from okr_lint.model import Context, Document, Objective
from okr_lint.patterns import late
from okr_lint.readers.bare_words import bare_words
from okr_lint.readers.building import Builder
from okr_lint.readers.codes import mark_codes
from okr_lint.readers.cycles import cycle_in
from okr_lint.readers.folding import fold
from okr_lint.readers.initials import initials
from okr_lint.readers.labels import BOTH, KEY_RESULT, OBJECTIVE, Label, label_at
from okr_lint.readers.leaders import contents
from okr_lint.readers.lines import ends
from okr_lint.readers.numbering import decimal_blocks, decimal_label
from okr_lint.readers.outline import Block, Outline, walk
from okr_lint.readers.own_words import own_words
from okr_lint.readers.page_kind import file_name, is_proceedings, speaks_of_okrs, title_of
from okr_lint.readers.passage import Passage
from okr_lint.readers.prose import is_definition, is_prose
from okr_lint.readers.results import mark_results
from okr_lint.readers.roles import announces
from okr_lint.readers.runs import Run
from okr_lint.readers.said_again import drop_contents
from okr_lint.readers.sentences import measured_in
from okr_lint.readers.series import enumeration, labels_in, semicolons
from okr_lint.readers.signatures import mark_owners
from okr_lint.readers.signed_lines import gather_signed_lines
from okr_lint.readers.structure import Structure
from okr_lint.readers.tails import mark_progress

DETAIL = "detail"
_MISSION = {"ultimate", "最终", "终极", "north-star", "北极星"}
_EVERYDAY = ("goal", "目标")  # words of every project page: labels only where OKRs are spoken of
_LISTED = late(r"(objectives?|目标|key results?|关键结果|关键成果) ?: ?(?=[(]?1[)）、.])")


_NEXT = late(
    r"(?P<name>(?P<word>KR|kr|Kr|O|o) ?(?P<number>(?P<front>(?:\d{1,2}[.-])?)(?P<last>\d{1,2})))[ \t　]{1,3}(?=\S)"
)


def _before(m: re.Match[str]) -> str:
    """The label that stands in front of one: "kr1.2" in front of "KR1.3"."""
    return f"{fold(m['word'])}{m['front']}{int(m['last']) - 1}"


def is_everyday(label: Label) -> bool:
    """Whether a label is but a word that every project page uses: "Goal: …", "Career goals: …"."""
    word = fold(label.name).rsplit(" ", 1)[-1]
    return label.role == OBJECTIVE and label.number is None and word.startswith(_EVERYDAY)


def _filled(block: Block) -> bool:
    """Whether a list stands right below a heading, before any other heading."""
    for child in block.children:
        if child.kind != "line":
            return child.kind == "item"
    return False


@dataclass(slots=True)
class Scope:
    """What holds for the blocks below: the role of unlabelled ones, and the context."""

    role: str | None = None
    context: Context = field(default_factory=Context)
    listed: bool = False  # the parent is an item or line, not a heading
    guide: bool = False  # the heading speaks about OKRs in general
    filled: bool = False  # the heading's key results stand right below it


class StatementReader(ABC):
    """What the interpreter knows while it reads, and how a block becomes a statement.

    Attributes:
        build: makes the document's objectives and key results.
        structure: what the outline as a whole tells.
        pending: role and label of a statement whose text is still to come.
        runs: the run of list items that an item stands in, by the item's ``id``.
        coded: letters of the author's own codes in front of statements.
        resulting: signs that lead to what came of statements, at their ends.
        signers: names of owners that stand at statements' ends.
        contents: the ``id``s of lines of a table of contents in plain text.
        listed: what stood in tables of contents that come again as headings; it is taken out.
        set_off: ids of key results that stand in a list or have a separator behind their label.
        announced: level of the section that said it holds the OKRs, and did; else -1.
        tabled: the last objective of the last table; it is no title of what follows.
        before: level of the section just read, where it was a bare list of two levels; else -1.
    """

    def __init__(self, outline: Outline, document: Document) -> None:
        self.root = outline.root
        self.document = document
        self.build = Builder(document)
        self.about = speaks_of_okrs(outline.root, document.path)
        self._labels: dict[int, Label | None] = {}
        gather_signed_lines(outline.root)
        self.listed = drop_contents(outline.root)
        self.runs: dict[int, Run] = {}
        mark_progress(outline.root)
        self.coded = mark_codes(outline.root)
        self.resulting = mark_results(outline.root)
        self.signers = mark_owners(outline.root)
        dotted = document.format == "text" and any(sign in document.source.text for sign in ("..", "…"))
        self.contents = contents(outline.root) if dotted else set()
        blocks = list(walk(outline.root))
        self._decimals = decimal_blocks(blocks)
        self._initials = initials(blocks, coded=self.about and bool(self.coded))
        if self.about and not is_proceedings(file_name(document), title_of(outline.root)):
            self._labels |= own_words(outline.root, self.label)
        self._labels |= bare_words(outline.root, self.label)
        self.structure = Structure(blocks, document, self.label)
        self.set_off: set[int] = set()
        self.pending: tuple[str, Label] | None = None
        self.before = -1
        self.announced = -1
        self.tabled: Objective | None = None

    @abstractmethod
    def walk(self, blocks: list[Block], scope: Scope) -> None:
        """Read siblings."""

    def label(self, block: Block) -> Label | None:
        """The block's label, looked up once."""
        key = id(block)
        if key not in self._labels:
            found = label_at(block.text, ends(block.passage)) if block.text else None
            if found and found.number is None and not self.about and fold(found.name).startswith(_EVERYDAY):
                found = None
            if found and found.number is None and found.body >= len(block.text) and self._over_headings(block):
                found = None  # "2026 目标" over headings is the title of a page, no label
            if found and block.kind == "heading" and found.qualifier and found.number is None and is_everyday(found):
                dash = block.text[found.end : found.body].strip()
                found = None if dash[:1] in "—–-" and cycle_in(found.qualifier) else found  # "2026 目标——a letter"
            if found is None and block.kind == "heading" and fold(block.text).strip(" :*") == "o":
                found = Label(OBJECTIVE, "O", 0, 1, len(block.text))
            found = found or self._initials.get(key)
            self._labels[key] = found or (decimal_label(block.text) if key in self._decimals else None)
        return self._labels[key]

    def _over_headings(self, block: Block) -> bool:
        """Whether nothing but several headings stands below, none of them a section of key results."""
        inner = block.children
        if block.kind == "heading" and cycle_in(block.text):  # a motto or a remark may stand in front of them
            inner = [child for child in inner if child.kind != "line" or self.label(child) is not None]
        if block.kind != "heading" or len(inner) < 2 or any(child.kind != "heading" for child in inner):
            return False
        return not any(
            announces(child.text) in (OBJECTIVE, KEY_RESULT, BOTH) or self.label(child) is not None for child in inner
        )

    def _plain_objective(self, block: Block, scope: Scope) -> None:
        if scope.context.team == block.text.strip(" :：*"):
            scope = replace(scope, context=replace(scope.context, team=None))
        made = self.build.objective(block.passage, None, scope.context)
        if made is not None and block.marker.startswith("1"):
            self.build.numbered.add(id(made))
        self._below(block, made, scope)

    def _plain_key_result(self, block: Block, scope: Scope) -> None:
        made = self.build.key_result(block.passage, None, scope.context)
        if made is not None:
            self.build.listed = made if block.kind == "item" else None
            if block.marker.startswith("1") and not scope.listed:
                self.build.numbered.add(id(made))
            self._details(block, scope)

    def _name_key_results(self, block: Block) -> None:
        """Take the word alone as a label where several items under an objective begin with it: "KR 25 testers"."""
        begun = [item for item in block.items() if item.text.startswith("KR ") and self.label(item) is None]
        if len(begun) > 1:
            self._labels |= {id(item): Label(KEY_RESULT, "KR", 0, 2, 3) for item in begun}

    def _count_on(self, blocks: list[Block]) -> None:
        """Take what counts on behind a labelled item as a label, though it reads like a mention: 「KR3 与…」."""
        for before, item in pairwise(blocks):
            text = item.passage.text
            if text[:1] not in "KkOo" or item.kind != "item" or before.kind != "item" or self.label(item) is not None:
                continue
            above, m = self.label(before), _NEXT.match(text)
            if above is None or m is None or not above.number or fold(above.name).replace(" ", "") != _before(m):
                continue
            role = KEY_RESULT if text[0] in "Kk" else OBJECTIVE
            if above.role == role and label_at(text[m.end() :].lstrip("、和与及&/ ")) is None:
                self._labels[id(item)] = Label(role, m["name"], 0, m.end("name"), m.end(), m["number"], separated=False)

    def _below(self, block: Block, made: Objective | None, scope: Scope) -> None:
        """Read what stands under an objective; afterwards it is the current one again."""
        self._name_key_results(block)
        inner = replace(scope, role=self._role_below(block), listed=block.kind != "heading")
        inner.filled = block.kind == "heading" and _filled(block)
        if made is not None:
            context = replace(made.context, notes=[])
            context.inherit(scope.context)
            inner.context = context
        else:
            self.build.current = None  # what stands below is no part of the objective before
        self.walk(block.children, inner)
        if made is not None:
            self.build.current = made

    def _details(self, block: Block, scope: Scope) -> None:
        if not block.children:
            return
        before = self.build.current
        self.walk(block.children, replace(scope, role=DETAIL, listed=True))
        self.build.current = before if before is not None else self.build.current

    def _role_below(self, block: Block) -> str:
        return DETAIL if self.structure.labelled_below(block) else KEY_RESULT

    def _objective(self, block: Block, label: Label, scope: Scope, *, followed: bool = False) -> None:
        """A labelled objective; ``followed``: its key results stand behind it."""
        body = block.passage.part(label.body, len(block.text))
        self.pending = None
        if not any(map(str.isalnum, body.text)):
            self.pending = (OBJECTIVE, replace(label, span=block.passage.span(label.start, label.end)))
            self.build.latest = self.build.current = None
            self.walk(block.children, replace(scope, role=self._role_below(block), listed=block.kind != "heading"))
            return
        if (
            label.number is None
            and label.qualifier is None
            and is_definition(body.text)
            and not (followed or self._has_key_results(block))
        ):
            self.build.leftover(body, "explains the word instead of stating an objective")
            self.walk(block.children, replace(scope, role=None, listed=True))
            return
        parts = enumeration(body.text) if label.plural and not block.children else []
        if parts:
            for start, end in parts:
                self.build.objective(body.part(start, end), label, scope.context)
            return
        if label.qualifier and fold(label.qualifier) in _MISSION:
            self.document.mission = body.text
            return
        made = self.build.objective(body, label, self._with_qualifier(scope, label), block.passage)
        self._below(block, made, scope)

    def _key_result(self, block: Block, label: Label, scope: Scope) -> None:
        body = block.passage.part(label.body, len(block.text))
        self.pending = None
        if not any(map(str.isalnum, body.text)):
            if body.text.strip(" *_"):
                return  # "KR: ...?": a blank
            self.pending = (KEY_RESULT, replace(label, span=block.passage.span(label.start, label.end)))
            self.walk(block.children, replace(scope, role=DETAIL, listed=True))
            return
        if (
            label.number is None
            and is_definition(body.text)
            and (label.plural or self.build.current is None or len(body.text) < 30)
        ):
            self.build.leftover(body, "explains the word instead of stating a key result")
            return
        members = self._members(body, label, several=not block.items())
        for part in members:
            made = self.build.key_result(part, label, scope.context, block.passage if part is members[0] else None)
            self.build.listed = made if block.kind == "item" else None
            if made is not None and (label.separated or block.kind == "item"):
                self.set_off.add(id(made))
        self._details(block, scope)

    def _members(self, body: Passage, label: Label, *, several: bool = True) -> list[Passage]:
        """The key results behind one label without number: "Key results: 1) … 2) …", "KRs: …; …; …"."""
        parts = enumeration(body.text) if label.number is None else []
        if not parts and several and (label.plural or (label.number is None and not label.name.isascii())):
            parts = semicolons(body.text)
        return [body.part(start, end) for start, end in parts] or [body]

    def _has_key_results(self, block: Block) -> bool:
        """Whether anything of substance stands under a labelled objective: then it is one, however it is put."""
        return bool(block.items()) or self.structure.labelled_below(block)

    def _with_qualifier(self, scope: Scope, label: Label) -> Context:
        if not label.qualifier:
            return scope.context
        cycle = cycle_in(label.qualifier)
        context = Context(cycle=cycle) if cycle else Context(team=label.qualifier)
        context.inherit(scope.context)
        return context

    def _fulfil(self, block: Block, scope: Scope) -> bool:
        """Take a block as the text that a label alone has announced."""
        assert self.pending is not None
        role, label = self.pending
        if is_prose(block.text):
            return False
        self.pending = None
        if role == OBJECTIVE:
            made = self.build.objective(block.passage, label, scope.context)
            self._below(block, made, scope)
        else:
            self.build.key_result(block.passage, label, scope.context)
            self._details(block, scope)
        return True

    def _measured(self, block: Block, scope: Scope) -> bool:
        found = measured_in(block.text)
        if found is None:
            return False
        start, end, after = found
        made = self.build.objective(block.passage.part(start, end), None, scope.context)
        rest = block.passage.part(after, len(block.text))
        for start, end in enumeration(rest.text) or ([(0, len(rest.text))] if rest.text else []):
            self.build.key_result(rest.part(start, end), None, scope.context)
        self._below(block, made, scope)
        return True

    def _several(self, block: Block, scope: Scope) -> bool:
        """Read "O：… KR1：… KR2：…" in one line."""
        text = block.text
        found = labels_in(text)
        if not found:
            return False
        starts_with_label = self.label(block) is not None
        if found[0].role == KEY_RESULT and not starts_with_label:
            return False
        if found[0].start > 8 and found[0].role == OBJECTIVE and not any(f.role == KEY_RESULT for f in found):
            return False
        for label, following in zip(found, [*found[1:], None], strict=False):
            end = following.start if following else self._end_of_last(text, found)
            if (line := text.rfind("\n", label.body, end)) > 0 and text[line:end].strip() in ("", "-", "*", "•"):
                end = line  # a bullet in front of the next one
            body = block.passage.part(label.body, end)
            if label.role == OBJECTIVE:
                self.build.objective(body, label, scope.context, block.passage)
                continue
            for part in self._members(body, label):
                self.build.key_result(part, label, scope.context, block.passage)
        self._details(block, scope)
        return True

    def _end_of_last(self, text: str, found: list[Label]) -> int:
        """Where the last of several statements in a line ends: with its sentence, where the others are one each."""
        inner = [text[label.body : following.start].rstrip("。 ") for label, following in pairwise(found)]
        stop = text.find("。", found[-1].body)
        return stop + 1 if stop > 0 and not any("。" in body for body in inner) else len(text)

    def _listed(self, block: Block, scope: Scope) -> bool:
        """Read "… Objectives：1）…，2）…" in running text."""
        low = fold(block.text)
        found = list(_LISTED.finditer(low))
        for m, following in zip(found, [*found[1:], None], strict=False):
            stop = following.start() if following else len(low)
            region = block.passage.part(m.end(), stop)
            for start, end in enumeration(region.text):
                sentence = region.text.find("。", start, end)
                member = region.part(start, sentence if sentence > 0 else end)
                if m[1].startswith(("o", "目标")):
                    self.build.objective(member, None, scope.context)
                else:
                    self.build.key_result(member, None, scope.context)
        return bool(found)
