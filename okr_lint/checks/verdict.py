"""Where a rule's evidence and the classifier's label meet.

They agree: the finding says so ("both"). They disagree: both are weighed as far as each was right on
held-out text (models/verdicts.json; rules/precision.json where a code has no model), and the other
is named in ``why``. What is not precise enough for the rule's own severity is said as info. A label
that is not sure gives no finding alone; a label alone never makes an ``error`` (the engine holds that
too).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from okr_lint.checks.label_words import LabelSentence
from okr_lint.checks.verdict_model import LEAST_ALONE, VerdictModel, least_claims, verdict_models
from okr_lint.classifier.types import Label
from okr_lint.paths import compiled_data

Words = Mapping[str, str]
_LEAST_DIFFERING = 0.6


class Verdict(NamedTuple):
    """What rule and classifier say together; spread it into a ``Match`` with ``**verdict.for_match()``.

    Attributes:
        source: "rule", "classifier" or "both".
        confidence: 0–1.
        severity: severity for the ``Match``; None keeps the rule's own.
        why: reasons about the classifier in both languages; the rule's reasons come from the check.
    """

    source: str
    confidence: float
    severity: str | None = None
    why: tuple[Words, ...] = ()

    def for_match(self, *reasons: Words) -> dict[str, Any]:
        """Keyword arguments for ``Match``, with the check's own ``reasons`` (by language) first."""
        return {
            "source": self.source,
            "confidence": round(self.confidence, 4),
            "severity": self.severity,
            "why": (*reasons, *self.why),
        }


def within_reach(code: str, label: Label | None, claims: str) -> bool:
    """Whether any evidence could lead to a finding; a check asks before it gathers what costs more than this."""
    if label is None or not label.probabilities or listener is not None:
        return True
    return label.probabilities.get(claims, 0.0) >= least_claims().get(code, 0.0)


def combine(
    code: str,
    label_name: str,
    label: Label | None,
    claims: str | tuple[str | int, ...],
    *,
    evidence: bool | None,
    strength: float = 1.0,
    alone: str | None = None,
) -> Verdict | None:
    """The verdict of rule ``code``, or None where there is no finding.

    Args:
        code: looks up the measured precisions.
        label_name, label: the classifier's label that speaks of the same thing, if there is one.
        claims: the value (or values) of the label that this rule's finding claims.
        evidence: True: the rule found it; False: the rule found evidence against it; None: the
            rule has no opinion.
        strength: 0–1, how plain the rule's evidence is; scales its measured precision.
        alone: severity where only one of the two says so; None keeps the rule's own.
    """
    wanted = (claims,) if isinstance(claims, str) else claims
    if listener is not None and label is not None:
        listener(code, label, wanted, evidence, strength)
    model = verdict_models().get(code)
    if model is not None and label is not None and label.probabilities:
        return _weighed(model, label_name, label, wanted, evidence, strength, alone)
    sure = label is not None and label.sure
    agrees = label is not None and label.value in wanted
    ours, theirs = precision(code, "rule") * strength, _classifier_precision(code, label)
    if evidence:
        if not sure or label is None:
            return Verdict("rule", ours, alone) if strength >= LEAST_ALONE else None
        if agrees:
            return Verdict("both", 1 - (1 - ours) * (1 - label.confidence), None, (LabelSentence(label_name, label),))
        if ours >= theirs:
            return Verdict("rule", ours, alone, (LabelSentence(label_name, label, differs=True),))
        return None
    if not sure or not agrees or label is None:
        return None
    if evidence is False and ours >= theirs:
        return None
    severity = "warning" if alone == "error" else alone
    return Verdict("classifier", label.confidence, severity, (LabelSentence(label_name, label),))


# training looks at what the checks bring together through this
Listener = Callable[[str, Label, tuple[str | int, ...], bool | None, float], None]
listener: Listener | None = None


def _weighed(
    model: VerdictModel,
    label_name: str,
    label: Label,
    wanted: tuple[str | int, ...],
    evidence: bool | None,
    strength: float,
    alone: str | None,
) -> Verdict | None:
    """The verdict where both have been weighed against each other on labelled text."""
    claimed = sum(label.probabilities.get(str(value), 0.0) for value in wanted)
    confidence = model.probability(claimed, evidence, strength)
    if confidence < model.said:
        return None
    agrees = label.value in wanted
    source = "both" if evidence and agrees else "rule" if evidence else "classifier"
    severity = "info" if confidence < model.warn else None if source == "both" else alone
    if severity == "error" and source != "both":
        severity = "warning"
    # a label that agrees was weighed in; one that differs is named where it is more than a guess
    told = agrees or label.sure or label.confidence >= _LEAST_DIFFERING
    why = (LabelSentence(label_name, label, differs=not agrees),) if told else ()
    return Verdict(source, confidence, severity, why)


def precision(code: str, who: str) -> float:
    """The measured precision of ``who`` ("rule" or "classifier") for a code; 0.8 before it is measured."""
    return float(_table().get(code, {}).get(who, 0.8))


def _classifier_precision(code: str, label: Label | None) -> float:
    """The measured one, else what the label's calibrated confidence promises."""
    known = _table().get(code, {}).get("classifier")
    return float(known) if known is not None else label.confidence if label is not None else 0.0


def _table() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = compiled_data().get("precision", {})
    return table
