"""Requests shown in the OpenAPI document; a test sends them all."""

from __future__ import annotations

import json
from typing import Any

_ZH = """# 2026 Q3

## O1: 让新门店开业第一周就能独立运转
- KR1: 开业首周求助电话从 40 通降到 10 通
- KR2: 组织 3 场培训
"""
_EN = """# 2026 Q3

## O1: New shops run on their own from the first week
- KR1: Help calls in week one down from 40 to 10
- KR2: Hold 3 trainings
"""

JSON_BODIES: dict[str, Any] = {
    "zh-text": {"summary": "文本", "value": {"text": _ZH, "format": "markdown", "options": {"lang": "zh"}}},
    "en-text": {
        "summary": "A text with its format",
        "value": {"text": _EN, "format": "markdown", "path": "team.md", "options": {"lang": "en", "profile": "google"}},
    },
    "zh-okr": {
        "summary": "OKR 对象",
        "value": {
            "objectives": [
                {
                    "objective": "让新门店开业第一周就能独立运转",
                    "key_results": ["组织 3 场培训", {"text": "首周求助电话从 40 通降到 10 通", "owner": "何敏"}],
                }
            ]
        },
    },
    "en-okr": {
        "summary": "An OKR object",
        "value": {
            "objectives": [
                {
                    "objective": "New shops run on their own from the first week",
                    "key_results": ["Hold 3 trainings", {"text": "Help calls down from 40 to 10", "owner": "Ann"}],
                }
            ]
        },
    },
}
MARKDOWN_BODIES: dict[str, Any] = {
    "zh": {"summary": "Markdown 文档", "value": _ZH},
    "en": {"summary": "A Markdown document", "value": _EN},
}
BATCH_BODIES: dict[str, Any] = {
    "both": {
        "summary": "Two documents · 两份文档",
        "value": "".join(
            json.dumps(JSON_BODIES[name]["value"], ensure_ascii=False) + "\n" for name in ("zh-text", "en-okr")
        ),
    }
}
DIFF_BODIES: dict[str, Any] = {
    "zh": {
        "summary": "目标值被调低",
        "value": {
            "old": {"text": _ZH, "format": "markdown", "path": "Q3.md"},
            "new": {"text": _ZH.replace("降到 10 通", "降到 25 通"), "format": "markdown", "path": "Q3.md"},
            "options": {"lang": "zh"},
        },
    },
    "en": {
        "summary": "A target that was lowered",
        "value": {
            "old": {"text": _EN, "format": "markdown", "path": "Q3.md"},
            "new": {"text": _EN.replace("40 to 10", "40 to 25"), "format": "markdown", "path": "Q3.md"},
            "options": {"lang": "en"},
        },
    },
}
EXAMPLES_BODIES: dict[str, Any] = {
    "zh": {"summary": "相近的中文 OKR", "value": {"like": "让新客户第一周就用起来"}},
    "en": {"summary": "OKRs close to an English statement", "value": {"like": "New customers get going in a week"}},
}
