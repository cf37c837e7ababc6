"""Lines that stand over key results without a label of their own: in bold over lists, or in front of labelled ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import pairwise

from okr_lint.readers.cycles import cycle_in
from okr_lint.readers.folding import fold
from okr_lint.readers.item_lists import counting, over_tasks, run_from
from okr_lint.readers.labels import KEY_RESULT, Label
from okr_lint.readers.outline import Block
from okr_lint.readers.prose import is_prose
from okr_lint.readers.roles import announces, is_guide, is_lead, is_statement_like


class LinesOver:
    """The lines of a document that stand over what may be key results, by ``id``; one alone is none.

    Args:
        blocks: all blocks, in the order of the source.
        label: the label of a block.
    """

    def __init__(self, blocks: list[Block], label: Callable[[Block], Label | None]) -> None:
        self._blocks = blocks
        self._label = label

    @cached_property
    def in_bold(self) -> frozenset[int]:
        """Lines in bold that each stand over a list or a table."""
        return _several(self._bold_lines())

    @cached_property
    def in_front(self) -> frozenset[int]:
        """Lines and items right in front of key results that begin to count or have a lead."""
        return _several(self._in_front_of_results())

    def _in_front_of_results(self) -> Iterator[Block]:
        for parent in self._blocks:
            for at, (line, below) in enumerate(pairwise(parent.children)):
                if line.kind not in ("line", "item") or line.children or self._label(line) is not None or not line.text:
                    continue
                text = line.text
                if is_lead(text) or announces(text) or is_guide(text) or is_prose(text) or ":" in fold(text[:20]):
                    continue
                if text[-1] in ".。!！;；" and line.kind == "line":
                    continue  # a remark
                label = self._label(below)
                begins = label is not None and label.role == KEY_RESULT and (label.number or "1").endswith("1")
                if begins and label is not None and label.body >= len(below.text):
                    behind = below.children or parent.children[at + 2 : at + 3]
                    begins = bool(behind) and (behind[0].kind == "item" or self._is_result(behind[0]))
                if begins and is_statement_like(text):
                    yield line

    def _is_result(self, block: Block) -> bool:
        label = self._label(block)
        return label is not None and label.role == KEY_RESULT

    def _is_remark(self, block: Block) -> bool:
        """Whether a line between an objective and its key results is but a field or a sentence on why."""
        text = block.text
        if block.kind != "line" or block.children or not text or block.passage.covered("bold") > 0.8:
            return False
        return not is_lead(text) and self._label(block) is None and announces(text) is None

    def _bold_lines(self) -> list[Block]:
        found: list[Block] = []
        every: list[Block] = []
        tables = 0
        for parent in self._blocks:
            children = parent.children
            for i, line in enumerate(children[:-1]):
                text = line.text
                below = next((one for one in children[i + 1 : i + 4] if not self._is_remark(one)), line)
                if line.kind != "line" or below.kind not in ("item", "table") or line.passage.covered("bold") <= 0.8:
                    continue
                if (
                    self._label(line) is not None
                    or is_lead(text)
                    or announces(text)
                    or is_guide(text)
                    or is_prose(text)
                ):
                    continue
                items = run_from(children, next(at for at in range(i + 1, i + 4) if children[at] is below))
                nested = sum(bool(item.items()) for item in items) * 2 >= len(items) and not over_tasks(items)
                measured = bool(items) and counting(items) * 2 >= len(items)
                listed = below.kind == "table" or (len(items) > 1 and not nested)
                if listed and (measured or is_statement_like(text)) and not cycle_in(text):
                    found.append(line)
                    every += items
                    tables += below.kind == "table"
        return found if tables or counting(every) * 3 >= len(every) else []


def _several(lines: Iterable[Block]) -> frozenset[int]:
    found = frozenset(map(id, lines))
    return found if len(found) > 1 else frozenset()
