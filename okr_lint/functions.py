"""The functions of an organisation by their common names, in Chinese and English."""

from __future__ import annotations

# the first name is the one that is shown; fields of corpus records are free text in either language
FUNCTIONS: dict[str, tuple[str, ...]] = {
    "product": ("product", "products", "产品"),
    "engineering": (
        *("engineering", "engineer", "developer", "developers", "software", "platform", "infrastructure", "backend"),
        *(
            "frontend",
            "front end",
            "sre",
            "devops",
            "compiler",
            "firmware",
            "qa",
            "devtools",
            "tech lead",
            "reliability",
        ),
        *("研发", "软件", "工程", "后端", "前端", "架构", "运维", "测试", "编译", "嵌入", "技术"),
    ),
    "research": ("research", "phd", "lab", "科研", "研究"),
    "data": ("data", "analytics", "machine learning", "ml", "algorithm", "algorithms", "数据", "算法"),
    "sales": ("sales", "account executive", "business development", "销售", "商务", "渠道"),
    "marketing": ("marketing", "brand", "growth", "communications", "pr", "市场", "营销", "品牌", "增长", "公关"),
    "service": (
        *("service", "customer service", "customer success", "customer support", "support", "helpdesk"),
        *("客服", "服务", "客户成功", "售后"),
    ),
    "hr": (
        *("hr", "human resources", "recruiting", "recruitment", "hiring", "people team", "people"),
        *("人力", "人力资源", "人事", "招聘", "培训"),
    ),
    "finance": ("finance", "financial", "accounting", "controller", "cfo", "treasury", "财务", "会计", "金融"),
    "legal": ("legal", "law", "compliance", "counsel", "法务", "法律", "合规"),
    "operations": (
        *("operations", "ops", "logistics", "supply chain", "warehouse", "procurement", "purchasing"),
        *("运营", "物流", "供应链", "采购", "仓储"),
    ),
    "manufacturing": ("manufacturing", "factory", "plant", "production", "制造", "工厂", "生产", "车间"),
    "public sector": (
        *("public sector", "public", "council", "government", "municipal", "ministry"),
        *("政务", "政府", "公共", "街道"),
    ),
    "education": (
        *("education", "school", "schools", "teacher", "university", "college"),
        *("教育", "学校", "教师", "老师", "教研", "高校", "培训班"),
    ),
    "ngo": ("ngo", "ngos", "charity", "volunteer", "nonprofit", "non profit", "公益", "慈善", "基金会", "志愿"),
    "open source": ("open source", "maintainer", "maintainers", "开源"),
    "design": ("design", "designer", "ux", "设计"),
    "security": ("security", "安全"),
    "personal": ("personal", "个人", "生活", "成长"),
}


def functions_of(field: str) -> tuple[str, ...]:
    """The functions that a free text about somebody's field names ("客户成功与客服", "SRE, payments company")."""
    spaced = _spaced(field)
    return tuple(
        function
        for function, names in FUNCTIONS.items()
        if any(f" {name} " in spaced if name.isascii() else name in field for name in names)
    )


def function_named(word: str) -> str | None:
    """The function that goes by this name, "sales" for Sales and 销售; None where none does."""
    wanted = _spaced(word).strip()
    return next((function for function, names in FUNCTIONS.items() if wanted in (function, *names)), None)


def _spaced(text: str) -> str:
    """Lower case, one blank for each run of marks, one at each end."""
    return f" {' '.join(''.join(c if c.isalnum() else ' ' for c in text.lower()).split())} "
