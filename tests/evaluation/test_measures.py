"""Own measures against scikit-learn's and scipy's, and against worked examples."""

import random

import pytest

from okr_lint.evaluation.measures import counted, kappa, macro_f1, spearman


def test_rare_values_are_not_scored() -> None:
    pairs = [("a", "a")] * 10 + [("b", "a")] * 9
    assert counted(pairs) == ["a"]
    assert macro_f1(pairs) == pytest.approx(2 * 10 / 29)


def test_kappa_and_macro_f1_equal_scikit_learns() -> None:
    from sklearn.metrics import cohen_kappa_score, f1_score

    rng = random.Random(7)
    gold = [rng.choice("abc") for _ in range(200)]
    said = [g if rng.random() < 0.7 else rng.choice("abc") for g in gold]
    pairs = list(zip(gold, said, strict=True))
    assert kappa(pairs) == pytest.approx(cohen_kappa_score(gold, said))
    assert macro_f1(pairs) == pytest.approx(f1_score(gold, said, average="macro"))


def test_spearman_equals_scipys_with_ties() -> None:
    from scipy.stats import spearmanr

    rng = random.Random(8)
    left = [float(rng.randint(1, 5)) for _ in range(60)]
    right = [value + rng.choice((-1.0, 0.0, 1.0)) for value in left]
    assert spearman(left, right) == pytest.approx(spearmanr(left, right).statistic)
    assert spearman([1.0, 1.0, 1.0], [1.0, 2.0, 3.0]) != spearman([1.0, 1.0, 1.0], [1.0, 2.0, 3.0])  # NaN
