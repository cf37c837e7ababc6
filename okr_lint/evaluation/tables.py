"""The figures of compared statements as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from okr_lint.evaluation.gold import CLAIMS, LABELS, Compared
from okr_lint.evaluation.measures import counted, kappa, macro_f1, spearman

LANGUAGES = ("zh", "en", "all")
_LOUD = ("warning", "error")


def table(rows: Sequence[Compared]) -> Iterator[str]:
    """Labels, findings and scores, one line each."""
    yield from _labels(rows)
    yield ""
    yield from _findings(rows)
    yield ""
    yield from _scores(rows)


def _chosen(rows: Sequence[Compared], kind: str, language: str) -> list[Compared]:
    return [row for row in rows if row.kind == kind and language in (row.language, "all")]


def _labels(rows: Sequence[Compared]) -> Iterator[str]:
    yield f"{'label':<16}{'lang':<6}{'n':>6}{'macro-F1':>10}{'kappa':>8}{'accuracy':>10}"
    for kind, names in LABELS.items():
        for name in names:
            for language in LANGUAGES:
                pairs = [(r.gold[name], r.said[name]) for r in _chosen(rows, kind, language) if name in r.gold]
                if len(counted(pairs)) < 2:
                    yield f"{kind}.{name:<14}{language:<6}{len(pairs):>6}   too few of a second value to score"
                    continue
                right = sum(gold == said for gold, said in pairs) / len(pairs)
                figures = f"{macro_f1(pairs):>10.3f}{kappa(pairs):>8.3f}{right:>10.3f}"
                yield f"{kind}.{name:<14}{language:<6}{len(pairs):>6}{figures}"


def _findings(rows: Sequence[Compared]) -> Iterator[str]:
    yield f"{'finding':<10}{'lang':<6}{'flagged':>8}{'precision':>11}{'recall':>8}   at warning the same"
    for code, (kind, name, value) in CLAIMS.items():
        for language in LANGUAGES:
            chosen = [r for r in _chosen(rows, kind, language) if name in r.gold]
            real = sum(r.gold[name] == value for r in chosen)
            any_level = [r for r in chosen if code in r.found]
            loud = [r for r in any_level if r.found[code] in _LOUD]
            first, second = ((len(said), sum(r.gold[name] == value for r in said)) for said in (any_level, loud))
            yield (
                f"{code:<10}{language:<6}{first[0]:>8}{_share(first[1], first[0]):>11}{_share(first[1], real):>8}"
                f"   {second[0]:>6}{_share(second[1], second[0]):>7}{_share(second[1], real):>7}"
            )


def _scores(rows: Sequence[Compared]) -> Iterator[str]:
    for kind in LABELS:
        for language in ("zh", "en"):
            rated = [r for r in _chosen(rows, kind, language) if "quality" in r.gold and r.score is not None]
            rho = spearman([r.gold["quality"] for r in rated], [float(r.score or 0) for r in rated])
            yield f"score against quality rating, {kind} {language}: Spearman {rho:.3f} (n={len(rated)})"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "–"
