"""Many statements scored at once get exactly what each gets alone."""

from __future__ import annotations

import subprocess
import sys

import numpy
import pytest

from benchmarks.texts import markdown
from okr_lint.classifier import bulk
from okr_lint.classifier.bulk_features import Found, Vocabulary, ngrams_of, words_of
from okr_lint.classifier.bulk_linear import BulkLinear
from okr_lint.classifier.feature_names import SortedNames, blocks_of
from okr_lint.classifier.linear import Group, Linear
from okr_lint.classifier.model import load_model
from okr_lint.classifier.ngrams import ngrams
from okr_lint.classifier.predict import predict_set
from okr_lint.classifier.rolling import Table, lines, numbers_of
from okr_lint.classifier.words import words
from okr_lint.linter import understand
from okr_lint.readers import read_text

TEXTS = [
    "",
    " ",
    "a",
    "让 新同事 第一天就能提交代码",
    "提 升 nps 到 50",
    "首次提交耗时从 3 天降到 1 天,并且 qqqqq 负责",
    "qqqabc's don't-stop state-of-the-art antidisestablishmentarianism-and-more",
    "亼亼亼 的团队",
    "ship v2 & 文档 🚀🚀🚀🚀 done",
    "é à naïve 𠮷野家 café",
    "1,000.5 x 2.0 = 3 % of _n1_",
    "<b> =提升用户体验 ^ $",
    "提升" * 40,
    "go go go go go",
]


def numbers(names: set[str]) -> set[int]:
    return set(numbers_of(lines(sorted(names)))[0].tolist()) if names else set()


def by_owner(found: Found, count: int) -> list[set[int]]:
    return [set(found.numbers[found.owners == at].tolist()) for at in range(count)]


@pytest.mark.parametrize("texts", [TEXTS, TEXTS[:1], TEXTS[2:3], TEXTS[3:4], []], ids=len)
def test_numbers_are_those_of_the_names(texts: list[str]) -> None:
    if not texts:
        assert BulkLinear(load_model("objective").linear).read((Found(*empty()), [], [], Found(*empty())), 0) == []
        return
    met = Vocabulary()
    words_of(TEXTS[:5], met)  # words met before
    assert by_owner(ngrams_of(texts, met), len(texts)) == [numbers(ngrams(text)) for text in texts]
    assert by_owner(words_of(texts, met), len(texts)) == [numbers(words(text)) for text in texts]


def empty() -> tuple[numpy.ndarray, numpy.ndarray]:
    return numpy.zeros(0, dtype=numpy.int64), numpy.zeros(0, dtype=numpy.uint64)


@pytest.mark.parametrize("name", ["objective", "key_result"])
def test_no_two_names_of_a_group_share_a_number_and_each_is_found(name: str) -> None:
    for group in load_model(name).linear.groups:
        made, lengths = numbers_of(group.names.content())
        assert len(set(made.tolist())) == len(made) == len(group.names)
        assert lengths.tolist() == [len(one.encode()) for one in group.names]
        table = Table(made)
        assert table.find(made).tolist() == list(range(len(made)))
        assert set(table.find(made + made.dtype.type(1)).tolist()) == {-1} or len(made) > 1000
        assert table.find(made[:0]).tolist() == []


@pytest.mark.parametrize("languages", [("zh",), ("en",), ("zh", "en")], ids="-".join)
def test_labels_are_those_of_each_statement_alone(languages: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "FIRST", 1)
    monkeypatch.setattr(bulk, "MOST", 333)  # several rounds, the last one not full
    document = read_text(markdown(languages, 1_200) + "# O: \n- KR1: \n", "many.md", "markdown")
    together = understand(document)
    assert len(together.labels) > 1_100
    for objective in document.objectives:
        for name, alone in predict_set(objective, together.analyses).items():
            many = together.labels[name]
            assert many.ratings == alone.ratings
            for label, one in alone.labels.items():
                other = many.labels[label]
                assert (other.value, other.confidence, other.sure) == (one.value, one.confidence, one.sure)
                assert other.probabilities == one.probabilities and other.drivers == one.drivers


def test_extreme_weights_and_statements_without_a_known_feature() -> None:
    import struct

    names = [f"f{n:03}" for n in range(300)]
    rows = [(-32768, 32767, -1, 32767) if n % 2 else (-32768, 32767, 1, -32768) for n in range(600)]
    weights = b"".join(struct.pack("<4h", *row) for row in rows)
    groups = [Group(SortedNames(blocks_of(names)), scale) for scale in (1.0, None)]
    linear = Linear(groups, weights, [1.0] * 4, [0.5] * 3)
    given = [set(names), {"unknown"}, set(), {"f001"}]
    found = [(at, number) for at, one in enumerate(given) for number in numbers(one)]
    owners, made = zip(*found, strict=True)
    asked = Found(numpy.array(owners, dtype=numpy.int64), numpy.array(made, dtype=numpy.uint64))
    many = BulkLinear(linear)
    assert many.read((given, given), 4) == [linear.read((one, one)) for one in given]
    assert many.read((asked, asked), 4) == [linear.read((one, one)) for one in given]


@pytest.mark.parametrize(
    ("documents", "key_results", "loaded"),
    [(1, bulk.FIRST - 2, False), (1, bulk.FIRST, True), (20, bulk.LEAST - 2, False), (20, bulk.LEAST + 1, True)],
)
def test_numpy_is_loaded_where_it_pays(documents: int, key_results: int, loaded: bool) -> None:
    program = (
        "import sys; from okr_lint import Linter; linter = Linter()\n"
        f"text = '# O1: Win\\n' + '- KR1: NPS from 3 to 5\\n' * {key_results}\n"
        f"for _ in range({documents}): linter.check_text(text)\n"
        "print('numpy' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == str(loaded)
