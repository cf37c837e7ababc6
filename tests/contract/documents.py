"""Documents of every format that all front ends must judge alike (invented)."""

from __future__ import annotations

import json

MARKDOWN = """---
cycle: 2026 Q3
---
# O1：让社区诊所的候诊时间看得见👩‍⚕️
- KR1：候诊中位数从 40 分钟降到 18 分钟(负责人:何敏)
- KR2: 优化预约流程 <!-- okr-lint: ignore K201 (known) -->
- KR3: Hold 4 trainings for the desk staff

## O2: 𠮷野家式的快 everywhere, world-class
- KR1: Improve   satisfaction significantly
- KR2: ~~Launch the old plan~~
"""
OKR = {
    "objectives": [
        {
            "objective": "店员一周内能独立开店",
            "key_results": ["组织 3 场\n培训", {"text": "求助电话 40 → 10", "owner": "安"}],
        },
        {"objective": "Be the best \U0001f680", "key_results": []},
    ]
}
YAML = """# okr-lint: ignore K206 (annual plan)
objectives:
  - objective: "Renters \\u2019trust\\u2019 the bill"
    key_results:
      - 'Complaints about bills fall from 90 to 30'
      - |
        Work with the meter team
"""
DOCUMENTS: dict[str, bytes] = {
    "team.md": MARKDOWN.encode(),
    "windows.md": b"\xef\xbb\xbf" + MARKDOWN.replace("\n", "\r\n").encode(),
    "old.txt": "目标一:让夜班不再加班\nKR1:加班时长从 12 小时降到 4 小时\nKR2:优化排班\n".encode("gb18030"),
    "okr.json": json.dumps(OKR, indent=2).encode(),
    "plan.yaml": YAML.encode(),
    "sheet.csv": "objective,key result,owner\nFaster parcels,Late parcels from 9% to 3%,Bo\n,协助仓库,\n".encode(),
    "page.html": "<h1>O1: Calm mornings</h1><ul><li>KR1: 优化 &amp; 提升</li></ul>".encode(),
    "broken.json": b'{"objectives": [',
    "nothing.md": "会议记录:大家都到了。\n".encode(),
    "empty.md": b"",
}
