"""Words that name a section of an OKR document, a table column or a kind of list; folded."""

from __future__ import annotations

from functools import cache

OBJECTIVE = (
    "objective|objectives|obj|objs|goal|goals|o|okr objective|objective title|objective name|goal title|"
    "key objective|key objectives|objective statement|strategic objective|strategic objectives|"
    "quarterly objective|quarterly objectives|proposed objective|title|name|目标|目标名称|目标o|目标(o)|"
    "目标(objective)|目标(objectives)|objective(o)|objective (o)|objectives(o)|o(目标)|o目标|o(objective)|"
    "o(objectives)|objective目标|objectives目标|objective 目标|objectives 目标|年度目标|季度目标|团队目标|"
    "部门目标|个人目标|公司目标|核心目标|战略目标|总目标|本季度目标|目标描述|目标内容|目标/objective|"
    "objective/目标|本期目标|关键目标|重点目标|业务目标"
)
KEY_RESULT = (
    "key result|key results|keyresult|keyresults|key-result|key-results|kr|krs|kr's|kr title|"
    "key result title|key result name|key results (krs)|key results(krs)|key result(s)|kr(s)|measured by|"
    "as measured by|as measured by the following key results|关键结果|关键成果|主要结果|关键结果(kr)|"
    "关键成果(kr)|关键结果kr|kr关键结果|kr(关键结果)|关键结果(key result)|关键结果(key results)|"
    "key results 关键结果|key result 关键结果|key results关键结果|key result关键结果|关键结果/key results|"
    "关键结果krs|关键结果(krs)|关键结果描述|kr描述|kr内容|核心结果|关键结果与指标|关键结果(key results,kr)|"
    "衡量结果|key results(kr)|key results (kr)|key result (kr)|key outcomes|关键结果指标"
)
BOTH = (
    "okr|okrs|objective and key results|objectives and key results|objective & key results|"
    "objectives & key results|objectives/key results|objective / key result|objective/key result|"
    "objectives & krs|okr内容|目标与关键结果|目标和关键结果|目标/关键结果|o/kr|o & kr|item|okr描述|"
    "goal / key result"
)
INITIATIVE = (
    "initiative|initiatives|key initiative|key initiatives|action|actions|action item|action items|"
    "action plan|key action|key actions|task|tasks|ai|ais|to-do|to do|todo|todos|project|projects|"
    "key projects|activities|activity|deliverables|next steps|next step|work items|epics|epic|via|how|"
    "how we get there|plan|plans|plan of action|tactics|strategies|strategy|approach|steps|backlog|roadmap|"
    "milestones|milestone|this week|this week's priorities|举措|关键举措|重点举措|任务|关键任务|重点任务|"
    "主要任务|具体任务|行动|关键行动|行动计划|行动项|行动方案|措施|关键措施|具体措施|实施路径|路径|实现路径|"
    "策略|关键策略|实施计划|工作计划|具体工作|执行计划|执行动作|关键动作|动作|ka|kas|todo list|待办|待办事项|"
    "项目|重点项目|计划|下一步|下一步计划|后续计划|本周计划|支撑动作|落地动作|怎么做|如何做|实施方案|子任务|"
    "拆解|任务拆解|推进计划|本周任务|本周|这周|下周|本周工作|下周工作|路线图|規劃圖|路線圖"
)
OTHER = (
    "remark|remarks|risk|risks|risk & mitigation|risks & mitigations|risks and mitigations|note|notes|okr notes|"
    "tracking notes|grading notes|note(s)|background|context|rationale|why|why this matters|why it matters|"
    "reference|references|links|resources|see also|related|further reading|table of contents|contents|toc|"
    "overview|introduction|tracking|tracker|score|scores|final score|grading|scoring|grade|retrospective|"
    "retro|lessons learned|learnings|review|check-in|check-ins|check in|progress|status|updates|dependencies|"
    "dependency|assumptions|open questions|questions|faq|glossary|definitions|health metrics|kpi|kpis|"
    "guardrails|guardrail metrics|vision|mission|values|theme|themes|principles|out of scope|non-goals|"
    "not doing|non goals|non-objectives|anti-goals|parking lot|agenda|participants|attendees|cadence|process|"
    "how to|how to use|tips|guide|guidelines|best practices|history|changelog|change log|archive|archived|"
    "not goals|not-goals|no goals|what we will not do|what we won't do|not this quarter|"
    "appendix|template|legend|timeline|schedule|calendar|attachments|contact|contacts|evidence|"
    "sources|owners|team members|members|support needed|"
    "log|logs|journal|diary|decision log|decisions|meeting notes|minutes|release notes|news|wins|losses|"
    "wins and losses|wins & losses|"
    "wins and lessons|wins & lessons|wins and learnings|lessons|lesson|lessons learnt|what we learned|"
    "what i learned|what we learnt|what went well|what did not go well|what didn't go well|what went wrong|"
    "what didn't|what did not|"
    "what worked|what didn't work|what did not work|highlights|lowlights|highlights and lowlights|celebrations|"
    "achievements|accomplishments|shout-outs|kudos|thanks|past years|previous years|earlier years|"
    "past quarters|previous quarters|"
    "blockers|comments|feedback|风险|风险与应对|风险点|风险及应对|风险与依赖|风险提示|备注|说明|背景|"
    "背景说明|为什么|为什么做|为什么重要|原因|意义|参考|参考资料|参考链接|链接|相关链接|资料|目录|目次|目錄|概述|简介|"
    "介绍|前言|跟踪|追踪|评分|打分|得分|评分标准|复盘|回顾|总结|反思|经验教训|进度|进展|状态|更新|更新记录|"
    "依赖|依赖关系|假设|问题|常见问题|术语|定义|健康指标|护栏指标|愿景|年度愿景|使命|价值观|战略|主题|原则|"
    "不做什么|不做的事|非目标|会议|议程|参会人|节奏|流程|使用说明|指南|注意事项|提示|附录|模板|历史|变更记录|"
    "归档|存档|附件|联系方式|联系人|时间表|时间线|日历|日程|日程表|里程碑|负责人|成员|团队成员|支持|需要的支持|所需支持|评论|反馈|任务追踪|"
    "日志|日记|流水账|随手记|工作日志|更新日志|会议记录|会议纪要|会议紀錄|會議紀錄|會議記錄|修订记录|变更日志|"
    "版本记录|决策记录|大事记|往年|历年|做得好的|做得好|做得不好的|做得不好|待改进|需改进|改进点|不足|亮点|收获|"
    "教训|经验|经验与教训|收获与教训|成绩|成就|问题与不足|致谢|"
    "任务跟踪|心得|感想|思考|小结|对齐|对齐关系|检查清单|填写说明|填写规范|关键原则|评分规则|信心指数"
)


@cache
def section_roles() -> dict[str, str]:
    """Folded section word -> "objective", "key_result", "both", "initiative" or "other"."""
    roles: dict[str, str] = {}
    groups = (
        ("other", OTHER),
        ("initiative", INITIATIVE),
        ("both", BOTH),
        ("key_result", KEY_RESULT),
        ("objective", OBJECTIVE),
    )
    for role, words in groups:
        roles.update(dict.fromkeys(words.split("|"), role))
    return roles
