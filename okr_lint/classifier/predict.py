"""Labels for an objective and its key results, read in each other's context."""

from __future__ import annotations

from collections.abc import Sequence

from okr_lint.classifier.features import Features, features_of_set
from okr_lint.classifier.heads import LabelHead
from okr_lint.classifier.model import Model, load_model
from okr_lint.classifier.types import Label, StatementLabels
from okr_lint.language import Analysis
from okr_lint.model import Objective


def predict_set(objective: Objective, analyses: dict[str, Analysis]) -> dict[str, StatementLabels]:
    """Labels by statement id for an objective and all its key results."""
    key_results = objective.key_results
    own, others = features_of_set(analyses[objective.id], [analyses[k.id] for k in key_results])
    made = {objective.id: predict(load_model("objective"), own)}
    if key_results:
        model = load_model("key_result")
        for key_result, features in zip(key_results, others, strict=True):
            made[key_result.id] = predict(model, features)
    return made


def predict(model: Model, features: Features) -> StatementLabels:
    """All labels and ratings of one statement from its features."""
    return read_labels(model.heads, model.ratings, model.linear.scores(features))


def read_labels(heads: Sequence[LabelHead], ratings: dict[str, int], scores: Sequence[float]) -> StatementLabels:
    """Labels, probabilities and ratings that some lane scores stand for."""
    made = StatementLabels()
    for head in heads:
        probabilities = head.probabilities(scores)
        best = head.choose(probabilities)
        confidence = probabilities[best]
        made.labels[head.name] = Label(head.classes[best], confidence, confidence >= head.sure[best])
        made.probabilities[head.name] = dict(zip(head.classes, probabilities, strict=True))
    for name, lane in ratings.items():
        made.ratings[name] = rating = min(5.0, max(1.0, scores[lane]))
        if name != "quality":
            level = round(rating)
            made.labels[name] = Label(level, 1 - abs(rating - level), False)
    return made
