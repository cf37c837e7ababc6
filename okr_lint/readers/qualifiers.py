"""Words that may stand in front of a label: "Company objective", "团队O1", "本季度目标"."""

from __future__ import annotations

_ENGLISH = (
    "company team individual personal department departmental group org organization organisation product "
    "proposed draft main primary strategic annual yearly quarterly monthly stretch committed aspirational "
    "key overall corporate business learning top our my sub q1 q2 q3 q4 h1 h2 first second third fourth "
    "title ceo cto cfo cpo coo cmo vp marketing sales engineering design finance hr people operations ops "
    "support platform security data growth dept division unit squad tribe high-level north-star professional "
    "career development secondary good bad example sample"
)
_QUESTION = "what how why when where who which the a an good bad write writing set setting define defining"
_CHINESE = (
    "公司 集团 企业 中心 部门 团队 小组 组 个人 年度 季度 月度 半年度 本季度 本月 本年度 核心 总 主 子 业务 "
    "产品 技术 战略 阶段 重点 首要 第一 第二 第三 第四 上半年 下半年 年 季 月 长期 短期 承诺型 挑战型 我的 "
    "部 q1 q2 q3 q4 h1 h2"
)
_CHINESE_VERBS = (
    "确定 设定 制定 分解 拆解 撰写 编写 填写 明确 讨论 评审 发布 完成 达成 实现 围绕 对齐 根据 基于 从 把 将 让 "
    "使 为 是 与 和 对"
)

EN_QUALIFIERS = frozenset(_ENGLISH.split())
QUESTIONS = frozenset(_QUESTION.split())  # "What makes a good objective" is no label
QUALIFIER_WORDS = tuple(_CHINESE.split())  # what a Chinese qualifier ends in
NO_QUALIFIER = tuple(_CHINESE_VERBS.split())  # what makes it part of a sentence
