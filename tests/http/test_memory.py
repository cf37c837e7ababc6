"""Workers share what they are forked with: rules, lexicons, and the model with its tables filled."""

from __future__ import annotations

from pathlib import Path

import httpx

from okr_lint.classifier.feature_names import SortedNames
from okr_lint.classifier.linear import Group, Linear
from tests.http.serving import serving
from tests.http.test_life import workers


def kilobytes(pid: int) -> dict[str, int]:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return {line.split(":")[0]: int(line.split()[1]) for line in lines if line.endswith("kB")}


def test_a_worker_owns_little_of_its_memory_however_much_it_has_read() -> None:
    with serving("--workers", "2") as server:
        for at in range(0, 600, 60):  # more statements than after which a process fills the tables for itself
            text = "".join(f"# O{n}: 让第 {n} 家门店独立运转\n- KR1: Hold {n} trainings\n" for n in range(at, at + 60))
            answer = httpx.post(f"{server.url}/v1/check", json={"text": text, "format": "markdown"}, timeout=60)
            assert answer.status_code == 200
        for pid in workers(server):
            used = kilobytes(pid)
            assert used["Private_Dirty"] < used["Shared_Dirty"] / 2, used


def test_filled_tables_score_as_those_that_fill_while_statements_come() -> None:
    groups = [Group(SortedNames([b"a\nb\nc"]), 1.0), Group(SortedNames([b"x\ny"]), None)]
    weights = b"".join(value.to_bytes(2, "little", signed=True) for value in range(-7, 8))
    made = [Linear(groups, weights, [0.5, 0.25, 1.0], [1.0, -1.0]) for _ in range(2)]
    made[1].fill()
    for features in ([{"a", "c", "nothing"}, {"y"}], [set[str](), {"x", "y"}]):
        one, filled = (linear.read(features) for linear in made)
        assert one == filled
        parts = [linear.contributions(features, 1, one.scales) for linear in made]
        assert parts[0] == parts[1]
