"""Names as people vary them: of teams, owners, files; and the words that mean the whole company."""

from __future__ import annotations

from pathlib import PurePath

from okr_lint.fingerprint import normalised
from okr_lint.model import Document

_COMPANY = frozenset(
    "公司 本公司 集团 全公司 公司级 总部 总公司 组织 上级 company corporate corp organisation organization org group "
    "business companywide hq north northstar toplevel top level root parent".split()
)
_ENDINGS = ("okrs", "okr", "目标", "团队", "小组", "部门", "部", "组", "team", "squad", "department", "dept")


def key(text: str) -> str:
    """Letters and digits of a text, folded; what is left of a name however it is spelled."""
    return "".join(char for char in normalised(text) if char.isalnum())


def name_key(text: str) -> str:
    """A name's key without "team", "组", "OKR" and the like around it."""
    folded = key(text)
    for _ in range(3):
        for ending in _ENDINGS:
            if folded.endswith(ending) and len(folded) > len(ending):
                folded = folded[: -len(ending)]
                break
            if ending.isascii() and folded.startswith(ending) and len(folded) > len(ending) + 1:
                folded = folded[len(ending) :]
                break
        else:
            break
    return folded


def means_company(text: str) -> bool:
    """Whether a name stands for the whole company, or whatever is above."""
    return key(text) in _COMPANY or name_key(text) in _COMPANY


def names_of(document: Document) -> set[str]:
    """The keys of the names that a document goes by: its team, its owner, its file, its folder."""
    path = PurePath(document.path)
    said = [document.context.team, document.context.owner, path.stem, path.parent.name]
    said += [objective.context.team for objective in document.objectives]
    return {name_key(one) for one in said if one} - {""}


def is_company(document: Document) -> bool:
    """Whether a document calls itself the company's: by its team, or by its file's name."""
    stem = PurePath(document.path).stem.replace("_", "-").replace(" ", "-").split("-")
    return any(means_company(one) for one in (document.context.team, *stem) if one)
