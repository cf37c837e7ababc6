"""What a check makes goes as soon as nobody holds it: a run of the command need not walk through all objects."""

from __future__ import annotations

import gc

import pytest

from okr_lint.linter import Linter
from okr_lint.memory import Memory
from okr_lint.paths import data_folder
from okr_lint.reporters.json_report import file_object

FILES = ("team.md", "draft.zh.md", "draft.en.md", "support.csv", "onboarding.yaml")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("remembers", [False, True])
def test_a_check_leaves_nothing_to_the_collector(name: str, remembers: bool) -> None:
    linter = Linter(memory=Memory() if remembers else None)
    path = data_folder("examples") / name
    file_object(linter.check_file(path))  # what is loaded or compiled once stays anyway
    gc.collect()
    gc.disable()
    try:
        for _ in range(3):
            file_object(linter.check_file(path))
        assert gc.collect() == 0
    finally:
        gc.enable()
