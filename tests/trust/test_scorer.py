"""The scorer of the tool gives what scikit-learn gives on the stored weights."""

from __future__ import annotations

import math

import pytest

from okr_lint.classifier.feature_names import SIZE, SortedNames, blocks_of, joined, parted
from okr_lint.classifier.features import features_of_set
from okr_lint.classifier.linear import Group, Linear
from okr_lint.classifier.model import load_model
from okr_lint.language import analyse

SETS = [
    ("让夜班护士十分钟排完班", ["排班耗时从 95 分钟降到 10 分钟", "每周开一次例会", "优化排班流程", "上线自助换班"]),
    ("Night nurses stop calling us about shifts", ["Calls down from 40 to 5", "Run 3 workshops", "Improve the app"]),
    ("提升 NPS", ["NPS 达到 50", "Ship v2 & 文档", ""]),
]


def dense(linear: Linear, features: tuple[set[str], ...]) -> list[float]:
    """Scores by numpy and scikit-learn's decision function, from the same stored numbers."""
    import numpy
    from sklearn.linear_model import LogisticRegression

    lanes = len(linear.intercepts)
    rows = numpy.frombuffer(linear.weights, dtype="<i2").reshape(-1, lanes + 1).astype(float)
    rows *= numpy.array(linear.lane_scales)
    size = sum(len(group.names) for group in linear.groups)
    first = 0
    x = numpy.zeros((1, size))
    for group, names in zip(linear.groups, features, strict=True):
        known = [first + at for at, name in enumerate(group.names) if name in names]
        first += len(group.names)
        scale = group.scale
        if known:
            x[0, known] = 1 / numpy.linalg.norm(rows[known, -1]) if scale is None else scale
    model = LogisticRegression()
    model.classes_ = numpy.arange(lanes)
    model.coef_ = rows[:size, :lanes].T
    model.intercept_ = numpy.array(linear.intercepts)
    return [float(value) for value in model.decision_function(x)[0]]


@pytest.mark.parametrize("okr", SETS, ids=[objective for objective, _ in SETS])
def test_scores_equal_scikit_learn(okr: tuple[str, list[str]]) -> None:
    objective, key_results = okr
    own, others = features_of_set(analyse(objective), [analyse(text) for text in key_results])
    for name, features in [("objective", own), *(("key_result", one) for one in others)]:
        linear = load_model(name).linear
        ours, theirs = linear.scores(features), dense(linear, features)
        assert all(math.isclose(a, b, abs_tol=1e-9) for a, b in zip(ours, theirs, strict=True))


def test_extreme_weights_do_not_run_into_their_neighbours() -> None:
    import struct

    lanes, features = 3, 300
    rows = [(-32768, 32767, -1, 32767) if n % 2 else (-32768, 32767, 1, -32768) for n in range(features)]
    weights = b"".join(struct.pack("<4h", *row) for row in rows)
    names = [f"{n:03}" for n in range(features)]
    linear = Linear([Group(SortedNames(blocks_of(names)), 1.0)], weights, [1.0] * (lanes + 1), [0.0] * lanes)
    assert linear.scores([set(names)]) == [-32768.0 * features, 32767.0 * features, 0.0]
    assert sorted(linear.contributions([{"000", "001"}], 2, [1.0])) == [(-1.0, "001"), (1.0, "000")]


@pytest.mark.parametrize("count", [0, 1, SIZE, SIZE + 1, 3 * SIZE - 1])
def test_names_are_found_where_they_stand(count: int) -> None:
    every = sorted(f"{n:x}" for n in range(2 * count))
    known = every[::2]
    names = SortedNames(blocks_of(known))
    assert len(names) == count
    assert list(names) == known
    places = {name: at for at, name in enumerate(known)}
    assert all(names.place(name) == places.get(name) for name in ["", *every, "zz"])


@pytest.mark.parametrize("counts", [(), (0, 0), (3, 0, SIZE, SIZE + 1, 1)])
def test_names_of_groups_are_one_file(counts: tuple[int, ...]) -> None:
    groups = [blocks_of([f"{n:04} 指标" for n in range(count)]) for count in counts]
    assert parted(joined(groups), counts) == groups


def test_the_first_statements_and_the_later_ones_are_scored_alike() -> None:
    """Features are looked up one by one at first, in filled tables later."""
    own, _ = features_of_set(analyse(SETS[1][0]), [analyse(text) for text in SETS[1][1]])
    stored = load_model("objective").linear
    linear = Linear(stored.groups, stored.weights, stored.lane_scales, stored.intercepts)
    first = linear.read(own)
    explained = linear.contributions(own, 0, first.scales)
    for n in range(600):
        linear.scores([{f"never met {n}"}, set(), set(), set()])
    assert linear._met is None and not any(f"never met {n}" in linear._tables[0] for n in range(600))
    assert linear.read(own) == first and linear.contributions(own, 0, first.scales) == explained


def test_names_of_the_models_are_in_the_order_that_bisection_needs() -> None:
    for name in ("objective", "key_result"):
        assert all(list(group.names) == sorted(set(group.names)) for group in load_model(name).linear.groups)
