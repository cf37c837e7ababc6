"""Outline -> objectives and key results, by labels first, section words next, bare structure last."""

from __future__ import annotations

from okr_lint.lean_dataclasses import replace
from okr_lint.model import Context, Document, Objective
from okr_lint.patterns import late
from okr_lint.readers.cycles import cycle_in
from okr_lint.readers.fenced_data import fenced_objectives
from okr_lint.readers.fields import field_named
from okr_lint.readers.folding import fold
from okr_lint.readers.interpret_entries import EntryReader, Lead
from okr_lint.readers.interpret_statements import DETAIL, Scope
from okr_lint.readers.labels import BOTH, INITIATIVE, KEY_RESULT, OBJECTIVE, OTHER, Label
from okr_lint.readers.nesting import nest_items
from okr_lint.readers.outline import Block, Outline
from okr_lint.readers.roles import announces, is_guide, is_review, is_statement_like, names_beside, names_team
from okr_lint.readers.runs import runs_of
from okr_lint.readers.table_kinds import holds_both
from okr_lint.readers.tables import read_table
from okr_lint.readers.titles import title_context


def interpret(outline: Outline, document: Document) -> None:
    """Fill a document from its outline."""
    name_cycle(document)
    nest_items(outline.root)
    Interpreter(outline, document).run()


def name_cycle(document: Document) -> None:
    """Take the cycle from the file's name where the text has not said one yet."""
    if document.context.cycle is None and (cycle := cycle_in(_stem(document.path))):
        document.context.cycle = cycle


_AMONG = 4  # times as many other lines as objectives: what else the page holds is what it is about
_OWNER = late(
    r"(?:[Oo]wner|\bDRI|\b[Ll]ead|负责人?|負責人?|责任人|責任人) ?[:：] ?([^()（）|｜,，;；/]{1,30}?) ?"
    r"(?=$|[()（）|｜,，;；/])|(?:负责人|負責人|责任人|責任人) +([㐀-鿿]{2,4})(?=$|[()（）|｜,，;；/ ])|"
    r"\b(?:C[A-Z]{1,2}O|VP|Head|Director|Manager) ?[:：] ?([A-Z][^()|,;/]{1,30}?) ?(?=$|[()|,;/])"
)


class Interpreter(EntryReader):
    """One walk through the outline, in the order of the source."""

    def run(self) -> None:
        """Read everything and finish the document."""
        self.walk(self.root.children, Scope(self.structure.root_role(), self._titled_context()))
        self.build.finish(alone=not (self.structure.proceedings or self._mentions_only()))
        del self.structure  # it asks this object for labels: the two would keep the outline until a garbage collection

    def _mentions_only(self) -> bool:
        """Whether a page of other things that is not about OKRs has objectives, and no key result to any of them."""
        objectives = self.document.objectives
        if any(o.key_results for o in objectives):
            return False
        worded = not any(any(map(str.isdigit, o.label or "")) for o in objectives)  # "Objective: …" of a paper, a plan
        if worded and self.structure.is_project_page() and "okr" not in fold(self.document.path):
            return self.structure.size > _AMONG * (len(objectives) + 1) // 2
        return self.structure.size > _AMONG * (len(objectives) + 1) and not self.structure.named

    def walk(self, blocks: list[Block], scope: Scope) -> None:
        """Read siblings; a lead line holds for the items after it."""
        if not blocks:
            return
        lead: Lead | None = None
        self.runs |= runs_of(blocks, self.label)
        self._count_on(blocks)
        for i, block in enumerate(blocks):
            if block.kind == "heading":
                lead = None
                self.announced = self.announced if self.announced <= block.depth else -1
                self._heading(block, scope)
            elif block.kind == "table":
                role = lead[0] if lead else scope.role
                if role not in (OTHER, INITIATIVE) or holds_both(block.rows):
                    before = self.build.current
                    read_table(block.rows, block.headed, self.build, scope.context, before)
                    self.tabled = self.build.current if self.build.current is not before else self.tabled
            elif block.kind == "fence" and block.marker:
                for objective in fenced_objectives(block.passage, block.marker, self.document.path):
                    self.build.add(objective, scope.context)
            elif block.kind == "fence":
                before = self.build.current
                self.walk(block.children, Scope(None, scope.context))
                self.build.current = before or self.build.current
            else:
                lead = self._entry(block, blocks, i, scope, lead)
                lead = self._trailing_lead(block) or lead

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
        elif self._plain_goals(block):
            self.walk(block.children, replace(inner, role=DETAIL))
        elif label and label.role == OBJECTIVE and self._lists_objectives(block, label):
            self.walk(block.children, replace(inner, role=OTHER if self._of_a_project(block) else OBJECTIVE))
        elif label and scope.role == KEY_RESULT and (meant := self._meant(block, label)):
            self.build.current = self.build.latest = meant
            self.walk(block.children, inner)
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

    def _meant(self, block: Block, label: Label) -> Objective | None:
        """The objective that a bare "Objective 2" among the key results speaks of, by its label or its place."""
        if label.role != OBJECTIVE or label.number is None or label.body < len(block.text):
            return None
        objectives = self.document.objectives
        named = next((o for o in objectives if o.label and fold(o.label) == fold(label.name)), None)
        if named is not None or any(o.label for o in objectives) or not label.number.isdigit():
            return named if named is not None and not named.key_results else None
        return objectives[int(label.number) - 1] if 0 < int(label.number) <= len(objectives) else None

    def _lists_objectives(self, block: Block, label: Label) -> bool:
        """Whether a heading that is only the word ("Q1 目标") stands over a list of several."""
        if label.number is not None or label.body < len(block.text) or not block.children:
            return False
        items = [item for item in block.items() if self.label(item) is None]
        return block.children[0].kind == "item" and len(items) > 1

    def _section(self, block: Block, inner: Scope, outer: Scope) -> None:
        label = self.label(block)
        role = announces(block.text) or (KEY_RESULT if label and label.role == KEY_RESULT else None)
        if role == OBJECTIVE and self._of_a_project(block):
            role = OTHER
        if role == OTHER and names_beside(block.text) == OTHER and not self._stands_beside(block):
            role = None
        if role == OBJECTIVE and not self.about:  # "Goals" of a project that has no OKRs
            role = None
        if (
            role is None
            and outer.role == OBJECTIVE
            and (is_statement_like(block.text) or self.structure.key_results_section(block))
        ):
            self._plain_objective(block, inner)
            return
        if role is None and self.before == block.depth and self.structure.two_levels_only(block):
            role = BOTH  # the section before had objectives and key results of the same shape
        beside = self.structure.stands_beside_okrs(block)
        apart = (beside or self.announced == block.depth) and not self.structure.two_levels_only(block)
        if role is None:
            role = self.structure.role_of(block, outer.role)
            topic = role == "statement" and beside and not self.structure.labelled_below(block)
            if topic or (role in (OBJECTIVE, BOTH) and apart):  # beside the section with the OKRs
                role = None
            elif role == KEY_RESULT == outer.role and outer.filled:  # below what the key results are
                role = DETAIL
            if role == "statement":
                self._plain_objective(block, inner)
                return
        if (
            role == KEY_RESULT == outer.role
            and not outer.listed
            and self.build.current
            and announces(block.text) is None
            and is_statement_like(block.text)
            and not self.structure.labelled_below(block)
        ):
            if not self._listed_above(block):
                self._plain_key_result(block, inner)
            else:  # "### Things that worry me" behind a list of key results
                self.walk(block.children, replace(inner, role=OTHER))
            return
        if role == KEY_RESULT or role is None:
            inner.role = role
        else:
            inner.role = role
            if role in (OBJECTIVE, BOTH):
                self.build.latest = None
        inner.guide = role is None and is_guide(block.text)
        if self.build.has_begun():  # a field right below speaks of this section, not of the statement before
            self.build.latest = None
            self.build.section = inner.context
        found = len(self.document.objectives)
        self.before = -1
        self.build.apart = self.build.apart or announces(block.text) not in (KEY_RESULT, OBJECTIVE, BOTH)
        self.walk(block.children, inner)
        shaped = role in (BOTH, OBJECTIVE)
        made = self.document.objectives[found:]
        if announces(block.text) in (BOTH, OBJECTIVE) and any(o.key_results for o in made):
            self.announced = block.depth
        self.before = (
            block.depth
            if shaped and len(self.document.objectives) > found and self.structure.two_levels_only(block)
            else -1
        )

    def _stands_beside(self, block: Block) -> bool:
        """Whether a section with a name such as "Q3 thoughts" stands beside OKRs and has none in it."""
        return self.build.has_begun() and not self.structure.holds_okrs(block)

    def _listed_above(self, heading: Block) -> bool:
        """Whether the current objective's key results are items of a list in front of a heading."""
        last = self.build.listed
        current = self.build.current
        return current is not None and bool(current.key_results) and current.key_results[-1] is last

    def _of_a_project(self, block: Block) -> bool:
        """Whether "Objectives" over a flat list are those of a project or a lesson."""
        items = block.items()
        if not items or any(item.items() for item in items) or "okr" in fold(self.document.path):
            return False
        return self.structure.is_project_page()

    def _plain_goals(self, block: Block) -> bool:
        """Whether a heading "Goals" stands on the page of a project or a person over what has no measure."""
        if not block.items() or any(item.items() for item in block.items()) or announces(block.text) != OBJECTIVE:
            return False
        low = fold(block.text)
        if "objective" in low or "okr" in low or cycle_in(low):
            return False
        everyday = low.strip(" :*") in ("goals", "goal", "目标", "our goals", "project goals", "项目目标")
        if (everyday and self.structure.project) or self.structure.is_project_page():
            return True
        return not (self.structure.named or self.structure.results())

    def _titled_context(self) -> Context:
        """What the first line of a text says that has no mark-up for titles."""
        first = next(iter(self.root.children), None)
        if first is None or first.kind != "line" or not self.about or self.label(first) is not None:
            return Context()
        return title_context(first.text)

    def _context(self, block: Block, scope: Scope) -> Context:
        context = Context()
        text = block.text
        if cycle := cycle_in(text):
            context.cycle = cycle
        label = self.label(block)
        if label is None:
            at = text.find("@")
            if (owner := _OWNER.search(text)) is not None:
                context.owner = (owner[1] or owner[2] or owner[3]).strip()
            elif at >= 0:
                context.owner = text[at:].split(")")[0].split("）")[0].strip()
            elif names_team(text) and not context.cycle:
                context.team = text.strip(" :：*")
            if context.team is None and self.about:
                said = title_context(text)
                context.team, context.owner = said.team, context.owner or said.owner
        elif label.qualifier and field_named(label.qualifier) is None and not cycle_in(label.qualifier):
            context.team = label.qualifier
        context.inherit(scope.context)
        return context


def _stem(path: str) -> str:
    return path.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
