"""Plain lines -> outline blocks: bullets, ordinals, check boxes, tree characters, indentation."""

from __future__ import annotations

import re

from okr_lint.patterns import late
from okr_lint.readers.asides import assign
from okr_lint.readers.labels import is_han, label_at
from okr_lint.readers.numbering import decimal_label
from okr_lint.readers.outline import Block, Outline
from okr_lint.readers.passage import Passage, joined
from okr_lint.readers.width import columns, width_of

_MARKER = late(
    r"(?P<bullet>[-*+•·●▪◦○◎■□◆◇❖▶►▸➤➢➔➜→»›‣⁃–—](?=[^\-*\d.=])[ \t]{0,4}|[-*+◎◇❖▸➢➔➜→»›‣⁃•·●▪◦○■□◆▶►➤][ \t]{1,4})|"
    r"(?P<number>(?:[(（]?\d{1,2}[)）]|\d{1,2}[、.．](?!\d)|[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|第[一二三四五六七八九十]{1,2}[,，、:：]|[①-⑳]|\d\ufe0f?\u20e3|"
    r"[(（]?[a-hA-H]\.?[)）]|[a-hA-H]\.(?= ))[ \t]{0,4})"
)
TASK = late(r"\[([ xX✓√])\][ \t]{1,3}|([☐☑✅])[ \t]{0,3}")
_TREE = late(r"[│├└┌┬|]?[ \t│├└┌┬─━]{0,24}[├└┌│─━][─━]{0,6}[ \t]{0,3}")
_NARROWEST, _WIDEST = 44, 110  # columns of a text with hard line breaks
_LONGEST = 4_000  # characters of lines put together; without a bound each line would copy all before it
_JOINT_TEXT = "to of and or with than from by per within until in on for at which that who"
_JOINTS = frozenset(_JOINT_TEXT.split())  # what no statement begins with, in lower case
_ZH_GOES_ON = late(r"(?:从|由|自).{0,12}\d|(?:提升|提高|下降|降低|降|增长|缩短|减少|增加|达|做)(?:到|至|为|了)")
_OPEN_TEXT = "a an the of on in to for with by at from and or as that which who our their its than"
_OPEN_WORDS = frozenset(_OPEN_TEXT.split())
_SENTENCE_END = ".。!！?？:：;；"


def _is_title(passage: Passage, marker: re.Match[str]) -> bool:
    """Whether a line is a title in bold with its ordinal in it ("**一、…**", "**1. …**"), and no item of a list."""
    text = passage.text
    return text[0] in "一二三四五六七八九十123456789" and len(text) > marker.end() and passage.covered("bold") > 0.9


def indent_of(text: str, offset: int) -> int:
    """Columns of white space in front of an offset's line start (a tab is four)."""
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    prefix = text[start:offset]
    if ">" in prefix:  # a quotation's own mark and the space after it are no indentation
        prefix = prefix[prefix.rindex(">") + 1 :][1:]
    return columns(prefix)


def add_line(
    outline: Outline,
    passage: Passage,
    raw: str,
    depth: int,
    indent: int = 0,
    *,
    wrapped: bool = False,
    hanging: bool = False,
) -> None:
    """Add one line: as an item where it has a marker of its own, else as a line or the end of the one before.

    Args:
        passage: the line without markup.
        raw: the line as written; two spaces or a backslash at its end break it from the next.
        depth: list depth that it stands at.
        indent: columns in front of it, for text whose nesting is nothing but indentation.
        wrapped: the line goes on from a list item.
        hanging: a line right below the text behind a label goes on from it, as in plain text.
    """
    passage = passage.stripped()
    text = passage.text
    if not text:
        return
    tree = _TREE.match(text)
    if tree and tree.end() < len(text):
        indent += tree.end()
        passage = passage.part(tree.end(), len(text))
        text = passage.text
        level = depth + max(1, indent // 3)
        outline.add(Block("item", passage, level, "-"))
        return
    wrap = outline.wrap
    if wrap is not None:
        cut = wrap.reached(outline.width, text) or wrap.left_over(outline.width, text)
        outline.width = wrap.width(raw)
    else:
        cut = outline.margin > 0 and _reaches(outline.width, outline.margin, text)
        outline.width = width_of(raw) if outline.margin else 0
    marker = _MARKER.match(text)
    level = depth + (0 if wrapped else _level(outline, indent))
    title = marker is not None and not wrapped and depth == 0 and _is_title(passage, marker)
    if marker and title:
        passage = passage.part(marker.end(), len(text))
    elif marker and marker.end() < len(text) and not raw.lstrip().startswith("\\") and not _is_number(text, marker):
        passage = passage.part(marker.end(), len(text))
        task = TASK.match(passage.text)
        box = ""
        if task:
            box = " " if (task[1] or task[2]) in (" ", "☐") else "x"
            passage = passage.part(task.end(), len(passage.text))
        kind = "-" if marker["bullet"] else _number_kind(marker.group())
        if marker["number"]:
            level += outline.ordinal(level, kind, first=_is_first(marker.group()))
        outline.counted = marker.group().strip("(（)）、.．, \t") if marker["number"] else ""
        outline.hang = (indent + width_of(marker.group().rstrip()) + _blanks(marker.group()), len(marker.group()) > 2)
        outline.add(Block("item", passage, level, kind, box))
        return
    last = outline.last()
    tabbed = hanging and raw.startswith("\t")  # a tab is a level, and stands below nothing in particular
    below = last is not None and indent and (last.kind == "item" or hanging) and not tabbed
    if last is not None and _is_open(last, passage, deeper=level > last.depth):
        last.passage = joined([last.passage, passage])
        return
    if last is not None and below and _hangs(outline, indent, last, passage):
        last.passage = joined([last.passage, passage])
        return
    if last is not None and cut and wrap is not None and _is_cut(last, passage):
        number = last.text[-1] in ".0123456789" and text[0].isdecimal()
        last.passage = joined([last.passage, passage], "" if number else " ")
        return
    if last is not None and _goes_on(last, passage, wrapped, deeper=level > last.depth, cut=cut):
        last.passage = joined([last.passage, passage])
        return
    hard = raw.endswith(("  ", "\\"))
    if passage.text.endswith("\\"):
        passage = passage.part(0, len(passage.text) - 1)
    if not passage.text:
        return
    if hanging:
        label = None if tabbed else label_at(passage.text, ends(passage))
        front = passage.text[: label.body] if label else ""
        outline.hang = (indent + width_of(front) + _blanks(front), True) if front else (-1, False)
    if level > depth and not wrapped:  # nothing but its indentation says that it belongs to the line above
        outline.add(Block("item", passage, level, "indent"))
    else:
        outline.add(Block("line", passage, level, "break" if hard else ""))


def _is_number(text: str, marker: re.Match[str]) -> bool:
    """Whether what looks like an ordinal is a quantity or a date ("3.5 times", "- 5%")."""
    return (
        marker.group().strip() in ("-", "–", "—")
        and text[marker.end() : marker.end() + 1].isdigit()
        and not marker.group().endswith((" ", "\t"))
    )


def _number_kind(marker: str) -> str:
    """What ordinals of one list have in common: "1." and "2、", "（一）" and "（二）", "a)"; a kind each."""
    bare = marker.strip().strip("\ufe0f\u20e3")
    sign = bare[0] if "①" <= bare[0] <= "⑳" else bare.strip("第(（)）、.．,，:：")[:1]
    close = ")" if bare[-1] in ")）" else "第" if bare[0] == "第" else ""
    opened = "(" if bare[0] in "(（" else ""
    letter = "1" if sign.isdecimal() else "①" if "①" <= sign <= "⑳" else "a" if sign.isascii() else "一"
    return letter + opened + close if letter != "①" else letter


def _is_first(marker: str) -> bool:
    return marker.strip("第(（)）、.．,，:： \t\ufe0f\u20e3") in ("1", "一", "①", "a", "A")


def _level(outline: Outline, indent: int) -> int:
    return outline.indentation(indent)


def _blanks(marker: str) -> int:
    return len(marker) - len(marker.rstrip())


def _hangs(outline: Outline, indent: int, last: Block, passage: Passage) -> bool:
    """Whether a line stands right below the text of the item before it, behind a wide ordinal or an open clause."""
    column, wide = outline.hang
    if not last.text or indent != column or label_at(passage.text, ends(passage)) or assign_like(passage.text):
        return False
    below = decimal_label(passage.text)
    if below is not None and outline.counted and below.name.partition(".")[0] == outline.counted:
        return False  # "2.1" below "2."
    return last.text[-1] in ",，、" or (wide and last.text[-1] not in _SENTENCE_END)


def _is_open(last: Block, passage: Passage, *, deeper: bool) -> bool:
    """Whether a line goes on from the one before: that ends in a word that needs another, or this begins with one.

    "Activation rises from 30% to / 45%", "Churn from 5% / to 3%", 「首周开店成功率 / 从 40% 提升到 65%」.
    """
    text, before = passage.text, last.text
    if last.kind not in ("line", "item") or last.children or not 8 < len(before) < _LONGEST or text[0] in "#|>":
        return False
    if last.marker in ("break", "aside") or before[-1] in _SENTENCE_END:
        return False
    label = label_at(text, ends(passage))
    if label is not None:  # "… 目标 3 段小川，/ 目标 4 老罗 …": told of them
        return deeper and before[-1] in ",，、" and not label.separated and label_at(before) is None
    if decimal_label(text) or assign_like(text):
        return False
    if not before.isascii() and is_han(before[-1]):
        labelled = label_at(before)
        bare = labelled is not None and not any(char.isdigit() for char in before[labelled.body :])
        return bare and _ZH_GOES_ON.match(text) is not None
    if before.rpartition(" ")[2].lower() in _OPEN_WORDS:
        return deeper or last.kind == "item" or label_at(before) is not None
    return text.partition(" ")[0] in _JOINTS and " " in text and (last.kind == "item" or label_at(before) is not None)


def _is_cut(last: Block, passage: Passage) -> bool:
    """Whether a line is the rest of the one before it, in a text that is broken at a width."""
    if last.kind not in ("item", "line") or last.children or not last.text or last.text[-1] in "。！？!?；;：:":
        return False
    if len(last.text) > _LONGEST:
        return False
    text = passage.text
    return not (text[0] in "#|>" or label_at(text, ends(passage)) or decimal_label(text) or assign_like(text))


def _goes_on(last: Block, passage: Passage, wrapped: bool, *, deeper: bool, cut: bool) -> bool:
    """Whether a line without marker continues the block before it; ``cut``: that one ends at the right margin."""
    if last.kind not in ("item", "line") or not last.text or last.marker == "break" or last.children:
        return False
    if len(last.text) > _LONGEST:
        return False
    text = passage.text
    if label_at(text, ends(passage)) or decimal_label(text) or assign_like(text):
        return False
    if text[0] in "#|>" or text[-1] in ":：":
        return False
    if label_at(last.text) and last.kind == "line" and len(last.text) < 40 and not (wrapped or cut):
        return False
    if last.text[-1] in _SENTENCE_END:
        return False
    if wrapped:
        return True
    starts = text[0].islower() or ((deeper or cut) and text[0].isdigit() and last.text[-1].islower())
    if cut and (starts or (is_han(text[0]) and is_han(last.text[-1]))):
        return True
    return len(last.text) >= (40 if deeper else 60) and last.text[-1].isascii() and starts


def margin_of(widths: list[int]) -> int:
    """The right margin of a text with hard line breaks (from a PDF file, a mail), or 0 where lines have any length."""
    long = sorted(widths)[-3:]
    return long[0] if len(long) == 3 and long[0] >= _NARROWEST and long[-1] <= _WIDEST else 0


def _reaches(width: int, margin: int, text: str) -> bool:
    """Whether the next line's first word would not have found room on a line of a width, as far as one can tell."""
    if is_han(text[0]):
        return width + 4 >= margin
    return (width + 1 + len(text.split(" ", 1)[0])) * 5 >= margin * 4


def begins_objective(passage: Passage) -> bool:
    """Whether a line is a labelled objective: it goes on from no item, though Markdown's grammar says so."""
    label = label_at(passage.text, ends(passage))
    return label is not None and label.role == "objective" and label.body < len(passage.text)


def ends(passage: Passage) -> tuple[int, ...]:
    """Offsets at which bold, or an element of its own in HTML, ends: it separates a label like a colon does."""
    return tuple(mark.end for mark in passage.marks if mark.kind in ("bold", "span"))


def assign_like(text: str) -> bool:
    """Whether a line is a field such as "Owner: x"."""
    from okr_lint.model import Context

    return assign(Context(), text, keep=False)
