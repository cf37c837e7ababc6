"""Labels for an objective and its key results, read in each other's context."""

from __future__ import annotations

from okr_lint.classifier.features import Features, features_of_set
from okr_lint.classifier.model import Model, load_model
from okr_lint.classifier.types import Label, StatementLabels
from okr_lint.language import Analysis
from okr_lint.model import Objective

INSPIRING_LEVELS = (1, 5)


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
    scores = model.linear.scores(features)
    labels: dict[str, Label] = {}
    for head in model.heads:
        probabilities = head.probabilities(scores)
        best = head.choose(probabilities)
        confidence = probabilities[best]
        labels[head.name] = Label(head.classes[best], confidence, confidence >= head.sure[best])
    quality = 3.0
    for name, lane in model.ratings.items():
        if name == "quality":
            quality = min(5.0, max(1.0, scores[lane]))
        else:
            low, high = INSPIRING_LEVELS
            level = min(high, max(low, round(scores[lane])))
            labels[name] = Label(level, _closeness(scores[lane], level), False)
    return StatementLabels(labels, quality)


def _closeness(score: float, level: int) -> float:
    """How near a rating's score lies to the level it is rounded to: 1 on it, 0.5 half-way."""
    return max(0.0, 1 - abs(score - level))
