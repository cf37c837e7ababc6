"""One sound file of each format, with an objective and two key results, to be damaged."""

from __future__ import annotations

import io
import json

import docx
import openpyxl

OBJECTIVE, KEY_RESULTS = "让候诊不再漫长", ["候诊中位数 20 分钟", "退号率 under 1%"]


def _xlsx() -> bytes:
    book = openpyxl.Workbook()
    for row in [["目标", "关键结果"], [OBJECTIVE, KEY_RESULTS[0]], [None, KEY_RESULTS[1]]]:
        book.active.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _docx() -> bytes:
    word = docx.Document()
    word.add_heading(f"O1：{OBJECTIVE}", 1)
    for text in KEY_RESULTS:
        word.add_paragraph(f"KR：{text}", style="List Bullet")
    data = io.BytesIO()
    word.save(data)
    return data.getvalue()


def samples() -> dict[str, bytes]:
    """Format -> bytes."""
    value = {"objectives": [{"objective": OBJECTIVE, "key_results": KEY_RESULTS}]}
    lines = "".join(f"- KR: {k}\n" for k in KEY_RESULTS)
    listed = json.dumps(KEY_RESULTS, ensure_ascii=False)
    quoted = "".join(f'  - "{k}"\n' for k in KEY_RESULTS)
    items = "".join(f"<li class='k'>KR：{k}</li>" for k in KEY_RESULTS)
    texts = {
        "json": json.dumps(value, ensure_ascii=False, indent=1),
        "yaml": f"objectives:\n- objective: '{OBJECTIVE}'\n  key_results:\n{quoted}",
        "toml": f"[[objectives]]\nobjective = '{OBJECTIVE}'\nkey_results = {listed}\n",
        "csv": f'目标,关键结果\n{OBJECTIVE},"{KEY_RESULTS[0]}"\n,"{KEY_RESULTS[1]}"\n',
        "html": f"<h2>O1：{OBJECTIVE}</h2><ul>{items}</ul>",
        "markdown": f"# O1：{OBJECTIVE}\n\n{lines}",
        "text": f"O1：{OBJECTIVE}\n\n{lines}",
        "rst": f"O1：{OBJECTIVE}\n================================\n\n{lines}",
    }
    return {name: text.encode() for name, text in texts.items()} | {"xlsx": _xlsx(), "docx": _docx()}
