"""What stands around a block: labelled key results below, beside and behind it."""

from __future__ import annotations

from itertools import pairwise

from okr_lint.model import KeyResult
from okr_lint.readers.interpret_statements import StatementReader, is_everyday
from okr_lint.readers.labels import KEY_RESULT, OBJECTIVE, Label
from okr_lint.readers.outline import Block
from okr_lint.readers.prose import is_definition, is_prose, last_sentence
from okr_lint.readers.roles import announces, is_lead, says_how_to_tell


class LookingReader(StatementReader):
    """Looks at a block's children and at the siblings around it."""

    _aims: int | None = None  # looked for when asked

    def _ends_list(self, before: Block) -> bool:
        """Whether a line behind this block belongs to no list of key results any more."""
        label = self.label(before)
        stated = label is not None and label.role == KEY_RESULT and label.body < len(before.text)
        return before.kind == "item" or stated or bool(before.items())

    def _holds_objectives(self, block: Block) -> bool:
        """Whether an item is a team, an area or a theme over labelled objectives."""
        labels = [self.label(child) for child in block.children]
        return any(
            la and la.role == OBJECTIVE and la.body < len(child.text)
            for la, child in zip(labels, block.children, strict=True)
        )

    def _counts_on(self, block: Block, siblings: list[Block], i: int) -> bool:
        """Whether key results numbered from "2.1" on stand right behind a short text."""
        label = self.label(siblings[i + 1]) if i + 1 < len(siblings) and not block.children else None
        return bool(
            label and label.role == KEY_RESULT and label.name == label.number and label.number.endswith((".1", "a"))
        ) and not (is_prose(block.text) or is_lead(block.text))

    def _is_key_result(self, block: Block) -> bool:
        label = self.label(block)
        return label is not None and label.role == KEY_RESULT

    def _labelled_likewise(self, label: Label, siblings: list[Block], i: int) -> bool:
        """Whether the block before or behind begins with the same word alone: then each is a key result."""
        beside = (self.label(block) for block in siblings[max(0, i - 1) : i + 2] if block is not siblings[i])
        return any(other and other.role == label.role and other.number is None for other in beside)

    def _parent_of_key_results(self, block: Block) -> bool:
        labels = [self.label(child) for child in block.children]
        return any(
            la and la.role == KEY_RESULT and (la.number or la.body < len(c.text))
            for la, c in zip(labels, block.children, strict=True)
        )

    def _leads_to_key_results(self, siblings: list[Block], i: int) -> bool:
        """Whether a line "Key results:" over a list comes soon, with nothing but remarks before it."""
        text = siblings[i].text
        if is_lead(text) or is_prose(text) or announces(text):
            return False
        for at, block in enumerate(siblings[i + 1 : i + 5], i + 1):
            label = self.label(block)
            bare = bool(label and label.role == KEY_RESULT and label.number is None and label.body >= len(block.text))
            titled = block.passage.covered("bold") > 0.8 and not (is_lead(block.text) or bare)
            if block.kind != "line" or titled:
                return False
            if bare or (is_lead(block.text) and announces(last_sentence(block.text)) == KEY_RESULT):
                return (at + 1 < len(siblings) and siblings[at + 1].kind == "item") or bool(block.items())
            if label or is_lead(block.text):
                return False
        return False

    def _key_results_soon(self, siblings: list[Block], i: int) -> bool:
        """Whether key results, or a line that leads to some, follow within a few lines and no other label."""
        for block in siblings[i + 1 : i + 5]:
            label = self.label(block)
            if label is not None:
                return label.role == KEY_RESULT
            if is_lead(block.text):
                last = last_sentence(block.text)
                return announces(last) == KEY_RESULT or says_how_to_tell(last)
        return False

    def _labelled_items(self, blocks: list[Block], start: int) -> bool:
        for block in blocks[start : start + 12]:
            if block.kind == "heading":
                return False
            label = self.label(block)
            if block.kind == "item" and label and label.role in (OBJECTIVE, KEY_RESULT):
                return True
        return False

    def _any_key_result(self, blocks: list[Block], start: int) -> bool:
        """Whether labelled key results come among the next siblings, before the next objective."""
        for block in blocks[start : start + 40]:
            label = self.label(block)
            if block.kind == "heading" or (label and label.role == OBJECTIVE):
                return False
            if label and label.role == KEY_RESULT and label.body < len(block.text):
                return True
        return False

    def _key_results_behind(self, siblings: list[Block], i: int) -> bool:
        """Whether a table of key results or a labelled one that is no explanation stands right behind."""
        for at, block in enumerate(siblings[i + 1 : i + 3], i + 1):
            label = self.label(block)
            if block.kind == "table":
                return any(announces(cell.text) == KEY_RESULT for cell in block.head)
            if label and label.role == KEY_RESULT and label.number is None and label.body >= len(block.text):
                listed = block.children or siblings[at + 1 :]
                return bool(listed) and self._is_stated(listed[0])
            if label:
                return self._is_stated(block)
        return False

    def _is_stated(self, block: Block) -> bool:
        """Whether a block is a labelled key result that explains nothing."""
        label = self.label(block)
        stated = label is not None and label.role == KEY_RESULT and label.body < len(block.text)
        return stated and label is not None and not is_definition(block.text[label.body :])

    def _key_results_beside(self, siblings: list[Block], i: int) -> bool:
        for block in siblings[i + 1 : i + 6]:
            label = self.label(block)
            if label:
                return label.role == KEY_RESULT and label.number is None and bool(block.children)
        return False

    def _goes_on(self, block: Block) -> bool:
        """Whether the key result right below a note counts on from the last one: KR3 below a note to KR2."""
        latest = self.build.latest
        if not isinstance(latest, KeyResult) or latest.label is None:
            return False
        labels = (self.label(child) for child in block.children)
        first = next((label for label in labels if label is not None and label.role == KEY_RESULT), None)
        before = "".join(filter(str.isdigit, latest.label))
        return bool(first and first.number and before and first.number == str(int(before) + 1))

    def _objectives_behind(self, siblings: list[Block], i: int) -> bool:
        """Whether what follows states the objectives: headings over lists, lines in bold over some, labelled ones."""
        structure = self.structure
        for at, block in enumerate(siblings[i + 1 :], i + 1):
            label = self.label(block)
            if label is not None and label.role == OBJECTIVE:
                return True
            if block.kind == "heading" and (structure.explicit or structure.style == "heading"):
                return True
            if block.kind == "line" and self._is_bold_objective(siblings, at):
                return True
        return False

    def _aims_come_back(self) -> bool:
        """Whether "Goal: …" stands over a list again and again, on a page of a cycle."""
        if self._aims is None:
            pairs = [pair for block in self.structure.blocks for pair in pairwise(block.children)]
            labels = ((self.label(line), line, below) for line, below in pairs if line.kind in ("line", "heading"))
            self._aims = sum(
                label is not None and is_everyday(label) and label.body < len(line.text) and below.kind == "item"
                for label, line, below in labels
            )
        return self.structure.dated and self._aims > 1

    def _is_bold_objective(self, siblings: list[Block], i: int) -> bool:
        """Whether a line in bold stands over key results: a list, labelled ones, or a lead to some."""
        block = siblings[i]
        if self.structure.is_over_list(block):
            return True
        if block.passage.covered("bold") <= 0.8 or self.label(block) is not None:
            return False
        labelled = i + 1 < len(siblings) and self._is_key_result(siblings[i + 1])
        return labelled or self._leads_to_key_results(siblings, i)

    def _leads_on(self, following: Block | None, in_notes: bool) -> bool:
        """Whether what stands behind a line is a list, a table or a key result: the line is no remark then."""
        if following is None or following.kind in ("item", "table"):
            return following is not None
        return self._is_key_result(following) and not in_notes

    def _over_list(self, block: Block, following: Block | None) -> bool:
        below = block.children[0] if block.children else following
        return below is not None and below.kind == "item"

    def _told_in_review(self, block: Block, label: Label, following: Block | None) -> bool:
        """Whether an item of a review speaks of an objective that was stated before: "1. O1 went well"."""
        if not self.build.in_past or label.role != OBJECTIVE or not self.build.is_named(label) or label.separated:
            return False
        return not block.children and not (following is not None and self._is_key_result(following))

    def _begins_in_spite(self, block: Block, label: Label | None, following: Block | None) -> bool:
        """Whether a line is an objective, numbered and not named before, although it stands among notes."""
        if label is None or label.role != OBJECTIVE or block.kind == "item":
            return False
        if not label.number:  # "Objective: …" over labelled key results in a section "Risk"
            first = block.children[0] if block.children else following
            stated = label.separated and label.body < len(block.text)
            return stated and first is not None and self._is_key_result(first)
        return not self.build.is_named(label)
