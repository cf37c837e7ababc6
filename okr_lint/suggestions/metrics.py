"""The catalogue of metrics (rules/metrics.yaml), and which of them fit a statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from okr_lint.language import Analysis
from okr_lint.language.terms import Terms
from okr_lint.paths import compiled_data
from okr_lint.suggestions.metric_words import Target, targets

_STATEMENT, _OBJECTIVE = 3.0, 0.8
_FIELD_SHARE = 0.15
_LEAST = 0.45
_MOST_RECENT = 256
# Verbs that are also words of a field ("run a training" is no running, 发布 of a report no deployment): what a
# statement does to a thing tells nothing of what the thing is, so they are not counted where they are its verb.
_ENGLISH_VERBS = (
    "run write support help use build work read return review walk close order sign share save love attend collect "
    "plant deliver conduct release ship deploy open acquire discover visit visits apply"
)
_CHINESE_VERBS = "发布 發布 上线 上線 开发 開發 组织 組織 召开 分享 输出 输送 交付 构建 检查 沟通 溝通 处理 拜访"
_NOT_AS_VERB = frozenset((*_ENGLISH_VERBS.split(), *_CHINESE_VERBS.split()))
_VERBS = ("output_verb", "activity_verb", "own_verb")
_SPEAKING = 2  # words that have to speak for a metric or its field: one alone may mean something else


class Metric(NamedTuple):
    """A metric that a suggestion may propose.

    Attributes:
        field: "product", "growth", … (the keys of ``fields`` in rules/metrics.yaml).
        zh, en: its name.
        unit, unit_en: its unit in each language; may be empty.
        direction: "up" or "down", the way that is better.
    """

    field: str
    zh: str
    en: str
    unit: str
    unit_en: str
    direction: str

    def name(self, language: str) -> str:
        """The name in "zh" or "en"."""
        return self.en if language == "en" else self.zh


class Catalogue:
    """All metrics and the words that make them relevant."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.fields: dict[str, dict[str, Any]] = data["fields"]
        self._entries: list[dict[str, Any]] = data["metrics"]
        self._words: list[str] = data["words"].split("\n")
        self.terms = Terms(self._words, _inside_word)
        self._lines: list[str] = data["targets"].split("\n")
        self._targets: dict[int, tuple[Target, ...]] = {}
        self._recent: dict[str, list[tuple[str, Target]]] = {}

    @cached_property
    def metrics(self) -> list[Metric]:
        """All metrics in the order of the catalogue."""
        return [_metric(entry) for entry in self._entries]

    def rank(self, weighted: list[tuple[str, float]], count: int | None = None, *, asked: bool = True) -> list[Metric]:
        """The metrics that the words of some (folded) texts speak for, best first; ``count`` of them at most.

        A word has more than one meaning ("plant", 健康): one alone is enough only where it is part of the metric's
        name, says more than whom it is about, and stands in the first text (or that one says nothing and hardly another
        metric has the word; ``asked``: any metric); else a second word is needed, for the metric or its field.
        """
        scores: dict[int, float] = defaultdict(float)
        fields: dict[str, float] = defaultdict(float)
        speaking: dict[int, dict[str, Target]] = defaultdict(dict)
        of_field: dict[str, set[str]] = defaultdict(set)
        first: set[str] | None = None
        for text, weight in weighted:
            found = self._targets_in(text)
            first = {word for word, _ in found} if first is None else first
            for word, target in found:
                # A word that many metrics share says little about each of them.
                for index in target.metrics:
                    scores[index] += weight / len(target.metrics) ** 0.5
                    speaking[index][word] = target
                for name in target.fields:
                    fields[name] += weight * _FIELD_SHARE
                    of_field[name].add(word)
        entries = self._entries
        ranked = sorted([(-score - fields[entries[index]["field"]], index) for index, score in scores.items()])
        fit = [
            index
            for score, index in ranked
            if -score >= _LEAST
            and _sure(entries[index], speaking[index], of_field[entries[index]["field"]], first, asked)
        ]
        return [_metric(entries[index]) for index in fit[:count]]

    def _targets_in(self, text: str) -> list[tuple[str, Target]]:
        """What a text's words speak for; remembered, because an objective is asked for with each of its key results."""
        found = self._recent.get(text)
        if found is None:
            if len(self._recent) >= _MOST_RECENT:
                self._recent.clear()
            found = self._recent[text] = self._found(text)
        return found

    def _found(self, text: str) -> list[tuple[str, Target]]:
        found: dict[tuple[int, bool], tuple[str, Target]] = {}
        for last, place in _outermost(self.terms.found(text), self._words):
            word = self._words[place]
            start, end = last + 1 - len(word), last + 1
            if start and _inside_word(text[start - 1], word[0]):
                continue
            known = self._targets.get(place)
            if known is None:
                known = self._targets[place] = targets(self._lines[place])
            for target in known:
                if not (target.whole and word[-1].isascii() and _goes_on(text, end)):
                    found[place, target.whole] = (word, target)
        return list(found.values())


def _inside_word(before: str, character: str) -> bool:
    return character.isascii() and before.isascii() and before.isalnum()


_FEW = 2
# Whom something is about tells little of what of it is measured.
_WHO_ZH = "客户 用户 患者 员工 学生 居民 群众 志愿 团队 老师 教师 家长 供应商 司机 会员 读者 顾客 同事 伙伴"
_WHO_EN = (
    "customer user patient employee student resident volunteer team staff teacher parent supplier partner member "
    "reader colleague citizen people"
)
_WHO = frozenset((*_WHO_ZH.split(), *_WHO_EN.split()))


def _sure(
    entry: dict[str, Any], speaking: dict[str, Target], of_field: set[str], first: set[str] | None, asked: bool
) -> bool:
    """Whether what speaks for a metric is more than one word that may mean something else."""
    zh, en = entry["zh"].lower(), f" {entry['en'].lower()}"
    for word, target in speaking.items():
        if (first and word not in first) or (word in _WHO and not asked):
            continue
        named = f" {word}" in en if word.isascii() else word in zh
        if named and (len(target.metrics) <= _FEW or ((first or asked) and entry["field"] in target.fields)):
            return True
    words = sorted(of_field.union(speaking))
    apart = [word for word in words if not any(word != other and word in other for other in words)]
    return len(apart) >= _SPEAKING


def _outermost(found: Iterable[tuple[int, int]], words: list[str]) -> list[tuple[int, int]]:
    """The terms without Chinese ones that stand inside a longer one: 解决 in 解决方案 means something else."""
    kept, furthest = [], -1
    for last, place in sorted(found, key=lambda one: (one[0] + 1 - len(words[one[1]]), -one[0])):
        if last > furthest or words[place].isascii():
            kept.append((last, place))
        furthest = max(furthest, last)
    return kept


def _goes_on(text: str, end: int) -> bool:
    """Whether the English word goes on after ``end``, by more than a plural or possessive."""
    if text.startswith("es", end):
        end += 2
    elif text.startswith(("s", "'s", "’s"), end):
        end += 1 + (text[end] != "s")
    return end < len(text) and text[end].isascii() and text[end].isalpha()


def _metric(entry: dict[str, Any]) -> Metric:
    unit = str(entry["unit"])
    return Metric(entry["field"], entry["zh"], entry["en"], unit, str(entry.get("unit_en", unit)), entry["direction"])


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The catalogue that ships with okr-lint (key "metrics" of rules/compiled.json)."""
    return Catalogue(compiled_data()["metrics"])


def candidate_metrics(
    statement: Analysis, objective: Analysis | None = None, count: int = 3, *, asked: bool = True
) -> list[Metric]:
    """Up to ``count`` metrics for what the statement and its objective are about, best first.

    Empty where no word of theirs speaks for any: better no proposal than one from another field. One that nobody has
    ``asked`` for needs more than a word for whom it is about.
    """
    weighted = [(_without_verbs(statement), _STATEMENT)]
    if objective is not None and objective is not statement:
        weighted.append((_without_verbs(objective), _OBJECTIVE))
    return catalogue().rank(weighted, count, asked=asked)


def _without_verbs(analysis: Analysis) -> str:
    """The statement without verbs that are words of a field, where they are what is done."""
    text = analysis.normal
    if (head := analysis.head) is not None and head.word.lower() in _NOT_AS_VERB:
        text = _blanked(text, head.start, head.end)
    for name in _VERBS:
        for hit in analysis.found(name):
            if text[hit.start : hit.end] == hit.term and hit.term in _NOT_AS_VERB:  # "run", not "running"
                text = _blanked(text, hit.start, hit.end)
    return text


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]
