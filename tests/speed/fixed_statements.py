"""200 statements for the gate: made from parts of our own, so that they never change with the corpus."""

from __future__ import annotations

import json

_ZH_OBJECTIVES = (
    "让{who}{good}",
    "{who}愿意把我们推荐给同行",
    "提升{who}体验,加强管理",
    "{who}遇到问题时第一个想到我们",
)
_ZH_KEY_RESULTS = (
    "{metric}从 {a}% 提升到 {b}%", "优化{thing}流程", "每周组织 2 次{thing}培训", "{thing}手册定稿并发布",
    "{metric}达到 {b}%,{thing}成本下降 {a}%", "大幅提升{metric}", "{a} 月底前完成{thing}上线", "做好{thing}相关工作",
)  # fmt: skip
_EN_OBJECTIVES = (
    "Make {who} {good}",
    "{who} trust our numbers",
    "Improve {who} experience",
    "{who} come back for more",
)
_EN_KEY_RESULTS = (
    "{metric} rises from {a}% to {b}%", "Improve the {thing} process", "Run 2 {thing} workshops a week",
    "Publish the {thing} guide", "Raise {metric} to {b}% and cut {thing} cost by {a}%", "Significantly better {metric}",
    "Launch {thing} by the end of March", "Work with partners on {thing}",
)  # fmt: skip
_WORDS = {
    "zh": (("新店长", "老客户", "夜班护士", "外地员工", "小微商户"),
           ("十分钟学会排班", "不用等", "敢于试错", "当天拿到答复"),
           ("续约率", "一次通过率", "准时率", "复购率"), ("排班", "对账", "巡检", "选品")),
    "en": (("new drivers", "small bakeries", "night nurses", "remote teams", "first-time buyers"),
           ("proud to recommend us", "sure of their slot", "free of paperwork", "fast from day one"),
           ("renewal rate", "first-pass yield", "on-time share", "repeat purchase rate"),
           ("roster", "invoice", "inspection", "catalogue")),
}  # fmt: skip


def document() -> bytes:
    """40 sets of an objective with four key results, half Chinese and half English, as JSON."""
    made = []
    for n in range(40):
        language = "zh" if n % 2 == 0 else "en"
        who, good, metric, thing = (options[n // 2 % len(options)] for options in _WORDS[language])
        values = {"who": who, "good": good, "metric": metric, "thing": thing, "a": 5 + n, "b": 45 + n}
        objectives = _ZH_OBJECTIVES if language == "zh" else _EN_OBJECTIVES
        patterns = _ZH_KEY_RESULTS if language == "zh" else _EN_KEY_RESULTS
        chosen = [patterns[(n + k) % len(patterns)] for k in range(4)]
        made.append(
            {
                "objective": objectives[n // 2 % 4].format(**values),
                "key_results": [pattern.format(**values) for pattern in chosen],
            }
        )
    return json.dumps({"objectives": made}, ensure_ascii=False).encode()
