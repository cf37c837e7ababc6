"""Imported once by the process that workers are forked from: rules, lexicons and model, loaded and used.

Workers share these pages of memory until they write to them; ``gc.freeze`` keeps the collector from
touching them.
"""

from __future__ import annotations

import gc

from okr_lint.classifier.model import load_model
from okr_lint.http.jobs import answers, work  # noqa: F401  (everything a job needs)
from okr_lint.language.lexicons import lexicon_matcher
from okr_lint.suggestions.metrics import catalogue

_TEXT = """# 2026 Q3
## O1: 让新员工第一周就能独立解答客户问题
- KR1: 首次解答时长从 30 分钟降到 10 分钟
- KR2: 优化流程
## O2: Support staff answer without asking around
- KR1: Hold a weekly review
- KR2: Raise the share of first-time answers from 40% to 65%
"""


def warm() -> None:
    """Run every layer once, in both languages, so that what loads on first use is loaded.

    Tables that fill while statements come are filled here: each worker would else fill its own.
    """
    for lang in ("zh", "en"):
        work.run({"job": "check", "query": {"lang": lang}, "media_type": "text/markdown"}, _TEXT.encode())
    for name in ("objective", "key_result"):
        load_model(name).linear.fill()
    lexicon_matcher().terms.fill()
    catalogue().terms.fill()


warm()
gc.collect()
gc.freeze()
