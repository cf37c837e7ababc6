"""The figures of compared statements as lines of text, those of ../shared/eval/evaluate.py."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from okr_lint.evaluation.gold import CLAIMS, LABELS, Compared
from okr_lint.evaluation.measures import auc, counted, kappa, macro_f1, spearman

LANGUAGES = ("zh", "en", "all")
_LOUD = ("warning", "error")


def table(rows: Sequence[Compared]) -> Iterator[str]:
    """Labels, findings and scores, one line each."""
    yield from _labels(rows)
    yield ""
    yield from _findings(rows)
    yield ""
    yield from _scores(rows)
    yield from _loudness(rows)


def _chosen(rows: Sequence[Compared], kind: str, language: str) -> list[Compared]:
    return [row for row in rows if row.kind == kind and language in (row.language, "all")]


def _labels(rows: Sequence[Compared]) -> Iterator[str]:
    yield f"{'label':<16}{'lang':<6}{'n':>6}{'macro-F1':>10}{'kappa':>8}{'accuracy':>10}{'regex F1':>10}"
    for kind, names in LABELS.items():
        for name in names:
            for language in LANGUAGES:
                chosen = [r for r in _chosen(rows, kind, language) if name in r.gold]
                pairs = [(r.gold[name], r.said[name]) for r in chosen]
                if len(counted(pairs)) < 2:
                    rare = ", ".join(f"{gold}->{said} {n}" for (gold, said), n in Counter(pairs).most_common())
                    yield f"{kind}.{name:<14}{language:<6}{len(pairs):>6}   too few to score; gold->said: {rare}"
                    continue
                least = macro_f1([(r.gold[name], r.floor[name]) for r in chosen])
                right = sum(gold == said for gold, said in pairs) / len(pairs)
                figures = f"{macro_f1(pairs):>10.3f}{kappa(pairs):>8.3f}{right:>10.3f}{least:>10.3f}"
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

    for language in ("zh", "en"):
        good, bad = (
            [float(r.score) for r in rows if r.language == language and r.verdict == verdict and r.score is not None]
            for verdict in ("good", "bad")
        )
        if good and bad:
            figures = f"AUC {auc(good, bad):.3f} ({len(good)} good, {len(bad)} bad)"
            yield f"authors' own good/bad verdicts, {language}: {figures}"


def _loudness(rows: Sequence[Compared]) -> Iterator[str]:
    """Findings on statements; the whole document of all of them has some of its own."""
    said = [severity for row in rows for severity in row.found.values()]
    loud = sum(severity in _LOUD for severity in said)
    results = sum(row.kind == "K" for row in rows)
    yield (
        f"warnings and errors on statements: {loud} on {len(rows)} ({results} key results); info: {len(said) - loud}"
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "–"
