"""Unlabelled OKRs: is this document about OKRs, and do headings or top items hold its objectives?"""

from __future__ import annotations

from collections.abc import Callable

from okr_lint.model import Document
from okr_lint.patterns import late
from okr_lint.readers.announcing import section_role
from okr_lint.readers.counting import counts
from okr_lint.readers.cycles import cycle_in
from okr_lint.readers.fields import FIGURES, field_named
from okr_lint.readers.folding import fold
from okr_lint.readers.item_lists import (
    lines_over_items,
    may_state,
    measured_lines,
    measured_sections,
    over_tasks,
    two_levels,
    with_digits,
)
from okr_lint.readers.labels import BOTH, KEY_RESULT, OBJECTIVE, OTHER, Label
from okr_lint.readers.outline import Block, walk
from okr_lint.readers.over_lists import LinesOver
from okr_lint.readers.page_kind import ABOUT_OKRS, OTHER_PAGES, file_name, is_proceedings, is_title, title_of
from okr_lint.readers.roles import announces, is_guide, is_lead, is_statement_like
from okr_lint.readers.table_kinds import holds_both, is_tally

_ABOUT = ("okr", "objective", "目标", "goals")
_AIM = "🎯"  # in front of a heading over a list: an objective, where it comes back
_PROJECT_TEXT = (
    "license licence installation install features usage contributing quickstart build development requirements "
    "prerequisites screenshots api non-goals 安装 使用方法 快速开始 许可证 许可 特性 功能特性 功能 技术栈 贡献 非目标"
)
_PROJECT_SECTIONS = frozenset([*_PROJECT_TEXT.split(), "getting started", "quick start", "tech stack", "non goals"])


class Structure:
    """What the outline as a whole tells about unlabelled lists."""

    def __init__(self, blocks: list[Block], document: Document, label: Callable[[Block], Label | None]) -> None:
        self.root = root = blocks[0]
        self.blocks = blocks
        self.label = label
        self._below: dict[int, bool] = {}
        self._results: bool | None = None  # looked for when asked
        self._unlabelled: bool | None = None  # likewise
        self._lines = LinesOver(blocks, label)
        self._beside: set[int] | None = None  # likewise
        self._bare: set[int] | None = None  # likewise
        self._tabled: set[int] | None = None  # likewise
        self._measured: bool | None = None  # likewise
        name = file_name(document)
        headings = [block for block in blocks if block.kind == "heading" and block.text]
        titles = [fold(h.text) for h in headings]
        if not titles or is_title(root.children[0], document.format):
            titles.insert(0, title_of(root))
        self.size = sum(block.kind in ("heading", "item", "line") and bool(block.text) for block in blocks)
        self.lines_are_items = document.format in ("text", "html")
        self.explicit = any(map(self._explicit, blocks))
        self.stated = any(map(self._stated, blocks))
        self.named = any(
            word in text for word in _ABOUT for text in [name, *titles[:3], *map(fold, document.context.notes)]
        )
        sections = _PROJECT_SECTIONS.intersection(title.strip(" :*") for title in titles)
        self.project = len(sections) > 1 or any(section.startswith(("non", "非")) for section in sections)
        self.dated = bool(document.context.cycle) or any(cycle_in(title) for title in titles)
        tops = [item for h in headings for item in h.items()]
        marked = sum(bool(item.task) or item.text.startswith("[P") for item in tops)
        self.marked = len(tops) > 1 and marked * 3 >= len(tops)
        only_cycles = any((c := cycle_in(h.text)) and len(c) >= len(h.text.strip()) - 6 for h in headings)
        counted = [top for top in tops if not top.items()] + [item for top in tops for item in top.items()]
        measured = (
            only_cycles
            and len(tops) > 1
            and max(
                with_digits(tops) * 5 / len(tops), with_digits(counted) * 5 / len(counted) if two_levels(tops) else 0
            )
            >= 2
        )
        first = any(word in text for word in _ABOUT for text in [name, *titles[:1], *map(fold, document.context.notes)])
        self.about = measured or (self.named and self.dated) or ((first or self.dated) and self.marked)
        self.about = self.about and (self.dated or not self.project)
        title = titles[0]
        self.titled = ABOUT_OKRS.search(title) is not None and not is_guide(title)
        if self.titled:
            self.about = self.about or measured_sections(headings) or measured_lines(root)
        self.proceedings = is_proceedings(name, title)
        aims = [h for h in headings if h.text[0] == _AIM and len(h.items()) > 1]
        self.about = (self.about or len(aims) > 1) and not self.proceedings
        if self.about and not self.named and any(OTHER_PAGES.search(text) for text in [name, *titles[:1]]):
            self.about = False
        # only asked of documents about OKRs without labels
        self.style = self._style(headings) if self.about and not self.explicit else "item"
        self.over_items = {id(line) for line in lines_over_items(root)} if self.about and not self.explicit else set()

    def is_project_page(self) -> bool:
        """Whether "Objectives" are likely to be those of a project or a lesson: no quarter, no key result, no OKR."""
        return not (self.titled or self.dated or self.results())

    def results(self) -> bool:
        """Whether key results are spoken of anywhere, by a label or by the title of a section."""
        if self._results is None:
            self._results = any(self._names_key_results(block) for block in walk(self.root))
        return self._results

    def _names_key_results(self, block: Block) -> bool:
        label = self.label(block)
        return (
            (label is not None and label.role == KEY_RESULT)
            or (block.kind == "table" and any(announces(cell.text) == KEY_RESULT for cell in block.head))
            or (len(block.text) < 80 and announces(block.text) == KEY_RESULT)
        )

    def in_bare_cycle(self, heading: Block) -> bool:
        """Whether a heading stands in the section of a cycle that has no labels, though other sections have some."""
        if self._bare is None:
            cycles = [b for b in walk(self.root) if b.kind == "heading" and b.children and cycle_in(b.text)]
            bare = [b for b in cycles if not any(map(self._explicit, walk(b)))]
            inner = [[h for h in section.children if h.kind == "heading"] for section in bare]
            self._bare = {id(h) for headings in inner if measured_sections(headings) for h in headings}
        return id(heading) in self._bare

    def root_role(self) -> str | None:
        """The role of lists that stand under no heading at all."""
        if self.explicit or self.proceedings or not ((self.named and self.dated) or self.titled):
            return None
        tops = self.root.items()
        enough = two_levels(tops) if not self.dated else any(item.items() for item in tops)
        return BOTH if enough else None

    def role_of(self, heading: Block, outer: str | None) -> str | None:
        """The role of a heading without label or section word: "statement", or what its lists hold."""
        if is_guide(heading.text):
            return None
        if self.labelled_directly(heading) and (is_statement_like(heading.text) or _NUMBERED.match(heading.text)):
            return "statement"
        if is_statement_like(heading.text) and not cycle_in(heading.text) and self._over_key_results(heading):
            return "statement"
        if self.titled and id(heading) in self._over_tables():
            return "statement"
        if self.explicit and may_state(heading) and self.in_bare_cycle(heading):
            return "statement"
        if self.explicit and (outer is None or (outer == BOTH and self.stated and not self.labelled_below(heading))):
            return None
        items = heading.items()
        named = sum(_NAMED_ITEM.match(item.text) is not None for item in items)  # "Good: …", 「不足：…」: a look back
        measured = sum(counts(item.text) for item in items) * 2 >= len(items) > named * 2
        over = outer == BOTH and not self.explicit and measured and is_statement_like(heading.text)
        if over and self._over_measures():
            return "statement"
        if outer in (OBJECTIVE, BOTH) and not self.labelled_below(heading) and not self.about:
            return outer
        quarter = bool(cycle_in(heading.text)) and two_levels(items, tasks=True)
        if quarter and not self.explicit:
            return BOTH
        if not self.about or self.explicit:
            return outer
        if not items:
            return outer if outer in (OBJECTIVE, BOTH) else None
        first = next(child for child in heading.children if child.kind == "item")
        before = heading.children[: heading.children.index(first)]
        if self.style == "heading" and is_statement_like(heading.text):
            return "statement"
        if self.style == "heading":
            return (
                "statement"
                if len(heading.text) > 2
                and not heading.text.endswith((":", "："))
                and not cycle_in(heading.text)
                and not _NAVIGATES.fullmatch(fold(heading.text))
                else None
            )
        if before and is_lead(before[-1].text) and not announces(before[-1].text):
            return None
        return BOTH

    def _over_measures(self) -> bool:
        """Whether the headings that read like objectives stand over flat lists, half of whose items count at least."""
        if self._measured is None:
            over = [h for h in walk(self.root) if h.kind == "heading" and h.items() and is_statement_like(h.text)]
            items = [item for h in over if announces(h.text) is None for item in h.items()]
            flat = not any(item.items() for item in items)
            self._measured = flat and len(items) > 1 and sum(counts(item.text) for item in items) * 2 >= len(items)
        return self._measured

    def _over_tables(self) -> set[int]:
        """The ids of headings over tables of results, where one over the same columns reads like an objective."""
        if self._tabled is None:
            self._tabled = set()
            for block in walk(self.root):
                group = [child for child in block.children if child.kind == "heading" and _table_of(child)]
                sure = [child for child in group if _over_figures(child) and is_statement_like(child.text)]
                heads = {_head_of(child) for child in sure}
                alike = [child for child in group if _head_of(child) in heads and announces(child.text) is None]
                self._tabled |= {id(child) for child in alike if not cycle_in(child.text)}
        return self._tabled

    def key_results_section(self, heading: Block) -> bool:
        """Whether a heading's own section "Key Results" stands below it: then it is an objective."""
        roles = [announces(child.text) for child in heading.children if child.kind in ("heading", "line")]
        labels = [self.label(child) for child in heading.children]
        stated = OBJECTIVE in roles or any(label and label.role == OBJECTIVE for label in labels)
        return KEY_RESULT in roles and not stated and cycle_in(heading.text) is None

    def stands_beside_okrs(self, heading: Block) -> bool:
        """Whether a section without a cycle or sections of its own stands beside one that says it has the OKRs."""
        if self._beside is None:
            self._beside = set()
            for parent in self.blocks:
                sections = [child for child in parent.children if child.kind == "heading" and child.children]
                if len(sections) > 1 and any(map(self._has_okrs, sections)):
                    self._beside |= {id(one) for one in sections if not self._has_okrs(one) and not cycle_in(one.text)}
        inner = any(child.kind == "heading" for child in heading.children)
        return id(heading) in self._beside and not inner

    def _has_okrs(self, section: Block) -> bool:
        """Whether a section's title says that it has the OKRs, and lists or sections stand below it."""
        if announces(section.text) not in (BOTH, OBJECTIVE):
            return False
        return any(child.kind == "heading" or child.children for child in section.children) or any(
            map(self.is_over_list, section.children)
        )

    def two_levels_only(self, heading: Block) -> bool:
        """Whether a section is nothing but an unlabelled list of two levels."""
        items = heading.items()
        plain = not any(self.label(b) for item in items for b in (item, *item.children))
        nested = sum(bool(item.items()) for item in items)
        return len(items) > 1 and plain and nested * 10 >= len(items) * 8 and not is_guide(heading.text)

    def two_levels_follow(self, siblings: list[Block], i: int) -> bool:
        """Whether the list after a lead line has items below its items."""
        run: list[Block] = []
        for block in siblings[i + 1 :]:
            if block.kind != "item":
                break
            run.append(block)
        return two_levels(run)

    def is_bold_objective(self, block: Block) -> bool:
        """Whether an item stands out in bold over plain items, in a document with OKRs."""
        items = block.items()
        bold = block.passage.covered("bold") > 0.9
        return (
            self.explicit and bold and len(items) > 1 and not any(i.items() for i in items) and not is_lead(block.text)
        )

    def is_over_list(self, block: Block) -> bool:
        """Whether a line is one of several in bold that each stand over a list or a table of what may be results."""
        return self._may_be_bold() and id(block) in self._lines.in_bold

    def is_over_results(self, block: Block) -> bool:
        """Whether a line or item is one of several right in front of key results that begin to count or have a lead."""
        return self._may_be_bold() and id(block) in self._lines.in_front

    def states_elsewhere(self) -> bool:
        """Whether some lines plainly stand over their key results: then a line that does not is no objective."""
        return any(self.lines_over())

    def lines_over(self) -> tuple[bool, bool, bool]:
        """Whether lines stand over lists, in bold over some, and in front of key results, each more than once."""
        may = self._may_be_bold()
        return len(self.over_items) > 1, may and bool(self._lines.in_bold), may and bool(self._lines.in_front)

    def _may_be_bold(self) -> bool:
        """Whether objectives may stand in bold without a label: the page is about OKRs, and has none with one."""
        if self._unlabelled is None:
            labels = (self.label(block) for block in self.blocks)
            about = self.about or self.titled or (self.dated and self.results())
            about = about or any(b.kind == "heading" and announces(b.text) in (OBJECTIVE, BOTH) for b in self.blocks)
            named = any(la is not None and la.role == OBJECTIVE and not la.plural for la in labels)
            self._unlabelled = about and not self.proceedings and not named
        return self._unlabelled

    def is_line_objective(self, block: Block, following: Block | None) -> bool:
        """Whether a line is one of several that each read like an objective and stand over a list of their own."""
        behind = following is not None or bool(block.children)
        return len(self.over_items) > 1 and id(block) in self.over_items and behind

    def labelled_below(self, block: Block) -> bool:
        """Whether labelled key results, or a section of them, stand below (objectives' own left out)."""
        key = id(block)
        if key not in self._below:
            self._below[key] = any(self._kr_in(child) for child in block.children)
        return self._below[key]

    def holds_okrs(self, block: Block) -> bool:
        """Whether a labelled objective and a labelled key result stand below."""
        if not self.labelled_below(block):
            return False
        labels = [label for one in walk(block) if one is not block and (label := self.label(one)) is not None]
        stated = any(label.role == KEY_RESULT and not label.owned for label in labels)  # "O2 KR1 …" speaks of one
        return stated and any(label.role == OBJECTIVE for label in labels)

    def labelled_directly(self, heading: Block) -> bool:
        """Whether a heading's own items or lines are labelled key results, before any objective."""
        for child in heading.children:
            label = self.label(child)
            if label and label.role == OBJECTIVE:
                return False
            if label and label.role == KEY_RESULT and child.kind in ("item", "line", "heading"):
                return True
            if child.kind == "heading":
                return False
        return False

    def _over_key_results(self, heading: Block) -> bool:
        """Whether the first thing of substance under a heading is a table of key results alone."""
        for child in heading.children[:4]:
            if child.kind == "table":
                figures = any(field_named(cell.text) in FIGURES for cell in child.head)
                heads = [cell.text for cell in child.head if not (figures and fold(cell.text).strip() in _TARGETS)]
                roles = [section_role(head) for head in heads]
                return KEY_RESULT in roles and OBJECTIVE not in roles
            label = self.label(child)
            if child.kind != "line" or (label is not None and label.role == OBJECTIVE):
                return False
        return False

    def mostly_links(self, block: Block) -> bool:
        """A link list's item: nothing but a link (kept for clarity where it is called)."""
        return block.passage.covered("link") >= 0.9

    def _kr_in(self, block: Block) -> bool:
        label = self.label(block)
        if label and label.role == OBJECTIVE and block.kind == "heading":
            return False
        if (label and label.role == KEY_RESULT) or block.marker == KEY_RESULT:
            return True
        if block.kind in ("item", "line", "heading") and announces(block.text) == KEY_RESULT:
            return True
        if block.kind == "table" and any(announces(cell.text) == KEY_RESULT for cell in block.head):
            return True
        return self.labelled_below(block)

    def _explicit(self, block: Block) -> bool:
        label = self.label(block)
        if block.kind == "table":
            named = any(announces(cell.text) in (OBJECTIVE, KEY_RESULT) for cell in block.head)
            return (named and not is_tally(block.rows)) or holds_both(block.rows)
        return bool(label and label.role in (OBJECTIVE, KEY_RESULT) and not label.plural)

    def _stated(self, block: Block) -> bool:
        """Whether a block is an objective with a label and a number, or a table that has such ones."""
        if block.kind == "table":
            return holds_both(block.rows)
        label = self.label(block)
        return bool(label and label.role == OBJECTIVE and label.number and label.body < len(block.text))

    def _style(self, headings: list[Block]) -> str:
        """ "heading" where headings are the objectives and items the key results, else "item"."""
        listed = [h for h in headings if h.items() and not any(map(self.is_over_list, h.children))]
        like = [h for h in listed if is_statement_like(h.text) and announces(h.text) is None]
        group = [h for h in listed if not is_statement_like(h.text) and announces(h.text) != OTHER]
        items = [item for h in like for item in h.items()]
        nested = sum(bool(item.items()) for item in items) * 2 >= len(items)
        return "heading" if len(like) > len(group) and (not nested or over_tasks(items)) else "item"


def _table_of(heading: Block) -> Block | None:
    """The table that is the first thing under a heading, remarks left out."""
    first = next((child for child in heading.children[:4] if child.kind != "line"), None)
    return first if first is not None and first.kind == "table" else None


def _head_of(heading: Block) -> tuple[str, ...]:
    table = _table_of(heading)
    return tuple(cell.text for cell in table.head) if table is not None else ()


def _over_figures(heading: Block) -> bool:
    """Whether the first thing under a heading is a table of results that has no column for objectives."""
    table = _table_of(heading)
    if table is None:
        return False
    if any(section_role(cell.text) in (OBJECTIVE, KEY_RESULT, BOTH) for cell in table.head):
        return False
    measured = sum(any(counts(cell.text) for cell in row if len(cell.text) > 12) for row in table.rows[1:])
    return any(field_named(cell.text) in FIGURES for cell in table.head) and measured * 2 >= len(table.rows) - 1


# titles over links to what stands below, or right over the OKRs themselves
_NAVIGATES = late(
    r"(?:on|in) (?:this|the) (?:page|document|doc|article|section|file)|jump to|quick links|navigation|outline|index|"
    r"本页(?:目录|内容)|页面目录|(?:页内|快速)?导航|(?:快速)?跳转|索引|大纲"
)
_TARGETS = frozenset(("goal", "goals", "目标", "目標"))  # beside "now" or "baseline" a figure
_NAMED_ITEM = late(r"[^:：\d]{1,12}[:：]")
_NUMBERED = late(r"\(?\d{1,2}[.)、][ \t]{0,3}\S")
