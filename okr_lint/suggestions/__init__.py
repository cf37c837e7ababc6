"""Scaffolds, candidate metrics and mechanical fixes: what a finding proposes, never with an invented number."""

from okr_lint.suggestions.fixes import Change, drop, split, unnumbered
from okr_lint.suggestions.leads import result_alone
from okr_lint.suggestions.metrics import Metric, candidate_metrics, catalogue
from okr_lint.suggestions.nouns import object_noun, object_range
from okr_lint.suggestions.scaffolds import change_scaffold, lowered, measure_blank, metric_names, metric_scaffold

__all__ = [
    "Change",
    "Metric",
    "candidate_metrics",
    "catalogue",
    "change_scaffold",
    "drop",
    "lowered",
    "measure_blank",
    "metric_names",
    "metric_scaffold",
    "object_noun",
    "object_range",
    "result_alone",
    "split",
    "unnumbered",
]
