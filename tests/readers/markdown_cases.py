"""Structures that people write OKRs in, two or three variants each, and what stands in them."""

CASES: dict[str, tuple[str, dict[str, list[str]]]] = {
    "quarter, sentences as headings, bullets": (
        "## 2026 Q1\n\n### Make the oven room a joy to work in\n* Cut burns from 12 to 2\n* Noise under 60 dB\n\n"
        "### Become known to every baker in the north\n* 40 bakeries list us\n",
        {
            "Make the oven room a joy to work in": ["Cut burns from 12 to 2", "Noise under 60 dB"],
            "Become known to every baker in the north": ["40 bakeries list us"],
        },
    ),
    "the same in Chinese with check boxes": (
        "# 2026 OKR\n\n## 第一季度\n\n- [ ] 让新人一周上手\n  - [x] 环境搭建 2 小时内\n  - [ ] 导师覆盖率 100%\n"
        "- [x] 让老客人常回来\n  - [ ] 复购率 30%\n",
        {"让新人一周上手": ["环境搭建 2 小时内", "导师覆盖率 100%"], "让老客人常回来": ["复购率 30%"]},
    ),
    "team headings, two levels of bullets": (
        "# OKRs Q2 2026\n\n### Bakery:\n\n* Bread that people cross town for\n  * [P0] Rating 4.8\n"
        "  * [P1] 500 regulars\n"
        "* Waste nothing\n\n### Shop:\n\n* Every guest feels seen\n  * NPS 60\n",
        {
            "Bread that people cross town for": ["Rating 4.8", "500 regulars"],
            "Waste nothing": [],
            "Every guest feels seen": ["NPS 60"],
        },
    ),
    "one table, bold rows, an empty row": (
        "| Objectives and Key Results | Priority | Owner |\n|---|---|---|\n"
        "| **1 Bread that anybody can bake** | P0 | |\n"
        "| 500 first loaves | P1 | Mia |\n| | | |\n| **2 A kitchen that never stops** | | |\n"
        "| Downtime under 2 h | | Tom |\n",
        {"Bread that anybody can bake": ["500 first loaves"], "A kitchen that never stops": ["Downtime under 2 h"]},
    ),
    "headings with labels, initiatives left out": (
        "### Objective: Delight weekend bakers\n\nWhy we do it.\n\n#### Key Results\n"
        "* P0: Speed - loaf in 90 minutes\n"
        "* 60 of 100 come back\n\n#### Initiatives\n* Rewrite the tutorial\n  **Owner:** @mia\n",
        {"Delight weekend bakers": ["Speed - loaf in 90 minutes", "60 of 100 come back"]},
    ),
    "hard breaks and nested ordered lists": (
        "1. **CEO: Be the bakery of choice.** \\\n   KR: 12 towns served => 10 towns \\\n"
        "   KR: Sales per shop to 14k\n"
        "   1. **Sales: Win the big chains.** \\\n      KR: _N2_ contracts signed\n",
        {
            "Be the bakery of choice.": ["12 towns served", "Sales per shop to 14k"],
            "Sales: Win the big chains.": ["_N2_ contracts signed"],
        },
    ),
    "key results as headings with fields below": (
        "## Objective 1: Be the first name for sourdough\n\n**Why this matters:** people forget us.\n\n"
        "### Key Result 1.1: Awareness from 8% to 15%\n- Target: 15%\n- Owner: Mia\n\n"
        "### Key Result 1.2: 200 mentions\n- Status: 🟢\n",
        {"Be the first name for sourdough": ["Awareness from 8% to 15%", "200 mentions"]},
    ),
    "label heading, sentence below, table of results": (
        "### Objective 1\n\n**Objective:** Turn visitors into regulars\n\n| Key Result | Baseline | Target |\n"
        "|---|---|---|\n"
        "| Repeat visits | 20% | 35% |\n| Members | 1,000 | 4,000 |\n",
        {"Turn visitors into regulars": ["Repeat visits", "Members"]},
    ),
    "as measured by": (
        "I will win back lapsed bakers as measured by:\n- 300 returned accounts\n- churn below 2%\nvia:\n"
        "- call campaign\n",
        {"win back lapsed bakers": ["300 returned accounts", "churn below 2%"]},
    ),
    "label and text on two levels of bullets": (
        "* **Proposed Objective:**\n  * Give every apprentice a mentor\n* **Key Results:**\n"
        "  * All paired by May\n  * Rating 4.5\n",
        {"Give every apprentice a mentor": ["All paired by May", "Rating 4.5"]},
    ),
    "text below a heading that is only the word": (
        "# Objective\n\nWin the town hall\n\n## Key Results\n\n- 3 contracts\n\n## Risks\n\n- Budget cuts\n",
        {"Win the town hall": ["3 contracts"]},
    ),
    "traditional Chinese with reasons": (
        "## O1：讓學徒三個月獨當一面\n\n**為什麼做（Why）**\n培訓太久。\n\n**Key Results**\n"
        "- KR1.1：通過率 **≥ 90%**\n- KR1.2：出爐 **≥ 30** 次\n",
        {"讓學徒三個月獨當一面": ["通過率 ≥ 90%", "出爐 ≥ 30 次"]},
    ),
    "title as heading, sentence in bold": (
        "### O1 温度轨道\n\n**让每一炉面包都稳定可靠**\n\n- KR1 温差不超过 2 度\n- KR2 报废率 1%\n",
        {"让每一炉面包都稳定可靠": ["温差不超过 2 度", "报废率 1%"]},
    ),
    "several key results in one cell": (
        "| 目标 | 关键结果 | 负责人 |\n|---|---|---|\n"
        "| O1：提升门店体验 | KR1.1：排队 5 分钟内。KR1.2：差评率低于 1%。 | 王芳 |\n"
        "| O2：打造爆款 | KR2.1：月销 5000 个<br>KR2.2：复购率 30% | 李明 |\n",
        {"提升门店体验": ["排队 5 分钟内。", "差评率低于 1%。"], "打造爆款": ["月销 5000 个", "复购率 30%"]},
    ),
    "objective column filled in the first row only": (
        "| 序号 | O（目标） | KR（关键结果） | 权重 |\n|---|---|---|---|\n"
        "| 1 | 让客户愿意续费 | KR1：续费率 82% | 50% |\n"
        "| | | KR2：响应 2 小时内 | 50% |\n| 2 | 可靠的交付 | KR1：按期率 95% | 100% |\n",
        {"让客户愿意续费": ["续费率 82%", "响应 2 小时内"], "可靠的交付": ["按期率 95%"]},
    ),
    "HTML table with labels, spans and breaks": (
        "<table>\n<tr><td>目标一：让夜班员工吃上热饭</td><td>评分</td></tr>\n"
        "<tr><td>关键结果一：供餐点<br>增加到 8 个</td><td>0.7</td></tr>\n"
        "\n<tr><td>关键结果二：满意度 4.5</td><td>0.6</td></tr>\n</table>\n",
        {"让夜班员工吃上热饭": ["供餐点 增加到 8 个", "满意度 4.5"]},
    ),
    "objectives of a team and a person": (
        "团队O1：提升陈列水平（权重30%，进度50%）\n团队年度KR1：陈列评分 95 分\n个人O2：成为合格店长\n"
        "个人KR1：独立带店 3 个月\n",
        {"提升陈列水平": ["陈列评分 95 分"], "成为合格店长": ["独立带店 3 个月"]},
    ),
    "two parallel lists": (
        "## 目标\n1. 让配方可复制\n2. 让成本可控\n\n## 关键结果\n- KR1.1：80% 配方标准化\n- KR2.1：成本下降 6%\n",
        {"让配方可复制": ["80% 配方标准化"], "让成本可控": ["成本下降 6%"]},
    ),
    "bare decimal numbers": (
        "### 1. Objective: Delight our first clinics\n1.1 One hundred clinics live\n1.2 CSAT 9 of 10\n",
        {"Delight our first clinics": ["One hundred clinics live", "CSAT 9 of 10"]},
    ),
    "bold that CommonMark does not see": (
        "**目标：**让门店更温暖\n- **KR1：**笑脸指数 4.8\n- **关键结果2**：投诉为零\n",
        {"让门店更温暖": ["笑脸指数 4.8", "投诉为零"]},
    ),
    "a fence": (
        "## Example\n\n```\nObjective: Make trains run on time\nKey Results:\n  1. 95% within 3 minutes\n"
        "  2. 100 complaints a week\n```\n",
        {"Make trains run on time": ["95% within 3 minutes", "100 complaints a week"]},
    ),
    "a quotation": (
        "> O：让图书馆成为第二个家\n>\n> KR1：每月 2000 人次\n>\n> KR2：借阅量提升 40%\n",
        {"让图书馆成为第二个家": ["每月 2000 人次", "借阅量提升 40%"]},
    ),
    "one sentence with everything": (
        "比如：O.把店开起来   KR1.第一月选址  KR2.第二月装修 KR3.开业。\n",
        {"把店开起来": ["第一月选址", "第二月装修", "开业。"]},
    ),
    "results in the objective's own bullets": (
        "# Goals\n\n- Objective: Sleep better\n  - Result: 7.5 h average\n  - Result: no screens on 80% of days\n",
        {"Sleep better": ["7.5 h average", "no screens on 80% of days"]},
    ),
    "results of a key result are no key results": (
        "## O1: Data people trust\n#### KRs\n- 9 broken dashboards to 1\n  - Result: 2\n"
        "- 95% documented\n  - Result: 60%\n",
        {"Data people trust": ["9 broken dashboards to 1", "95% documented"]},
    ),
    "teams as headings over objective and results sections": (
        "# Objectives & Key Results 2026\n\n## Ovens\n\n### Objective\nMake baking boring\n\n"
        "### Key Results\n1. Burns to 2%\n",
        {"Make baking boring": ["Burns to 2%"]},
    ),
    "labels in one column, texts in another": (
        "| OKR | Description | Owner |\n|---|---|---|\n| O1 | Serve every village | Ana |\n"
        "| KR1.1 | 40 villages | Bo |\n",
        {"Serve every village": ["40 villages"]},
    ),
    "an objective as the head of its table": (
        "| **Objective 1** | Quiet stations | Owner |\n|---|---|---|\n| KR1 | Noise under 60 dB | Ana |\n",
        {"Quiet stations": ["Noise under 60 dB"]},
    ),
    "emoji leads and keycaps": (
        "🎯 目标：让老人会用手机\n\n📊 关键结果：\n1️⃣ 开课 40 次\n2️⃣ 满意度 95%\n\n💡 行动：\n- 招募志愿者\n",
        {"让老人会用手机": ["开课 40 次", "满意度 95%"]},
    ),
    "folded sections": (
        "<details>\n<summary>2026 Q1</summary>\n\n**Objective 1: Serve every village**\n\n"
        "- KR1: 40 villages\n\n</details>\n",
        {"Serve every village": ["40 villages"]},
    ),
    "HTML headings and lists": (
        "<h2>Objective: Open the archive</h2>\n<ul>\n<li>KR1: 10k objects online</li>\n"
        "<li>KR2: 4.8 rating</li>\n</ul>\n",
        {"Open the archive": ["10k objects online", "4.8 rating"]},
    ),
    "one flat list": (
        "- O1: Serve every village\n- KR1: 40 villages\n- O2: Be on time\n- KR1: 95% punctual\n",
        {"Serve every village": ["40 villages"], "Be on time": ["95% punctual"]},
    ),
    "wrapped lines of list items": (
        "1. O: Serve every village\n   KR1: 40 villages\n   reached by bus\n2. O: Be on time\n   KR1: 95% punctual\n",
        {"Serve every village": ["40 villages reached by bus"], "Be on time": ["95% punctual"]},
    ),
    "Obsidian fields": (
        "Objective:: [[Make the city greener]]\nKRs::\n- 4,000 trees planted\n- Canopy share 16%\n",
        {"Make the city greener": ["4,000 trees planted", "Canopy share 16%"]},
    ),
}

NOTHING: dict[str, str] = {
    "a list of links": "# OKRs\n\n- [2026 Q1](q1.md)\n- [2026 Q2](q2.md)\n",
    "a guide": (
        "# How to write OKRs\n\n## What makes a good objective\n- It is inspiring\n- It is short\n\n## Tips\n- Ask\n"
    ),
    "definitions": "OKRs have two parts:\n\n* **Objectives** – what you want\n* **Key Results** – how you know\n",
    "mentions": "我觉得 O1 和 O2 之间有冲突，KR2 也不合理。\n\nSee O5/KR1 and KR3 of last year.\n",
    "a contents list": "# Q3 OKRs\n\n- [Bake better](#objective-bake-better)\n- [Sell more](#objective-sell-more)\n",
    "a project page with goals": "# Mill\n\n## Goals\n\n- Grind flour\n- Stay small\n\n#### Goal\n\nIt is flour.\n",
    "nothing": "",
    "a score sheet": "| Date | KR #1 | KR #2 |\n|---|---|---|\n| 1 May | 0.3 | 0.4 |\n",
}
