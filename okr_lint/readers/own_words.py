"""Labels in an author's own words: "Destination … Signposts …", 「我们想要：… 怎样算做到：」, again and again.

Nobody lists all words that can stand for "objective" and "key results". What gives them away is that they come back:
one word over a sentence, another over a list, one after the other, twice or more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from okr_lint.lean_dataclasses import dataclass
from okr_lint.patterns import late
from okr_lint.readers.announcing import section_role
from okr_lint.readers.counting import counts
from okr_lint.readers.decoration import lead_length
from okr_lint.readers.fields import field_named
from okr_lint.readers.folding import fold
from okr_lint.readers.labels import INITIATIVE, KEY_RESULT, OBJECTIVE, OTHER, Label
from okr_lint.readers.outline import Block

_LONGEST = 40  # characters of such a word
_RUN_IN = late(r"([^:：。.!?！？;；|]{2,40}?)[ \t]{0,2}[:：][ \t　]{0,4}(?=\S)")
_COUNTED = late(r"(?<=[a-z\u4e00-\u9fff]) ?#?(\d{1,2}(?:\.\d{1,2})?|[一二三四五六七八九十])$")


@dataclass(slots=True)
class _Head:
    """A block that begins with, or is nothing but, a word that may come back.

    Attributes:
        word: folded, without marks.
        role: the role of a label that is known, else None.
        body: where the text behind the word begins; its length where there is none.
        number: what stands behind the word: "Proof 2: …".
        items: how many items stand right behind or below it.
        counted: how many of these count something.
        stated: a line stands right behind or below it.
    """

    block: Block
    word: str
    role: str | None
    label: Label | None
    body: int
    number: str | None = None
    items: int = 0
    counted: int = 0
    stated: bool = False

    @property
    def leads(self) -> bool:
        """Whether key results may come with it: it stands over a list, or is the first of a numbered row."""
        if self.label is not None:
            return False
        alone = self.body >= len(self.block.text)
        return (self.items > 0 and alone) or (self.number is not None and self.number.endswith("1") and not alone)


def own_words(root: Block, label: Callable[[Block], Label | None]) -> dict[int, Label]:
    """The labels of blocks that begin with a word which the author uses for objectives or for key results."""
    if _names_key_results(root, label):
        return {}
    heads = list(_heads(root, label))
    if counted := _counted_heads(heads):
        return counted
    over = _word_over_sentences(heads)
    below = _word_over_lists(heads, over)
    if below is None:
        return {}
    found: dict[int, Label] = {}
    for head, following in pairwise([*heads, None]):
        assert head is not None
        led = over is None and following is not None and following.word == below != head.word and head.label is None
        asks = head.block.text.rstrip(" *_").endswith(("?", "？", ":", "："))
        if led and asks and head.stated:  # "What do we want?" over a sentence
            found[id(head.block)] = Label(OBJECTIVE, head.block.text, 0, len(head.block.text), len(head.block.text))
            continue
        if led and head.number and head.body < len(head.block.text):
            found[id(head.block)] = _label_of(head, OBJECTIVE)
            continue
        if head.label is None and head.word in (below, over):
            found[id(head.block)] = _label_of(head, KEY_RESULT if head.word == below else OBJECTIVE)
    return found


def _names_key_results(root: Block, label: Callable[[Block], Label | None]) -> bool:
    """Whether key results have a label that everybody knows: then there is nothing to find out."""
    stack = [root]
    while stack:
        block = stack.pop()
        known = label(block) if block.text else None
        if known is not None and known.role == KEY_RESULT:
            return True
        stack.extend(block.children)
    return False


def _counted_heads(heads: list[_Head]) -> dict[int, Label]:
    """Heads that count on, "Bet 1: …", 「事二：…」, each over a list that counts something."""
    numbered = [head for head in heads if head.number and head.label is None and head.body < len(head.block.text)]
    first = numbered[0] if numbered else None
    if first is None or len({head.word for head in numbered}) > 1 or any(head.role for head in heads):
        return {}
    counted, items = sum(head.counted for head in numbered), sum(head.items for head in numbered)
    distinct = len({head.number for head in numbered}) == len(numbered)
    if len(numbered) < 2 or not distinct or not all(head.items for head in numbered) or counted * 3 < items:
        return {}
    return {id(head.block): _label_of(head, OBJECTIVE) for head in numbered}


def _label_of(head: _Head, role: str) -> Label:
    name = head.block.text[: head.body].rstrip(" \t　:：")
    return Label(role, name, 0, len(name), head.body, head.number)


def _word_over_sentences(heads: list[_Head]) -> str | None:
    """The word that comes back over, or in front of, a sentence and is followed by the head of a list each time."""
    known = [head for head in heads if head.role == OBJECTIVE]
    if known:
        return known[0].word
    times: dict[str, int] = {}
    for head, following in pairwise(heads):
        stated = head.body < len(head.block.text) or head.stated
        if stated and not head.items and following.leads and following.word != head.word:
            times[head.word] = times.get(head.word, 0) + 1
    best = max(times, key=lambda word: times[word], default=None)
    everywhere = best is not None and times[best] > 1 and times[best] == sum(head.word == best for head in heads)
    return best if everywhere else None


def _word_over_lists(heads: list[_Head], over: str | None) -> str | None:
    """The word that comes back over a list, behind each of the objectives, where some of the items count.

    Without a word for the objectives, they are what stands in front of it each time: a sentence, or a question.
    """
    times: dict[str, list[_Head]] = {}
    for head, following in pairwise(heads):
        is_objective = head.word == over or head.role == OBJECTIVE or (over is None and not head.items)
        if is_objective and following.leads and following.word != over:
            times.setdefault(following.word, []).append(following)
    best = max(times, key=lambda word: len(times[word]), default=None)
    if best is None:
        return None
    members = times[best]
    owners = sum(head.word == over or head.role == OBJECTIVE for head in heads) if over else len(members)
    if over is None and len(members) != sum(head.word == best for head in heads):
        return None
    rows = [head for head in heads if head.word == best and head.number]
    counted = sum(head.counted for head in members) + sum(counts(head.block.text[head.body :]) for head in rows)
    items = sum(head.items for head in members) + len(rows)
    return best if len(members) > 1 and len(members) * 4 >= owners * 3 and counted * 4 >= items else None


def _heads(root: Block, label: Callable[[Block], Label | None]) -> Iterator[_Head]:
    """Headings, bold lines, leads and lines "word: text", in order, with the list that each stands over."""
    stack = [(root, 0)]
    while stack:
        parent, at = stack.pop()
        if at >= len(parent.children):
            continue
        stack.append((parent, at + 1))
        block = parent.children[at]
        if block.children:
            stack.append((block, 0))
        if block.kind not in ("heading", "line") or not block.text:
            continue
        if (head := _head(block, label)) is not None:
            behind = block.children or parent.children[at + 1 : at + 40]
            head.stated = bool(behind) and behind[0].kind == "line"
            for item in behind:
                if item.kind != "item":
                    break
                head.items += 1
                head.counted += counts(item.text)
            yield head


def _head(block: Block, label: Callable[[Block], Label | None]) -> _Head | None:
    text = block.text
    known = label(block)
    if known is not None:
        if known.role not in (OBJECTIVE, KEY_RESULT):
            return None
        return _Head(block, fold(known.name), known.role, known, known.body)
    start = lead_length(text)
    bold = next((mark.end for mark in block.passage.marks if mark.kind == "bold" and mark.start <= start), 0)
    run_in = _RUN_IN.match(text, start)
    if run_in is not None:
        word, body = run_in[1], run_in.end()
    elif bold and bold < len(text) and bold <= _LONGEST and text[bold : bold + 1] in " \t　":
        word, body = text[start:bold], bold
    elif block.kind == "heading" or bold or text.rstrip().endswith((":", "：")):
        word, body = text[start:], len(text)
    else:
        return None
    word = fold(word).strip(" *_`:：.")
    number = None
    if counted := _COUNTED.search(word):
        word, number = word[: counted.start()], counted[1]
    if not 1 < len(word) <= _LONGEST or field_named(word) not in (None, "metric", "target"):
        return None
    return None if section_role(word) in (OTHER, INITIATIVE) else _Head(block, word, None, None, body, number)
