"""How much rule evidence and label weigh together, per code: fitted on held-out labels (models/verdicts.json)."""

from __future__ import annotations

import json
from functools import lru_cache
from math import exp, log
from typing import NamedTuple

from okr_lint.classifier.model import read_checked

PLAIN_STRENGTH = 0.8
# Evidence weaker than this says nothing unless a label agrees.
LEAST_ALONE = 0.65


class VerdictModel(NamedTuple):
    """A logistic regression for one code.

    Attributes:
        intercept, label: weights of 1 and of the logit of the label's probability for the claim.
        plain, weak, against: weights of plain, weak and contrary rule evidence.
        said: least probability at which there is a finding at all.
        warn: least probability at which the finding speaks at the rule's own severity; below it
            is info.
    """

    intercept: float
    label: float
    plain: float
    weak: float
    against: float
    said: float
    warn: float

    def probability(self, claimed: float, evidence: bool | None, strength: float) -> float:
        """Probability that the finding is right."""
        z = self.intercept + self.label * logit(claimed)
        if evidence:
            z += self.plain if strength >= PLAIN_STRENGTH else self.weak
        elif evidence is False:
            z += self.against
        return 1 / (1 + exp(-z))

    def least_claim(self) -> float:
        """The label's probability below which no evidence leads to a finding; a hair less, as sums are rounded."""
        if self.label <= 0:
            return 0.0
        needed = logit(self.said) - self.intercept - max(self.plain, self.weak, 0.0, self.against)
        least = 1 / (1 + exp(-needed / self.label))
        return least - 1e-9 if least > 1e-4 else 0.0


def logit(probability: float) -> float:
    """Log odds, kept finite."""
    kept = min(max(probability, 1e-4), 1 - 1e-4)
    return log(kept / (1 - kept))


@lru_cache(maxsize=1)
def verdict_models() -> dict[str, VerdictModel]:
    """The fitted models by code."""
    return {code: VerdictModel(**entry) for code, entry in json.loads(read_checked("verdicts.json")).items()}


@lru_cache(maxsize=1)
def least_claims() -> dict[str, float]:
    """``VerdictModel.least_claim`` by code."""
    return {code: model.least_claim() for code, model in verdict_models().items()}
