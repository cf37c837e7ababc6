"""Words that any objective of any team could hold: they do not make a child more concrete than its parent.

Looked up word by word for linked goals only; a lexicon would be searched in every statement of every file.
"""

from __future__ import annotations

_ZH = """
公司 集团 部门 团队 组织 战略 目标 使命 愿景 规划 计划 任务 重点 核心 关键 重要 业务 工作 职责 责任 落地 达成 完成
支撑 支持 助力 服务 保障 承接 对齐 贯彻 执行 落实 推进 推动 促进 协助 配合 做好 搞好 抓好 做到 提升 提高 增强 加强
优化 改善 完善 强化 深化 发展 增长 成长 突破 进步 整体 总体 全面 全局 各项 各类 相关 方面 领域 环节 能力 水平 质量
效率 效益 效果 成效 成果 结果 业绩 表现 价值 贡献 作用 影响 机制 体系 基础 条件 环境 氛围 局面 客户 用户 顾客 消费者
市场 行业 产品 技术 管理 运营 经营 员工 人员 伙伴 大家 人人 一起 共同 带头 主动 积极 认真 努力 尽力 一流 领先 优秀
卓越 满意 认可 信任 信赖 喜欢 喜爱 放心 首选 标杆 实现 打造 建设 建立 构建 成为 赢得 创造 带来 确保 保证 围绕 针对
年度 季度 全年 今年 长期 持续 稳步 稳定 健康 可持续 高质量 需求 问题 机会 挑战 优势 竞争力 影响力 口碑 品牌 形象
份额 规模 收入 营收 利润 体验 满意度 协同 协作 合作 创新 变革 转型 数字化 智能化 信息化 力量 力争 需要 要求 期待
期望 想要 选择 愿意 继续 进一步 不断 明显 显著 大幅 大力 快速 高效 有效 有力 良好 优质 专业 真正 充分 做大 做强 做优
做深 做细 上级 本部门 本组 我们 他们 自己 全员 全体 各部门 各团队 新台阶 台阶 后盾 坚实 后方 方式 方法 手段 措施
办法 行动 事情 东西 地方 时候 方向 样子 程度 引领 带动 赋能 夯实 聚焦 发挥 承担 参与 跟上 紧跟 响应 满足 服务好 实力
活力 动力 潜力 贡献力量 添砖加瓦 尽责 到位 顺利 最好 更好 最佳 出色 受欢迎 欢迎 爱用 好用 行业领先 世界 国内 社会
时代 未来 明天 份内 本职 岗位 角色 助推 守护 护航 公信力 归属感 凝聚力 满足感 获得感 幸福感 兴趣 习惯 素养 意识
责任心 责任感 积极性 主动性 执行力 品质 安心 省心 省事 便捷 方便 舒适 便利 公平 公正 透明 公开 诚信 绿色 低碳 环保
和谐 安全 准时 及时 准确 可靠 可靠性 稳定性 效能 流程 步伐 精神 决策 关爱 关心 关注 重视 投入 提供 获得 感受 感到
成就 成功 顺畅 通畅 高品质 专业性 规范 规范性 规范化 标准化 精细化 科学 合理 完整 丰富 多样 多元 现有 相应 各方 各界
双方 内外 上下 内部 外部 前列 先进 典范 榜样 样板 名片 窗口 桥梁 纽带 基石 支柱 保障力 战斗力 服务力 产品力 竞争
国际化 全球化 现代化 专业化 常态化 制度 规章 文化 理念 思路 策略 模式 路径 渠道 资源 要素 平台 生态 格局 事业 使命感
步骤 节奏 进度 进展 推广 宣传 培养 培育 教育 指导 引导 帮助 协调 沟通 交流 建议 意见 反馈 改进 整改 监督 检查 考核
评估 分析 研究 学习 提质 增效 降本 减负 便民 惠民 得到 使用 利用 受到 更受 关系 系统 项目 程序 项 日常 常规 过程
途径 依据 用好 运动 生活 人群 群众 等待 时间 时长 次数 数量 情形 利民 改革 深化改革 工作量 质效 人才 队伍 骨干 干部
新时代 新征程 高水平 高标准 高效率 全方位 多维度 一线 吸引 促使 使得 加快 加大 加速
""".split()
_EN = """
company companies organisation organization business businesses department departments team teams group function
strategy strategic goal objective target mission vision plan priority priorities initiative effort work role part
job area aspect matter thing way everything everyone anyone people person employee staff colleague customer client
user consumer market industry product service solution offering technology process system quality performance result
outcome success impact value contribution growth progress improvement development capability capacity level standard
experience satisfaction efficiency effectiveness productivity excellence innovation transformation collaboration
alignment need demand expectation opportunity challenge problem issue position leader leadership reputation brand
trust loyalty revenue profit profitability sale share cost year quarter cycle term future world place best choice
partner stakeholder operation execution delivery side time model support help contribute enable ensure make do
deliver drive improve increase grow raise boost enhance strengthen optimise optimize build create provide offer
serve achieve reach meet hit realise realize fulfil fulfill implement execute align focus keep maintain continue
become get give take bring play love like want choose prefer win lead excel succeed scale expand accelerate advance
pursue strive try use rely depend follow good great strong high fast big happy happier better more most overall key
core important general various relevant related new next sustainable healthy world-class leading first-class top
excellent outstanding successful efficient effective effectively together actively continuously company-wide
significantly well also further every any really truly always toward towards whole possible ever stay deeply smooth
smoothly positive fully all-round robust solid high-quality quickly lasting backbone pillar responsibility
responsibilities duty duties task tasks requirement delight delighted satisfied engaged ambition ambitions journey
step steps move forward ahead behind full wide broad wellbeing partnership relationship communication teamwork
awareness compliance culture belonging safety safe sustainably sustainability environment environmental reliable
reliability stable stability engagement engaging decision decisions timely appealing attractive enjoyable pleasant
comfortable comfort audience programme program community communities society social life lives generation
generations quality-of-life high-performing skill skills knowledge expertise talent values mindset spirit energy
commitment motivation motivated accountability ownership transparency transparent clarity clear visibility
consistency consistent flexible agility agile modern digital simple simplify easy easier ease seamless accessible
access inclusive fair open honest professional proactive dedicated careful cooperation cooperate coordination
coordinate communicate promote encourage inspire empower equip foster nurture cultivate develop demonstrate show
attract engage involve participate retain secure protect manage management organise organize organised planning
prepare monitor measure assess review feedback idea ideas insight insights information policy policies practice
practices procedure framework structure resource resources tool tools method approach training learn learning
education guidance direction purpose meaning meaningful difference benefit benefits advantage edge competitive
competitiveness presence footprint expansion acquisition retention conversion adoption interest passion heart hearts
mind minds favourite favorite preferred trusted respected recognised recognized known famous reputable renowned
partner-of-choice number one achievement accomplish accomplishment aspiration dream promise potential possibility
innovative creative creativity modernise sure start day public operational workload project financial international
care punctual resident citizen visitor member rate amount lot bit kind sort type list case example situation
condition state status set range
""".split()


def general_words() -> tuple[frozenset[str], frozenset[str]]:
    """The Chinese words, and the English ones as they stand."""
    return frozenset(_ZH), frozenset(_EN)
