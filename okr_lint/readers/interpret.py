"""Outline -> objectives and key results, by labels first, section words next, bare structure last."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from okr_lint.model import Context, Document, Objective
from okr_lint.readers.building import Builder
from okr_lint.readers.fields import field_named
from okr_lint.readers.folding import fold
from okr_lint.readers.labels import (
    BOTH,
    INITIATIVE,
    KEY_RESULT,
    OBJECTIVE,
    OTHER,
    Label,
    enumeration,
    label_at,
    labels_in,
    section_role,
)
from okr_lint.readers.lines import ends
from okr_lint.readers.metadata import cycle_in
from okr_lint.readers.outline import Block, Outline
from okr_lint.readers.passage import Passage
from okr_lint.readers.roles import announces, is_advice, is_definition, is_lead, is_prose, is_review, is_statement_like, names_team
from okr_lint.readers.structure import Structure
from okr_lint.readers.tables import read_table

DETAIL = "detail"
_MEASURED = re.compile(
    r"(?:i|we) (?:will|want to) (?P<text>.{3,300}?),? (?:as )?measured by(?: the following key results?)?[:.…]{0,3}"
)
_MISSION = {"ultimate", "最终", "终极", "north-star", "北极星"}
_KEY_RESULT_WORDS = re.compile(r"key ?results?|\bkrs?\b|关键结果|关键成果")
_LISTED = re.compile(r"(objectives?|目标|key results?|关键结果|关键成果) ?: ?(?=[(]?1[)）、.])")


@dataclass(slots=True)
class Scope:
    """What holds for the blocks below: the role of unlabelled ones, and the context."""

    role: str | None = None
    context: Context = field(default_factory=Context)
    listed: bool = False  # the parent is an item or line, not a heading


def interpret(outline: Outline, document: Document) -> None:
    """Fill a document from its outline."""
    if document.context.cycle is None and (cycle := cycle_in(_stem(document.path))):
        document.context.cycle = cycle
    Interpreter(outline, document).run()


class Interpreter:
    """One walk through the outline, in the order of the source."""

    def __init__(self, outline: Outline, document: Document) -> None:
        self.root = outline.root
        self.document = document
        self.build = Builder(document)
        self._labels: dict[int, Label | None] = {}
        self._runs: dict[int, tuple[bool, bool]] = {}
        self._decimals = _decimals(outline.root)
        self.structure = Structure(outline.root, document, self.label)
        self.pending: tuple[str, Label] | None = None
        self._before = -1

    def run(self) -> None:
        """Read everything and finish the document."""
        self.walk(self.root.children, Scope(self.structure.root_role()))
        self.build.finish()

    def label(self, block: Block) -> Label | None:
        """The block's label, looked up once."""
        key = id(block)
        if key not in self._labels:
            found = label_at(block.text, ends(block.passage)) if block.text else None
            self._labels[key] = found or (_decimal(block.text) if key in self._decimals else None)
        return self._labels[key]

    def walk(self, blocks: list[Block], scope: Scope) -> None:
        """Read siblings; a lead line holds for the items after it."""
        lead: tuple[str, str] | None = None
        self._find_runs(blocks)
        for i, block in enumerate(blocks):
            if block.kind == "heading":
                lead = None
                self._heading(block, scope)
            elif block.kind == "table":
                role = lead[0] if lead else scope.role
                if role not in (OTHER, INITIATIVE):
                    read_table(block.rows, block.headed, self.build, scope.context, self._objective_title)
            elif block.kind == "fence":
                before = self.build.current
                self.walk(block.children, Scope(None, scope.context))
                self.build.current = before or self.build.current
            else:
                lead = self._entry(block, blocks, i, scope, lead)
                lead = self._trailing_lead(block) or lead

    def _trailing_lead(self, block: Block) -> tuple[str, str] | None:
        """A lead at the end of an item ("- b\nvia:\n- c"): it holds for the items that follow."""
        last = block.children[-1] if block.kind == "item" and block.children else None
        if last is None or last.kind != "line" or last.children or not is_lead(last.text):
            return None
        role = announces(last.text)
        return (role, "line") if role else None

    @property
    def _objective_title(self) -> Objective | None:
        return self.build.current

    # -- headings ---------------------------------------------------------------------------

    def _find_runs(self, blocks: list[Block]) -> None:
        """Note for every list whether it has labelled items and whether it is advice."""
        run: list[Block] = []
        for block in [*blocks, None]:
            if block is not None and block.kind == "item":
                run.append(block)
                continue
            if run:
                labels = [self.label(item) for item in run]
                labelled = any(label and label.role in (OBJECTIVE, KEY_RESULT) for label in labels)
                speaking = sum(is_advice(item.text) for item in run)
                advice = speaking * 3 >= len(run) and (speaking > 1 or is_prose(run[0].text))
                for item in run:
                    self._runs[id(item)] = (labelled, advice)
            run = []

    def _heading(self, block: Block, scope: Scope) -> None:
        waiting, self.pending = self.pending, None
        context = self._context(block, scope)
        inner = Scope(scope.role, context)
        label = self.label(block)
        past = self.build.in_past
        if is_review(block.text) and block.children and not (label and label.role == KEY_RESULT):
            self.build.in_past = True
        if block.marker == OBJECTIVE:
            self._plain_objective(block, inner)
        elif label and label.role == OBJECTIVE and self._lists_objectives(block, label):
            self.walk(block.children, replace(inner, role=OBJECTIVE))
        elif label and label.role == OBJECTIVE and not label.plural:
            self._objective(block, label, inner)
        elif label and label.role == KEY_RESULT and not (label.body >= len(block.text) and label.number is None):
            self._key_result(block, label, inner)
        elif label and label.role == INITIATIVE:
            self.walk(block.children, replace(inner, role=OTHER))
        elif (
            waiting
            and waiting[0] == OBJECTIVE
            and waiting[1].qualifier is None
            and label is None
            and announces(block.text) is None
            and block.text
        ):
            made = self.build.objective(block.passage, waiting[1], context)
            self._below(block, made, inner)
        else:
            self._section(block, inner, scope)
        self.build.in_past = past

    def _lists_objectives(self, block: Block, label: Label) -> bool:
        """Whether a heading that is only the word ("Q1 目标") stands over a list of several."""
        if label.number is not None or label.body < len(block.text) or not block.children:
            return False
        items = [item for item in block.items() if self.label(item) is None]
        return block.children[0].kind == "item" and len(items) > 1

    def _section(self, block: Block, inner: Scope, outer: Scope) -> None:
        role = announces(block.text)
        if role is None and outer.role == OBJECTIVE and (is_statement_like(block.text) or self.structure.key_results_section(block)):
            self._plain_objective(block, inner)
            return
        if role is None and self._before == block.depth and self.structure.two_levels_only(block):
            role = BOTH  # the section before had objectives and key results of the same shape
        if role is None:
            role = self.structure.role_of(block, outer.role)
            if role == "statement":
                self._plain_objective(block, inner)
                return
        if (
            role == KEY_RESULT == outer.role
            and not outer.listed
            and self.build.current
            and announces(block.text) is None
        ):
            if is_statement_like(block.text) and not self.structure.labelled_below(block):
                self._plain_key_result(block, inner)
                return
        if role == KEY_RESULT or role is None:
            inner.role = role
        else:
            inner.role = role
            if role in (OBJECTIVE, BOTH):
                self.build.latest = None
        found = len(self.document.objectives)
        self._before = -1
        self.walk(block.children, inner)
        shaped = role == BOTH or role == OBJECTIVE
        self._before = (
            block.depth
            if shaped and len(self.document.objectives) > found and self.structure.two_levels_only(block)
            else -1
        )

    def _context(self, block: Block, scope: Scope) -> Context:
        context = Context()
        text = block.text
        if cycle := cycle_in(text):
            context.cycle = cycle
        label = self.label(block)
        if label is None:
            at = text.find("@")
            if at >= 0:
                context.owner = text[at:].split(")")[0].split("）")[0].strip()
            elif names_team(text) and not context.cycle:
                context.team = text.strip(" :：*")
        elif label.qualifier and field_named(label.qualifier) is None and not cycle_in(label.qualifier):
            context.team = label.qualifier
        context.inherit(scope.context)
        return context

    # -- items and lines ----------------------------------------------------------------------

    def _entry(
        self, block: Block, siblings: list[Block], i: int, scope: Scope, lead: tuple[str, str] | None
    ) -> tuple[str, str] | None:
        text = block.text
        role = scope.role
        if lead and (block.kind == "item" and lead[1] != block.marker or lead[1] == "line!"):
            role = lead[0]
        if not text:
            self.walk(block.children, replace(scope, role=role, listed=True))
            return lead
        if block.marker in (OBJECTIVE, KEY_RESULT):
            (self._plain_objective if block.marker == OBJECTIVE else self._plain_key_result)(block, scope)
            return None
        label = self.label(block)
        if role == OTHER and not (label and label.role == OBJECTIVE and label.number and block.kind != "item"):
            if (block.kind == "line" and lead) and (new := self._lead_of(block, label)):
                return new
            return lead
        if label and self._several(block, scope):
            return None if block.kind == "line" else lead
        if label and label.role == OBJECTIVE:
            return self._labelled_objective(block, label, siblings, i, scope, lead)
        if label and label.role == KEY_RESULT:
            return self._labelled_key_result(block, label, siblings, i, scope, lead)
        if label and label.role == INITIATIVE:
            if label.body >= len(text):
                return (OTHER, block.marker)
            return lead
        if self._field(block, role):
            self.walk(block.children, replace(scope, role=DETAIL, listed=True))
            return lead
        if self._measured(block, scope):
            return (KEY_RESULT, "line")
        if new := self._lead_of(block, label):
            if new[0] == BOTH and self._labelled_items(siblings, i + 1):
                new = (DETAIL, new[1])
            if new[0] == DETAIL and scope.role in (OBJECTIVE, BOTH) and self.structure.two_levels_follow(siblings, i):
                new = ("group", new[1])
            if new[0] in (OBJECTIVE, BOTH) and (cycle := cycle_in(text)):
                scope.context = replace(scope.context, cycle=cycle)
            self.walk(block.children, replace(scope, role=new[0], listed=True))
            return new if block.kind == "line" or not block.children else lead
        if self._several(block, scope) or self._listed(block, scope):
            return lead if block.kind == "item" else None
        if self.pending and self._fulfil(block, scope):
            return None
        return self._unlabelled(block, siblings, i, scope, role, lead)

    def _lead_of(self, block: Block, label: Label | None) -> tuple[str, str] | None:
        """The role that a line or item gives to what follows, with the marker that it does not hold for."""
        text = block.text
        marker = block.marker if block.kind == "item" else "line"
        whole = section_role(text)
        if whole and (block.children or is_lead(text) or block.kind == "line" or block.passage.covered("bold") > 0.8):
            return (whole, marker)
        if not is_lead(text):
            if block.kind == "line" and len(text) < 40 and announces(text) in (OBJECTIVE, BOTH):
                return (BOTH, marker)  # a title without mark-up: "2026 Q3 OKR"
            return None
        role = announces(text)
        if role:
            return (role, marker)
        colon = len(fold(text).strip().split())
        if block.kind == "line":
            return (DETAIL if colon > 3 or len(text) > 12 else "group", marker)
        return None

    def _unlabelled(
        self, block: Block, siblings: list[Block], i: int, scope: Scope, role: str | None, lead: tuple[str, str] | None
    ) -> tuple[str, str] | None:
        text = block.text
        after = None if block.kind == "line" else lead
        if self._is_contents(block):
            return after
        if role == "group":
            role = scope.role
        if block.kind == "item":
            labelled, advice = self._runs[id(block)]
            if advice and role in (OBJECTIVE, KEY_RESULT, BOTH) and not scope.listed:
                self.build.leftover(block.passage, "stands in a list that reads like advice")
                self.walk(block.children, replace(scope, role=None, listed=True))
            elif role == KEY_RESULT and self.build.current is not None:
                self._plain_key_result(block, scope)
            elif role in (OBJECTIVE, BOTH) and not labelled:
                if role == OBJECTIVE or self.structure.is_objective_item(block, siblings, i):
                    self._plain_objective(block, scope)
                else:
                    self.build.leftover(block.passage, "an unlabelled item in a list of OKRs")
            elif self._parent_of_key_results(block) and not is_prose(text):
                current = self.build.current
                if _KEY_RESULT_WORDS.search(fold(text)) or current and not current.key_results and scope.role is None:
                    self.walk(block.children, replace(scope, role=DETAIL, listed=True))
                else:
                    self._plain_objective(block, scope)
            elif role is None and self.structure.is_bold_objective(block):
                self._plain_objective(block, scope)
            else:
                self.walk(block.children, replace(scope, role=None if role is None else DETAIL, listed=True))
            return after
        if (
            lead
            and lead[1] == "line"
            and role is not None
            and lead[0] in (OBJECTIVE, KEY_RESULT)
            and not is_prose(text)
        ):
            made = self._plain_key_result if lead[0] == KEY_RESULT else self._plain_objective
            if self.structure.lines_are_items and (lead[0] == OBJECTIVE or self.build.current):
                made(block, scope)
                return lead
        bold = block.passage.covered("bold") > 0.8
        following = siblings[i + 1] if i + 1 < len(siblings) else None
        current = self.build.current
        if bold and self._titled(scope) and current and len(text) > len(current.text):
            self.build.rename(block.passage, None)
            return None
        if (
            self._parent_of_key_results(block) or (following and bold and self._is_key_result(following))
        ) and not is_prose(text):
            if not (current is not None and self._titled(scope)):
                self._plain_objective(block, scope)
                return (KEY_RESULT, "line")
        self.walk(
            block.children,
            replace(scope, role=scope.role if block.children and scope.role != KEY_RESULT else DETAIL, listed=True),
        )
        return None

    def _titled(self, scope: Scope) -> bool:
        """Whether the current objective is a heading just read that nothing has followed yet."""
        current = self.build.current
        return bool(
            current and not current.key_results and self.build.latest is current and not scope.listed and current.label
        )

    # -- labelled ---------------------------------------------------------------------------

    def _labelled_objective(
        self, block: Block, label: Label, siblings: list[Block], i: int, scope: Scope, lead: tuple[str, str] | None
    ) -> tuple[str, str] | None:
        items = [c for c in block.children if self.label(c) is None and c.text]
        if label.body >= len(block.text):
            if label.plural or (label.number is None and len(items) > 1 and not self.structure.labelled_below(block)):
                self.pending = None
                self.walk(block.children, replace(scope, role=OBJECTIVE, listed=True))
                return (OBJECTIVE, block.marker if block.kind == "item" else "line")
        elif label.number is None and len(items) > 1 and self._key_results_beside(siblings, i):
            self.walk(block.children, replace(scope, role=OBJECTIVE, listed=True))
            return None
        current = self.build.current
        if label.number is None and block.kind == "line" and self._titled(scope) and label.body < len(block.text):
            if self.build.rename(block.passage.part(label.body, len(block.text)), None):
                self._below(block, current, scope)
                return None
        self._objective(block, label, scope)
        if self.pending:
            return (OBJECTIVE, "line") if block.kind == "line" and label.number is None else None
        if block.kind == "line" and not self._any_key_result(siblings[i + 1 :]):
            return (KEY_RESULT, "line")
        return (DETAIL, "line") if block.kind == "line" else lead

    def _labelled_key_result(
        self, block: Block, label: Label, siblings: list[Block], i: int, scope: Scope, lead: tuple[str, str] | None
    ) -> tuple[str, str] | None:
        marker = block.marker if block.kind == "item" else "line"
        section = label.number is None and (label.plural or label.body >= len(block.text) or len(block.items()) > 1)
        below = [c for c in block.children if c.text and self.label(c) is None]
        if section and (label.body >= len(block.text) or below):
            self.pending = None
            self.walk(block.children, replace(scope, role=KEY_RESULT, listed=True))
            return (KEY_RESULT, marker) if not block.children else lead
        self._key_result(block, label, scope)
        return lead

    def _objective(self, block: Block, label: Label, scope: Scope) -> None:
        body = block.passage.part(label.body, len(block.text))
        self.pending = None
        if not any(char.isalnum() for char in body.text):
            self.pending = (OBJECTIVE, label)
            self.build.latest = None
            self.walk(block.children, replace(scope, role=self._role_below(block), listed=block.kind != "heading"))
            return
        if label.number is None and label.qualifier is None and is_definition(body.text) and not self._has_key_results(block):
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
        made = self.build.objective(body, label, self._with_qualifier(scope, label))
        self._below(block, made, scope)

    def _key_result(self, block: Block, label: Label, scope: Scope) -> None:
        body = block.passage.part(label.body, len(block.text))
        self.pending = None
        if not any(char.isalnum() for char in body.text):
            self.pending = (KEY_RESULT, label)
            self.walk(block.children, replace(scope, role=DETAIL, listed=True))
            return
        if label.number is None and is_definition(body.text) and (label.plural or self.build.current is None or len(body.text) < 30):
            self.build.leftover(body, "explains the word instead of stating a key result")
            return
        parts = enumeration(body.text) if label.number is None else []
        for start, end in parts or [(0, len(body.text))]:
            self.build.key_result(body.part(start, end), label, scope.context)
        self._details(block, scope)

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

    # -- unlabelled -------------------------------------------------------------------------

    def _plain_objective(self, block: Block, scope: Scope) -> None:
        if scope.context.team == block.text.strip(" :：*"):
            scope = replace(scope, context=replace(scope.context, team=None))
        made = self.build.objective(block.passage, None, scope.context)
        self._below(block, made, scope)

    def _plain_key_result(self, block: Block, scope: Scope) -> None:
        made = self.build.key_result(block.passage, None, scope.context)
        if made is not None:
            self._details(block, scope)

    def _below(self, block: Block, made: Objective | None, scope: Scope) -> None:
        """Read what stands under an objective; afterwards it is the current one again."""
        inner = replace(scope, role=self._role_below(block), listed=block.kind != "heading")
        if made is not None:
            context = replace(made.context, notes=[])
            context.inherit(scope.context)
            inner.context = context
        self.walk(block.children, inner)
        if made is not None:
            self.build.current = made

    def _details(self, block: Block, scope: Scope) -> None:
        before = self.build.current
        self.walk(block.children, replace(scope, role=DETAIL, listed=True))
        self.build.current = before if before is not None else self.build.current

    def _role_below(self, block: Block) -> str:
        return DETAIL if self.structure.labelled_below(block) else KEY_RESULT

    # -- recognisers ------------------------------------------------------------------------

    def _field(self, block: Block, role: str | None) -> bool:
        text = block.text
        low = fold(text[:60])
        colon = low.find(":")
        if colon <= 0:
            return False
        name = field_named(text[:colon])
        if name is None:
            return False
        value = text[colon + 1 :].strip(" *_`:：")
        statement = role in (OBJECTIVE, KEY_RESULT, BOTH) and block.kind == "item"
        if statement and name not in ("notes", "why", "status", "deadline", "score") and len(value) > 30:
            return False
        self.build.about(name, value, text)
        return True

    def _measured(self, block: Block, scope: Scope) -> bool:
        m = _MEASURED.match(fold(block.text))
        if m is None:
            return False
        made = self.build.objective(block.passage.part(m.start("text"), m.end("text")), None, scope.context)
        rest = block.passage.part(m.end(), len(block.text))
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
            end = following.start if following else len(text)
            body = block.passage.part(label.body, end)
            if label.role == OBJECTIVE:
                self.build.objective(body, label, scope.context)
            else:
                self.build.key_result(body, label, scope.context)
        self._details(block, scope)
        return True

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

    def _is_contents(self, block: Block) -> bool:
        links = [mark for mark in block.passage.marks if mark.kind == "link"]
        if not links or block.passage.covered("link") < 0.9:
            return False
        return links[0].value.startswith("#") or (not block.children and self.structure.mostly_links(block))

    def _is_key_result(self, block: Block) -> bool:
        label = self.label(block)
        return label is not None and label.role == KEY_RESULT

    def _parent_of_key_results(self, block: Block) -> bool:
        labels = [self.label(child) for child in block.children]
        return any(
            la and la.role == KEY_RESULT and (la.number or la.body < len(c.text))
            for la, c in zip(labels, block.children, strict=True)
        )

    def _labelled_items(self, blocks: list[Block], start: int) -> bool:
        for block in blocks[start : start + 12]:
            if block.kind == "heading":
                return False
            label = self.label(block)
            if block.kind == "item" and label and label.role in (OBJECTIVE, KEY_RESULT):
                return True
        return False

    def _any_key_result(self, blocks: list[Block]) -> bool:
        """Whether labelled key results come among the next siblings, before the next objective."""
        for block in blocks[:40]:
            label = self.label(block)
            if block.kind == "heading" or (label and label.role == OBJECTIVE):
                return False
            if label and label.role == KEY_RESULT and label.body < len(block.text):
                return True
        return False

    def _key_results_beside(self, siblings: list[Block], i: int) -> bool:
        for block in siblings[i + 1 : i + 6]:
            label = self.label(block)
            if label:
                return label.role == KEY_RESULT and label.number is None and bool(block.children)
        return False


_DECIMAL = re.compile(r"(?P<number>(\d{1,2})\.(\d{1,2}))[.)、:：]?[ \t]{1,3}(?=[^\d\s%])")


def _decimal(text: str) -> Label | None:
    """A bare "1.2" in front of a key result as its label."""
    m = _DECIMAL.match(text)
    return Label(KEY_RESULT, m["number"], 0, m.end("number"), m.end(), m["number"]) if m else None


def _decimals(root: Block) -> set[int]:
    """The blocks that begin with "1.1", "1.2" … where such numbers follow each other; else they are quantities."""
    numbered: list[tuple[int, int, int]] = []
    stack = [root]
    while stack:
        block = stack.pop()
        if block.kind in ("item", "line", "heading") and (m := _DECIMAL.match(block.text)):
            numbered.append((int(m[2]), int(m[3]), id(block)))
        stack.extend(reversed(block.children))
    steps = sum(a[0] == b[0] and a[1] + 1 == b[1] for a, b in zip(numbered, numbered[1:], strict=False))
    return {key for _, _, key in numbered} if steps * 2 >= len(numbered) - steps and steps else set()


def _stem(path: str) -> str:
    return path.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
