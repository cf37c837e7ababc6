import pytest

from okr_lint.readers.announcing import section_role
from okr_lint.readers.labels import label_at
from okr_lint.readers.placeholders import is_placeholder
from okr_lint.readers.series import enumeration, labels_in, semicolons

OBJECTIVES = [
    ("O1: Bake better", "O1", "Bake better"),
    ("O-1 Bake better", "O-1", "Bake better"),
    ("【O1】烤出好面包", "O1", "烤出好面包"),
    ("OKR 1：烤出好面包", "OKR 1", "烤出好面包"),
    ("目标一：烤出好面包", "目标一", "烤出好面包"),
    ("目标1、烤出好面包", "目标1", "烤出好面包"),
    ("目標二：烤出好麵包", "目標二", "烤出好麵包"),
    ("一、目标(O)：烤出好面包", "目标(O)", "烤出好面包"),
    ("Objective 2 - Bake better", "Objective 2", "Bake better"),
    ("[Objective] Bake better", "Objective", "Bake better"),
    ("🎯 Objective #3: Bake better", "Objective #3", "Bake better"),
    ("Objective (O1): Bake better", "Objective (O1)", "Bake better"),
    ("O1（目标）｜烤出好面包", "O1（目标）", "烤出好面包"),
    ("Ｏ１：烤出好面包", "Ｏ１", "烤出好面包"),
    ("Objectve 1: Bake better", "Objectve 1", "Bake better"),
    ("Marketing Team Objective: Bake better", "Objective", "Bake better"),
    ("团队O1：烤出好面包", "O1", "烤出好面包"),
    ("中心目标：烤出好面包", "目标", "烤出好面包"),
    ("O.烤出好面包", "O", "烤出好面包"),
]
KEY_RESULTS = [
    ("KR1.1: 40 loaves", "KR1.1", "40 loaves"),
    ("KR-1-1 40 loaves", "KR-1-1", "40 loaves"),
    ("关键结果1：40 个面包", "关键结果1", "40 个面包"),
    ("關鍵結果二：40 個", "關鍵結果二", "40 個"),
    ("关键成果：40 个面包", "关键成果", "40 个面包"),
    ("Key Result #1: 40 loaves", "Key Result #1", "40 loaves"),
    ("[KeyResult] 40 loaves", "KeyResult", "40 loaves"),
    ("[Kay Result] 40 loaves", "Kay Result", "40 loaves"),
    ("1、KR：40 个面包", "KR", "40 个面包"),
    ("├─ Key Result: 40 loaves", "Key Result", "40 loaves"),
    ("1.2 KR: 40 loaves", "KR", "40 loaves"),
    ("Company key result: 40 loaves", "key result", "40 loaves"),
]
NO_LABELS = [
    "O5 / KR1 depends on the mill",
    "O1 and O2 contradict each other",
    "KRs 3, 4 and 5 were changed",
    "目标值：100",
    "目标是烤出好面包",
    "Objection: too expensive",
    "OKRs are set each quarter",
    "Our objective is to win",
    "O'Brien: flour",
    "What makes a good objective",
    "从头开始确定年度目标、季度目标",
]


@pytest.mark.parametrize(("text", "name", "body"), OBJECTIVES)
def test_objective_labels(text: str, name: str, body: str) -> None:
    label = label_at(text)
    assert label is not None and label.role == "objective"
    assert (label.name, text[label.body :]) == (name, body)
    assert text[label.start : label.end].strip() == name


@pytest.mark.parametrize(("text", "name", "body"), KEY_RESULTS)
def test_key_result_labels(text: str, name: str, body: str) -> None:
    label = label_at(text)
    assert label is not None and label.role == "key_result"
    assert (label.name, text[label.body :]) == (name, body)


@pytest.mark.parametrize("text", NO_LABELS)
def test_mentions_and_other_words_are_no_labels(text: str) -> None:
    assert label_at(text) is None


def test_bold_counts_as_a_separator() -> None:
    assert label_at("Objective Bake better") is None
    label = label_at("Objective Bake better", (9,))
    assert label is not None and label.body == 10


def test_several_labels_in_one_line() -> None:
    text = "O：烤出好面包 KR1：40 个 KR2：评分 4.8"
    assert [label.name for label in labels_in(text)] == ["O", "KR1", "KR2"]
    assert labels_in("Martin and Bo u.n.o. do it") == []


def test_enumerations_must_count_from_one() -> None:
    text = "1）面包，2）蛋糕，3）饼干"
    assert [text[a:b] for a, b in enumeration(text)] == ["面包，", "蛋糕，", "饼干"]
    assert enumeration("2）蛋糕，3）饼干") == []
    assert enumeration("we had (1) problem") == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Key Results", "key_result"),
        ("**关键结果：**", "key_result"),
        ("關鍵結果", "key_result"),
        ("Objectives", "objective"),
        ("Initiatives", "initiative"),
        ("关键举措", "initiative"),
        ("为什么做（Why）", "other"),
        ("Bake", None),
    ],
)
def test_section_words(text: str, role: str | None) -> None:
    assert section_role(text) == role


@pytest.mark.parametrize(
    ("text", "name", "aside", "body"),
    [
        ("[Stretch] Objective 1: Bake", "Objective 1", "Stretch", "Bake"),
        ("【技术】O1：烤面包", "O1", "技术", "烤面包"),
        ("KR1（速度）40 分钟出炉", "KR1", "速度", "40 分钟出炉"),
        ("[!goal] O2: Bake", "O2", None, "Bake"),
    ],
)
def test_tags_beside_a_label(text: str, name: str, aside: str | None, body: str) -> None:
    label = label_at(text)
    assert label is not None
    assert (label.name, label.aside, text[label.body :]) == (name, aside, body)


@pytest.mark.parametrize("text", ["[Stretch] Bake more", "O1（公司）和 O2 的关系", "[Stretch] objective work"])
def test_tags_without_a_label(text: str) -> None:
    assert label_at(text) is None


def test_semicolons_part_a_list() -> None:
    text = "40 loaves; 12 towns；9 cakes;"
    assert [text[a:b].strip() for a, b in semicolons(text)] == ["40 loaves", "12 towns", "9 cakes"]
    assert semicolons("one; ") == []


@pytest.mark.parametrize("text", ["[Your objective]", "<目标>", "[metric] from [X] to", "...", "{{ objective }}"])
def test_blanks_of_templates(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize("text", ["Build a <NewOven> and sell it", "Ship [P]", "Zero…", "增长到 <XX>", "NPS > 50"])
def test_sentences_with_a_blank_are_none(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize("code", ["C1", "P1", "S2", "B12"])
def test_letters_with_a_number_are_a_label_before_a_colon(code: str) -> None:
    label = label_at(f"Objective {code}: Front desk staff love Mondays")
    assert label is not None and label.role == "objective" and label.body == len(f"Objective {code}: ")
