"""Owners named in the statement itself; better missed than invented."""

from __future__ import annotations

import pytest

from okr_lint.language import analyse


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("上线新版会员中心 @李娜", ["李娜"]),
        ("Ship the exporter @sam", ["sam"]),
        ("完成仓库搬迁（张伟）", ["张伟"]),
        ("完成仓库搬迁（小陈）", ["小陈"]),
        ("Owner: Dana Reed. Ship it", ["Dana Reed"]),
        ("发布白皮书，负责人：王芳", ["王芳"]),
        ("发布白皮书（负责人：王芳）", ["王芳"]),
        ("由赵敏牵头完成审计", ["赵敏"]),
        ("mail to team@example.com", []),
        ("转化率达到 30%（全国）", []),
        ("优化性能（安卓）", []),
        ("Lead the market", []),
        ("owner satisfaction above 80%", []),
        ("提升品牌知名度（华东）", []),
    ],
)
def test_owners(text: str, names: list[str]) -> None:
    assert [owner.name for owner in analyse(text).owners] == names
