"""What a key result says when the columns beside it are read too: a table keeps baseline and target out of the text."""

from __future__ import annotations

from okr_lint.language import Analysis, analyse
from okr_lint.model import KeyResult


def numbers_beside(key_result: KeyResult) -> tuple[str, str]:
    """Baseline and target that stand beside the text, "" for none; a target is needed for a baseline to count."""
    context = key_result.context
    return (context.baseline or "", context.target) if context.target else ("", "")


def told(key_result: KeyResult, analysis: Analysis) -> Analysis:
    """The analysis to label a key result by: with the numbers beside it, where the text has none of its own."""
    baseline, target = numbers_beside(key_result)
    if not target or analysis.quantities:
        return analysis
    text = analysis.text.rstrip(" .。;；")
    if analysis.language == "en":
        return analyse(f"{text} from {baseline} to {target}" if baseline else f"{text}: reach {target}")
    return analyse(f"{text}从 {baseline} 到 {target}" if baseline else f"{text}达到 {target}")
