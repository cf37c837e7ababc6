"""What a regular expression can do: the floor that a label must clear, as ../shared/eval/evaluate.py draws it."""

from __future__ import annotations

import re2

_AMOUNT = re2.compile(r"[0-9０-９%％]|[一二三四五六七八九十百千万亿]+(?:个|家|人|次|万|%|成|倍)")
_TARGET = re2.compile(r"[0-9]+(?:\.[0-9]+)?\s*(?:%|％|万|亿|[kKmM]\b)")
_JOINED = re2.compile(r"[;；]|\band\b.*\band\b|，.*，")
_TASK = re2.compile(
    "(?i)^(?:完成|上线|发布|搭建|建设|推进|组织|开展|制定|建立|编写|launch|ship|build|implement|create|complete|deliver|"
    "write|publish|hire|run|hold|support|develop|design|migrate)"
)
_ACTIVITY = re2.compile("(?i)^(?:推进|组织|开展|配合|协助|参与|run|hold|support|explore|work|continue)")


def floor(kind: str, text: str) -> dict[str, str]:
    """The labels of a statement ("O" or "K") by a few regular expressions and nothing else."""
    if kind == "O":
        return {
            "metric": "yes" if _TARGET.search(text) else "no",
            "kind": "aspiration",
            "vague": "no",
            "compound": "yes" if _JOINED.search(text) else "no",
        }
    head = text.strip()
    task, activity = _TASK.search(head), _ACTIVITY.search(head)
    return {
        "measurable": "metric" if _AMOUNT.search(text) else "milestone" if task and not activity else "none",
        "kind": "activity" if activity else "output" if task else "outcome",
        "compound": "no",
    }
