"""What kind of page a document is, by its name, its title and its words: minutes, a changelog, one about OKRs."""

from __future__ import annotations

from okr_lint.model import Document
from okr_lint.patterns import late
from okr_lint.readers.folding import fold
from okr_lint.readers.outline import Block, walk

OTHER_PAGES = late(
    r"\broad-?map|change-?log|\btodos?\b|\bto-do|backlog|release notes|\bnews\b|路线图|更新日志|版本记录|待办"
)  # what is dated and ticked off there are tasks
ABOUT_OKRS = late(r"\bokrs?\b|key results|关键结果|关键成果")
_PROCEEDINGS = late(
    r"\bminutes\b|\bmeeting|\bsync\b|\bstand-?up\b|\bagenda\b|\bretro|\bfaq\b|纪要|会议|周会|例会|周报|日报|复盘会"
)  # numbered topics with what was said about them look like OKRs without labels
_SPEAKS = late(r"okr|key[ -]?result|objective|kr ?[\d:：]|q[1-4]|关键结果|关键成果|季度|年度")


def file_name(document: Document) -> str:
    """The name of a document's file, folded."""
    return fold(document.path.replace("\\", "/").rsplit("/", 1)[-1])


def title_of(root: Block, format: str = "text") -> str:
    """The first heading, or in plain text the first line; folded."""
    if root.children and is_title(root.children[0], format):
        return fold(root.children[0].text)
    first = next((block for block in walk(root) if block.kind == "heading" and block.text), None)
    if first is None and root.children and root.children[0].kind == "line":
        first = root.children[0]
    return fold(first.text) if first is not None else ""


def is_title(first: Block, format: str) -> bool:
    """Whether the first line of a text is its title, in front of headings of sections."""
    return (
        format == "text" and first.kind == "line" and len(first.text) < 60 and first.text[-1] not in ".。:：!！,，;；"
    )


def is_proceedings(name: str, title: str) -> bool:
    """Whether a page reports what was said or changed (minutes, a changelog): it has OKRs only where it names them."""
    if _PROCEEDINGS.search(name) or _PROCEEDINGS.search(title):
        return True
    return OTHER_PAGES.search(title) is not None and not ABOUT_OKRS.search(title)


def speaks_of_okrs(root: Block, path: str) -> bool:
    """Whether a document uses a word that only OKRs need, or a quarter, anywhere."""
    if _SPEAKS.search(fold(path)):
        return True
    return any(
        _SPEAKS.search(fold(text))
        for block in walk(root)
        for text in (block.text, *(c.text for r in block.rows for c in r))
    )
