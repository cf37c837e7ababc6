"""Tables of contents: lists whose items all come again as titles over something, whatever stands above the list."""

from __future__ import annotations

from okr_lint.readers.decoration import lead_length
from okr_lint.readers.labels import BOTH, OBJECTIVE, OTHER
from okr_lint.readers.outline import Block
from okr_lint.readers.roles import announces

_LONGEST = 40  # characters of a title over contents


def drop_contents(root: Block) -> frozenset[str]:
    """Take tables of contents out of an outline, with their titles; what stood in them."""
    titles = _titles(root)
    found: set[str] = set()
    stack = [(root, root)]
    while stack:
        block, parent = stack.pop()
        run = _contents(block, titles)
        if run is not None:
            start, end = run
            found.update(item.text for item in block.children[start:end])
            above = block.children[start - 1] if start else None
            titled = above is not None and above.kind == "line" and len(above.text) <= _LONGEST
            del block.children[start - titled : end]
            empty = not block.children and block is not root
            if empty or announces(block.text) == OTHER:  # what else stands below the contents is none of them
                at = next(i for i, one in enumerate(parent.children) if one is block)
                parent.children[at : at + 1] = block.children
        stack.extend((child, block) for child in block.children if child.kind == "heading")
    return frozenset(found)


def _titles(root: Block) -> set[str]:
    """The texts of headings and of all that has something below it, with and without their ordinals."""
    found: set[str] = set()
    stack = [root]
    while stack:
        block = stack.pop()
        for child in block.children:
            if child.children:
                stack.append(child)
                found.add(child.text)
                if child.text[:1] in "0123456789(（一二三四五六七八九十第":
                    found.add(child.text[lead_length(child.text) :])
            elif child.kind == "heading":
                found.add(child.text)
    return found


def _contents(block: Block, titles: set[str]) -> tuple[int, int] | None:
    """Where a list of two items or more stands whose members are all titles of something else."""
    children = block.children
    start = next((i for i, child in enumerate(children) if child.kind == "item"), len(children))
    end = start
    said: set[str] = set()
    while end < len(children) and children[end].kind == "item" and _comes_again(children[end], titles):
        if children[end].text in said:
            break
        said.add(children[end].text)
        end += 1
    following = children[end] if end < len(children) else None
    if end - start < 2 or (following is not None and following.kind == "item" and following.text not in said):
        return None
    above = children[start - 1] if start else block
    if above.text and announces(above.text) in (OBJECTIVE, BOTH):
        return None
    return start, end


def _comes_again(item: Block, titles: set[str]) -> bool:
    leads = any(mark.kind == "link" and mark.value.startswith("#") for mark in item.passage.marks)
    known = item.text in titles or (leads and item.passage.covered("link") > 0.9)
    return known and all(child.text in titles and not child.children for child in item.children)
