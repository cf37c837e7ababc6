from collections import Counter

from okr_lint.language import analyse
from okr_lint.suggestions import candidate_metrics, catalogue


def names(statement: str, objective: str | None = None, language: str = "zh") -> list[str]:
    return [m.name(language) for m in candidate_metrics(analyse(statement), analyse(objective) if objective else None)]


def test_the_catalogue_covers_every_field_in_both_languages() -> None:
    metrics = catalogue().metrics
    assert len(metrics) >= 150
    per_field = Counter(m.field for m in metrics)
    assert set(per_field) == set(catalogue().fields) and min(per_field.values()) >= 10
    for language in ("zh", "en"):
        assert not [n for n, times in Counter(m.name(language) + m.field for m in metrics).items() if times > 1]
    assert {m.direction for m in metrics} == {"up", "down"}


def test_no_metric_carries_a_number_to_reach() -> None:
    for metric in catalogue().metrics:
        assert not any(mark in metric.zh + metric.en for mark in "%≥≤<>")


def test_a_statement_chooses_its_own_field() -> None:
    assert names("优化新手引导")[0] == "新手引导完成率"
    assert "跨团队需求平均等待时长" in names("加强跨部门协作")
    assert "waiting time between teams" in names("Improve cross-team collaboration", language="en")
    assert "5 km time" in names("Go running more often to lose weight", language="en")


def test_one_word_alone_may_mean_something_else() -> None:
    assert names("Open two new sites", "No family goes hungry", language="en") == []
    assert names("Plant 500 oaks", "Shade in every street", language="en") == []
    assert names("Hold discovery calls", "Win hotels", language="en") == []
    assert names("沉淀一套行业解决方案", "打开新能源行业的局面") == []
    assert names("完成健康度看板", "建立客户健康度模型")[0] != "每周运动次数"
    assert "招聘" not in names("发布年度成果报告", "让捐款人看见改变")
    assert names("减少投诉")[0] == "投诉量"


def test_the_objective_decides_where_the_statement_is_silent() -> None:
    assert names("做得更好") == []
    assert "患者平均候诊时间" in names("做得更好", "让患者在门诊少等一会儿")


def test_english_words_match_at_word_starts_only() -> None:
    assert "5 km time" not in names("Prune the backlog", language="en")
    assert names("Support tickets", language="en") == names("support ticket", language="en") != []
