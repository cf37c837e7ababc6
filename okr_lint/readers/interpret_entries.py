"""List items and lines: which of them are statements, fields, leads to what follows, or neither."""

from __future__ import annotations

from okr_lint.lean_dataclasses import replace
from okr_lint.patterns import late
from okr_lint.readers.announcing import section_role
from okr_lint.readers.cycles import cycle_in
from okr_lint.readers.fields import field_named
from okr_lint.readers.folding import fold
from okr_lint.readers.interpret_lookahead import LookingReader
from okr_lint.readers.interpret_statements import DETAIL, Scope, is_everyday
from okr_lint.readers.labels import BOTH, INITIATIVE, KEY_RESULT, OBJECTIVE, OTHER, Label
from okr_lint.readers.outline import Block
from okr_lint.readers.parents import linked_file
from okr_lint.readers.prose import is_advice, is_prose, is_said_by_somebody, last_sentence
from okr_lint.readers.roles import announces, is_lead, says_how_to_tell
from okr_lint.readers.runs import Run, is_objective_item
from okr_lint.readers.sentences import stated_in

# what a lead line gives to the items after it: their role, and the list marker that it does not hold for
Lead = tuple[str, str]
_RESULT_WORDS = {"result", "outcome", "结果", "成果"}  # right under an objective they are key results
_SHORT = 16  # characters of a title without mark-up
_LOOKED_AT = 50  # key results of an objective
_FIELD_BESIDE = late(r"(?:\u3000{1,8}|[ \t]{2,16})([^:：\s]{1,12}) ?[:：]")
_KEY_RESULT_WORDS = late(r"key ?results?|\bkrs?\b|关键结果|关键成果")


def _is_tag(text: str) -> bool:
    """Whether a heading's text is but one word or two in square brackets: "O3 【Foundation】"."""
    return text[:1] in "[【〔" and text[-1:] in "]】〕" and not any(sign in text[1:-1] for sign in "[]【】〔〕")


def _announced_by_ordinal(block: Block, following: Block | None) -> bool:
    """Whether an item without anything below it is itself the title of the items after it: "（一）关键结果", "1. …"."""
    if block.kind != "item" or block.children or following is None or following.kind != "item":
        return False
    return following.marker != block.marker and section_role(block.text) is not None


class EntryReader(LookingReader):
    """Reads list items and lines, one after the other."""

    def _entry(self, block: Block, siblings: list[Block], i: int, scope: Scope, lead: Lead | None) -> Lead | None:
        text = block.text
        role = scope.role
        if id(block) in self.contents:
            return lead
        if lead and ((block.kind == "item" and lead[1] != block.marker) or lead[1] == "line!"):
            role = lead[0]
        if not text:
            self.walk(block.children, replace(scope, role=role, listed=True))
            return lead
        if block.marker in (OBJECTIVE, KEY_RESULT):
            (self._plain_objective if block.marker == OBJECTIVE else self._plain_key_result)(block, scope)
            return None
        label = self.label(block)
        if block.kind == "item" and self.runs[id(block)].reports and not block.items():
            self.build.leftover(block.passage, "stands in a list that says how the OKRs are doing")
            return lead
        following = siblings[i + 1] if i + 1 < len(siblings) else None
        in_notes = lead is not None and lead[0] == OTHER
        if block.kind == "line" and label and not block.children and self._speaks_of(label, in_notes, following):
            self.build.leftover(block.passage, "speaks of an OKR that stands above")
            return lead
        if label and block.kind == "item" and self._told_in_review(block, label, following):
            self.build.leftover(block.passage, "speaks of an OKR that stands above")
            return lead
        if role == OTHER and not self._begins_in_spite(block, label, following):
            if (block.kind == "line" and lead) and (new := self._lead_of(block, label)):
                return new
            if lead and _announced_by_ordinal(block, following):
                return self._lead_of(block, label, following) or lead
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
        if block.marker == "aside" or text.startswith(("!!! ", "??? ", "???+ ")):  # a remark, its text indented below
            self.walk(block.children, replace(scope, role=DETAIL, listed=True))
            return lead
        if self._field(block, role, scope, following):
            self.walk(block.children, replace(scope, role=DETAIL, listed=True))
            return lead
        if self._measured(block, scope):
            return (KEY_RESULT, "line")
        if block.kind == "line" and self._stated(block, siblings, i, scope):
            return (KEY_RESULT, "line")
        if new := self._lead_of(block, label, following):
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
            stated = self.build.current is self.build.latest is not None and block.kind == "line"
            return (KEY_RESULT, "line") if stated and following is not None and following.kind == "item" else None
        return self._unlabelled(block, siblings, i, scope, role, lead)

    def _speaks_of(self, label: Label, in_notes: bool, following: Block | None) -> bool:
        """Whether a label is that of an OKR above: "KR2 was the hardest" under all of them, "O1 suffers from …"."""
        current = self.build.current
        if current is None or label.number is None or (label.separated and not in_notes):
            return False
        name = fold(label.name)
        if label.role == OBJECTIVE:
            if not current.key_results or self._leads_on(following, in_notes):
                return False
            return fold(current.label or "") == name or (in_notes and self.build.is_named(label))
        if label.role != KEY_RESULT:
            return False
        stated = (one for one in current.key_results[-_LOOKED_AT:] if fold(one.label or "") == name)
        return any(in_notes or id(one) in self.set_off for one in stated)  # "KR2: …" states it, "KR2 is late" does not

    def _stated(self, block: Block, siblings: list[Block], i: int, scope: Scope) -> bool:
        """Read "Our objective is that …" in running text, where key results follow."""
        found = stated_in(block.text)
        if found is None:
            return False
        start, end, after = found
        tail = block.text[after:].strip()
        leads = is_lead(tail) and announces(last_sentence(tail)) == KEY_RESULT
        following = siblings[i + 1].kind if i + 1 < len(siblings) else ""
        leads = leads or ((is_lead(tail) or following == "item") and says_how_to_tell(tail))
        if not (leads or self._key_results_soon(siblings, i)):
            return False
        return self.build.objective(block.passage.part(start, end), None, scope.context) is not None

    def _lead_of(self, block: Block, label: Label | None, following: Block | None = None) -> Lead | None:
        """The role that a line or item gives to what follows, with the marker that it does not hold for."""
        text = block.text
        marker = block.marker if block.kind == "item" else "line"
        whole = section_role(text) or (self._names_notes(block) if self._over_list(block, following) else None)
        alone = block.kind == "line" or block.passage.covered("bold") > 0.8 or _announced_by_ordinal(block, following)
        if whole and (block.children or is_lead(text) or alone):
            return (whole, marker)
        if not is_lead(text):
            if block.kind == "line" and len(text) < 40 and announces(text) in (OBJECTIVE, BOTH):
                return (BOTH, marker)  # a title without mark-up: "2026 Q3 OKR"
            told = block.kind == "line" and following is not None and following.kind == "item"
            if told and label is None and announces(text) == KEY_RESULT:
                return (KEY_RESULT, marker)  # "We'll know we succeeded when"
            return None
        role = announces(text) or announces(last_sentence(text))
        if role is None and self.build.current and not self.build.current.key_results and says_how_to_tell(text):
            role = KEY_RESULT
        if role:
            return (role, marker)
        colon = len(fold(text).strip().split())
        if block.kind == "line":
            return (DETAIL if colon > 3 or len(text) > 12 else "group", marker)
        return None

    def _names_notes(self, block: Block) -> str | None:
        """The role of a line in bold, or a very short one, over a list of its own: "**Weekly notes**", 「每日打卡」."""
        if block.kind != "line" or (block.passage.covered("bold") <= 0.8 and len(block.text) > _SHORT):
            return None
        role = announces(block.text)
        return role if role in (OTHER, INITIATIVE) else None

    def _unlabelled(
        self, block: Block, siblings: list[Block], i: int, scope: Scope, role: str | None, lead: Lead | None
    ) -> Lead | None:
        text = block.text
        after = None if block.kind == "line" else lead
        if self._is_contents(block):
            return after
        if block.marker == "indent" and i and siblings[i - 1].kind == "item" and siblings[i - 1].marker != "indent":
            self.build.leftover(block.passage, "a line of its own behind a list")
            return after
        if role == "group":
            role = scope.role
        if block.kind == "item":
            run = self.runs[id(block)]
            current = self.build.current
            if role == KEY_RESULT and block is run.members[0] and current and not current.key_results:
                run.filed = run.yearly = False  # what is to be reached by then
            logged = run.dated or run.filed or run.yearly
            if role in (OBJECTIVE, KEY_RESULT, BOTH) and ((not scope.listed and run.speaks()) or logged):
                self.build.leftover(block.passage, "stands in a list that reads like advice, or in a log")
                self.walk(block.children, replace(scope, role=None, listed=True))
            elif self._holds_objectives(block):
                self.walk(block.children, replace(scope, role=None, listed=True))
            elif self._counts_on(block, siblings, i):
                self._plain_objective(block, scope)
            elif self.structure.is_over_results(block):
                self._plain_objective(block, scope)
                return None
            elif role == KEY_RESULT and (self.build.current is not None or self._precedes(run, scope)):
                self._plain_key_result(block, scope)
            elif role in (OBJECTIVE, BOTH) and not run.labelled:
                may_be = role == OBJECTIVE or is_objective_item(block, run)
                if may_be and not (scope.role == role and self._stands_in_front(run, siblings, i)):
                    self._plain_objective(block, scope)
                else:
                    self.build.leftover(block.passage, "an unlabelled item in a list of OKRs")
            elif self._parent_of_key_results(block) and not is_prose(text) and not self._goes_on(block):
                current = self.build.current
                if _KEY_RESULT_WORDS.search(fold(text)) or (current and not current.key_results and scope.role is None):
                    self.walk(block.children, replace(scope, role=DETAIL, listed=True))
                else:
                    self._plain_objective(block, scope)
            elif role is None and self.structure.is_bold_objective(block):
                self._plain_objective(block, scope)
            else:
                self.walk(block.children, replace(scope, role=None if role is None else DETAIL, listed=True))
            return after
        following = siblings[i + 1] if i + 1 < len(siblings) else None
        if lead and self._stands_between(block, following, lead):
            return lead
        over_items = self.structure.is_line_objective(block, following)
        if lead and lead[0] == KEY_RESULT and i and self._ends_list(siblings[i - 1]):
            lead = None  # the list of key results is over
        remark = is_advice(text) or is_said_by_somebody(text)
        if lead and lead[1] == "line" and self.structure.lines_are_items and not (over_items or remark):
            if lead[0] == OBJECTIVE and not block.children and text[-1] in "。." and self.structure.states_elsewhere():
                return lead  # a sentence beside them
            if lead[0] == OBJECTIVE or (lead[0] == BOTH and block.items() and not self._holds_objectives(block)):
                self._plain_objective(block, scope)
                return lead
            if lead[0] == KEY_RESULT and self.build.current:
                self._plain_key_result(block, scope)
                return lead
        over_items = over_items or (scope.role != OTHER and self.structure.is_over_list(block))
        over_items = over_items or (scope.role != OTHER and self.structure.is_over_results(block))
        bold = block.passage.covered("bold") > 0.8
        current = self.build.current
        if bold and self._titled(scope) and current and (len(text) > len(current.text) or _is_tag(current.text)):
            self.build.rename(block.passage, None)
            return None
        above = self._parent_of_key_results(block) or (following and bold and self._is_key_result(following))
        if bold and not (above or self._titled(scope)) and self._leads_to_key_results(siblings, i):
            self._plain_objective(block, scope)
            return None
        above = above or self._counts_on(block, siblings, i) or over_items
        if self._holds_objectives(block):  # a team or an area over its objectives
            above = False
        if above and not is_prose(text) and not self._titled(scope):
            self._plain_objective(block, scope)
            return (KEY_RESULT, "line")
        self.walk(
            block.children,
            replace(scope, role=scope.role if block.children and scope.role != KEY_RESULT else DETAIL, listed=True),
        )
        return None

    def _stands_in_front(self, run: Run, siblings: list[Block], i: int) -> bool:
        """Whether a flat list right under a title stands in front of OKRs of another form: "Meeting: …", "Slack: …"."""
        if run.nested or (self.build.has_begun() and not run.in_front):
            return False
        run.in_front = self._objectives_behind(siblings, i)
        return run.in_front

    def _stands_between(self, block: Block, following: Block | None, lead: Lead) -> bool:
        """Whether a line is a remark between an objective and the list of its key results."""
        current = self.build.current
        waits = lead == (KEY_RESULT, "line") and current is not None and not current.key_results
        if not waits or self.structure.lines_are_items or following is None or following.kind not in ("item", "table"):
            return False
        return self.build.latest is current and block.passage.covered("bold") <= 0.8 and not block.children

    def _precedes(self, run: Run, scope: Scope) -> bool:
        """Whether key results stand in a section of their own before any objective: it may come after them."""
        return (
            self.about
            and not self.document.objectives
            and not scope.listed
            and not any(is_advice(item.text) for item in run.members)
        )

    def _titled(self, scope: Scope) -> bool:
        """Whether the current objective is a heading just read that nothing has followed yet."""
        current = self.build.current
        if current is None or current is self.tabled:
            return False
        return bool(not current.key_results and self.build.latest is current and not scope.listed and current.label)

    def _labelled_objective(
        self, block: Block, label: Label, siblings: list[Block], i: int, scope: Scope, lead: Lead | None
    ) -> Lead | None:
        items = [c for c in block.children if self.label(c) is None and c.text]
        bare = scope.guide and label.number is None and label.body >= len(block.text)
        if bare and self._over_list(block, siblings[i + 1] if i + 1 < len(siblings) else None):
            return (OTHER, "line")  # "O:" over what makes a good one
        if label.body >= len(block.text):
            if label.plural or (label.number is None and len(items) > 1 and not self.structure.labelled_below(block)):
                self.pending = None
                self.walk(block.children, replace(scope, role=OBJECTIVE, listed=True))
                return (OBJECTIVE, block.marker if block.kind == "item" else "line")
        elif label.number is None and len(items) > 1 and self._key_results_beside(siblings, i):
            self.walk(block.children, replace(scope, role=OBJECTIVE, listed=True))
            return None
        if is_everyday(label) and not (self.structure.named or self.structure.results() or self._aims_come_back()):
            self.build.leftover(block.passage, "a goal in a text that has no key results")
            return lead if block.kind == "item" else None
        current = self.build.current
        body = block.passage.part(label.body, len(block.text))
        again = label.number is None and block.kind == "line" and self._titled(scope)
        again = again and current is not None and fold(current.label or "") != fold(label.name)
        if again and body.text and self.build.rename(body, None):
            self._below(block, current, scope)
            return None
        self._objective(block, label, scope, followed=self._key_results_behind(siblings, i))
        if self.pending:
            return (OBJECTIVE, "line") if block.kind == "line" and label.number is None else None
        if block.kind == "line" and not (self._parent_of_key_results(block) or self._any_key_result(siblings, i + 1)):
            return (KEY_RESULT, "line")
        return (DETAIL, "line") if block.kind == "line" else lead

    def _labelled_key_result(
        self, block: Block, label: Label, siblings: list[Block], i: int, scope: Scope, lead: Lead | None
    ) -> Lead | None:
        marker = block.marker if block.kind == "item" else "line"
        bare = scope.guide and label.number is None and label.body >= len(block.text)
        if bare and (self.build.current is None or self.build.current.key_results):
            return (OTHER, "line")
        section = label.number is None and (label.plural or label.body >= len(block.text) or len(block.items()) > 1)
        if section and label.body < len(block.text) and not label.plural:
            section = not self._labelled_likewise(label, siblings, i)
        below = [c for c in block.children if c.text and self.label(c) is None]
        if section and (label.body >= len(block.text) or below):
            self.pending = None
            self.walk(block.children, replace(scope, role=KEY_RESULT, listed=True))
            return (KEY_RESULT, marker) if not block.children else lead
        self._key_result(block, label, scope)
        return lead

    def _field(self, block: Block, role: str | None, scope: Scope, following: Block | None) -> bool:
        text = block.text
        low = fold(text[:60])
        colon = low.find(":")
        if colon <= 0:
            return False
        name = field_named(text[:colon])
        if name is None:
            return False
        value = text[colon + 1 :].strip(" *_`:：")
        if name == "metric" and not value and block.items() and self._says_how(scope):
            return False  # "Measured by:" over a list: the key results
        if not value and block.kind == "line" and name == "notes" and self._over_notes(block, following):
            return False
        if (beside := _FIELD_BESIDE.search(value)) and field_named(beside[1]):  # "部门:计划部　　更新:2026-07-08"
            self.build.about(field_named(beside[1]) or "notes", value[beside.end() :].strip(), text)
            value = value[: beside.start()]
        if name == "parent":
            value = linked_file(block.passage) or value
        statement = role in (OBJECTIVE, KEY_RESULT, BOTH) and block.kind == "item"
        if role == KEY_RESULT and statement and low[:colon].strip(" *") in _RESULT_WORDS and value:
            passage = block.passage.part(colon + 1, len(text))
            self.build.key_result(passage, None, scope.context)
            return True
        if statement and name not in ("notes", "why", "status", "deadline", "score") and len(value) > 30:
            return False
        self.build.about(name, value, text)
        return True

    def _over_notes(self, block: Block, following: Block | None) -> bool:
        """Whether "Notes:" stands over a list of some, and no objective waits for its key results."""
        if section_role(block.text) != OTHER:
            return False
        labelled = any(k.label for o in self.document.objectives[-3:] for k in o.key_results[:1])
        if self.build.current and not self.build.current.key_results and not labelled:
            return False
        if block.children:
            return bool(block.items())
        return following is not None and following.kind == "item" and self.label(following) is None

    def _says_how(self, scope: Scope) -> bool:
        """Whether the current objective has no key results so far, so that a list of measures holds them."""
        current = self.build.current
        return scope.role in (KEY_RESULT, DETAIL) and current is not None and not current.key_results

    def _is_contents(self, block: Block) -> bool:
        links = [mark for mark in block.passage.marks if mark.kind == "link"]
        if not links or block.passage.covered("link") < 0.9:
            return False
        return links[0].value.startswith("#") or (not block.children and self.structure.mostly_links(block))

    def _trailing_lead(self, block: Block) -> Lead | None:
        """A lead at the end of an item ("- b\nvia:\n- c"): it holds for the items that follow."""
        last = block.children[-1] if block.kind == "item" and block.children else None
        if last is None or last.kind != "line" or last.children or not is_lead(last.text):
            return None
        role = announces(last.text)
        return (role, "line") if role else None
