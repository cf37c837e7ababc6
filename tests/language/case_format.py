"""The form of tests/language/cases/*.tsv: a text, a tab, and what must be found in it."""

from __future__ import annotations

import re
from pathlib import Path

from okr_lint.language import DateMention, Quantity

CASES = Path(__file__).parent / "cases"
_VALUE = re.compile(
    r"^(?:(?P<base>-?[\d.]+|\?)>)?(?P<cmp>>=|<=|>|<|~|\+)?(?P<target>-?[\d.]+?|\?)(?:\.\.(?P<upper>[\d.]+))?$"
)


def _lines(name: str) -> list[list[str]]:
    lines = (CASES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def cases(name: str) -> list[tuple[str, str]]:
    """(text, expectation) of a file, comments left out."""
    return [(text, expected) for text, expected in _lines(name)]


def known_misses() -> list[tuple[str, ...]]:
    """(file, text, what would be right) of the cases that we know to miss."""
    return [tuple(line) for line in _lines("known_misses")]


def wrong_quantities(text: str, found: tuple[Quantity, ...], expected: str) -> str | None:
    """What differs, or None."""
    wanted = [] if expected == "-" else expected.split(" ; ")
    if len(found) != len(wanted):
        return f"{text}: {len(found)} quantities instead of {len(wanted)}: {found}"
    for quantity, form in zip(found, wanted, strict=True):
        if problem := _wrong(quantity, form):
            return f"{text}: {problem} in {quantity}, expected {form!r}"
    return None


def _wrong(quantity: Quantity, form: str) -> str | None:
    form, _, metric = form.partition(" metric=")
    written, *rest = form.split(" ")
    match = _VALUE.match(written)
    if match is None:
        raise ValueError(f"unreadable expectation {written!r}")
    direction = rest.pop() if rest and rest[-1] in ("up", "down", "keep") else None
    unit = " ".join(rest) or None
    masked = "?" in written
    if quantity.masked != masked:
        return "masked"
    if not masked and not _near(quantity.target, match["target"]):
        return "target"
    if not masked and not _near(quantity.baseline, match["base"]):
        return "baseline"
    if match["upper"] and not _near(quantity.upper, match["upper"]):
        return "upper"
    if quantity.comparison != (match["cmp"] or "="):
        return "comparison"
    if (quantity.unit or None) != unit:
        return "unit"
    if direction and quantity.direction != direction:
        return "direction"
    if metric and quantity.metric != metric:
        return "metric"
    return None


def _near(value: float | None, written: str | None) -> bool:
    if value is None or written is None:
        return value is None and written is None
    return abs(value - float(written)) <= 0.01 * max(0.01, abs(float(written))) or abs(value - float(written)) < 0.007


def wrong_dates(text: str, found: tuple[DateMention, ...], expected: str) -> str | None:
    """What differs, or None; a date is written kind:text[:year]."""
    made = [f"{d.kind}:{text[d.start : d.end]}" + (f":{d.year}" if d.year else "") for d in found]
    wanted = [] if expected == "-" else expected.split(" ; ")
    return None if made == wanted else f"{text}: {made} instead of {wanted}"
