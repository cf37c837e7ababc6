"""What stands around a block: labelled key results below, beside and behind it."""

from __future__ import annotations

from okr_lint.readers.interpret_statements import StatementReader
from okr_lint.readers.labels import KEY_RESULT, OBJECTIVE, Label
from okr_lint.readers.outline import Block
from okr_lint.readers.roles import announces, is_definition, is_lead, is_prose, last_sentence, says_how_to_tell


class LookingReader(StatementReader):
    """Looks at a block's children and at the siblings around it."""

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
