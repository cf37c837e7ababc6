"""Labels for an objective and its key results, read in each other's context."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from okr_lint.classifier.drivers import CUES, Explanation, Trace
from okr_lint.classifier.features import GROUPS, Features, features_of_set
from okr_lint.classifier.heads import LabelHead
from okr_lint.classifier.linear import Reading
from okr_lint.classifier.model import load_model
from okr_lint.classifier.told import told
from okr_lint.classifier.types import Label, StatementLabels
from okr_lint.language import Analysis
from okr_lint.model import Objective


def predict_set(objective: Objective, analyses: dict[str, Analysis]) -> dict[str, StatementLabels]:
    """Labels by statement id for an objective and all its key results."""
    key_results = objective.key_results
    read = [told(key_result, analyses[key_result.id]) for key_result in key_results]
    own, others = features_of_set(analyses[objective.id], read)
    made = {objective.id: predict("objective", own, analyses[objective.id])}
    for key_result, features, analysis in zip(key_results, others, read, strict=True):
        made[key_result.id] = predict("key_result", features, analysis)
    return made


def predict(task: str, features: Features, analysis: Analysis) -> StatementLabels:
    """All labels and ratings of one statement from its features, by the model ``task``."""
    reading = load_model(task).linear.read(features)
    return labels_of(task, reading, features[GROUPS.index("cues")], analysis)


def labels_of(task: str, reading: Reading, cues: set[str], analysis: Analysis) -> StatementLabels:
    """The labels and ratings that the scorer's reading of a statement stands for; its own cues explain them."""
    model = load_model(task)
    trace = Trace(analysis, cues & CUES.keys(), reading.scales)

    def explain(head: LabelHead, best: int) -> Explanation:
        return Explanation(task, head.lanes[best], trace)

    return read_labels(model.heads, model.ratings, reading.scores, explain)


def read_labels(
    heads: Sequence[LabelHead],
    ratings: dict[str, int],
    scores: Sequence[float],
    explain: Callable[[LabelHead, int], Explanation] | None = None,
) -> StatementLabels:
    """Labels, probabilities and ratings that some lane scores stand for."""
    made = StatementLabels()
    for head in heads:
        probabilities = head.probabilities(scores)
        best = head.choose(probabilities)
        confidence = probabilities[best]
        by_class = dict(zip(head.classes, probabilities, strict=True))
        made.labels[head.name] = Label(
            head.classes[best],
            confidence,
            confidence >= head.sure[best],
            explain(head, best) if explain else (),
            by_class,
        )
    for name, lane in ratings.items():
        made.ratings[name] = rating = min(5.0, max(1.0, scores[lane]))
        if name != "quality":
            level = round(rating)
            made.labels[name] = Label(level, 1 - abs(rating - level), False)
    return made
