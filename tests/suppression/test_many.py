"""Many comments in one file take time that grows with their number, and still hold for what they held for."""

from __future__ import annotations

import time

from okr_lint import Linter
from okr_lint.checks.engine import Engine
from okr_lint.linter import _sets, understand
from okr_lint.readers import read_text
from okr_lint.settings import Settings
from okr_lint.suppression import suppress

ENGINE: Engine = Linter(Settings(select=("K218", "F007"))).engine


def spent(text: str) -> tuple[float, int]:
    """CPU seconds of the filter alone, and how many findings stay."""
    document = read_text(text, "many.md", "markdown")
    sets = _sets(document, understand(document))
    findings = [f for f in ENGINE.run(document, sets, None) if f.code == "K218"]
    start = time.process_time()
    kept = suppress(document, sets, findings, ENGINE)
    return time.process_time() - start, len(kept)


def test_comments_beside_statements() -> None:
    def text(count: int) -> str:
        lines = (f"- KR{n % 900}: Try to sign {n + 2} partners <!-- okr-lint: ignore K218 -->\n" for n in range(count))
        return "## O1: Shops come back\n\n" + "".join(lines)

    (small, none), (large, left) = spent(text(200)), spent(text(1_600))
    assert none == left == 0
    assert large < 25 * small + 0.05  # 8 times as many; what is quadratic takes 64 times as long


def test_comments_on_lines_of_their_own() -> None:
    def text(count: int) -> str:
        row = "<!-- okr-lint: ignore K218 -->\n" * count
        return f"## O1: Shops come back\n\n{row}- KR1: Try to sign 12 partners\n- KR2: Try to sign 9 shops\n"

    (small, _), (large, left) = spent(text(150)), spent(text(1_200))
    assert left == 1
    assert large < 25 * small + 0.05
