"""The cache: what a key depends on, its limit, and what happens when its file is damaged."""

import time
from datetime import date
from pathlib import Path

import pytest

from okr_lint.cache import keys
from okr_lint.cache.store import Store
from okr_lint.settings import Settings


def test_results_come_back_in_another_run(tmp_path: Path) -> None:
    first = Store(tmp_path, 1)
    first.put("a", '{"text": "目标 \\ud800"}')
    first.close()
    assert Store(tmp_path, 1).get("a") == '{"text": "目标 \\ud800"}'
    assert Store(tmp_path, 1).get("b") is None


def test_a_key_depends_on_everything_that_judges(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path / "cache", 1)
    folder = tmp_path / "rules"
    folder.mkdir()
    mine = Settings(rule_folders=(str(folder),))
    made = [
        store.key(b"x", "a.md", None, Settings()),
        store.key(b"y", "a.md", None, Settings()),
        store.key(b"x", "b.md", None, Settings()),
        store.key(b"x", "a.md", "text", Settings()),
        store.key(b"x", "a.md", None, Settings(lang="zh")),
        store.key(b"x", "a.md", None, Settings(severity={"K205": "off"})),
        store.key(b"x", "a.md", None, mine),
    ]
    (folder / "X001.yaml").write_text("code: X001\n")
    keys._folders_digest.cache_clear()
    made.append(store.key(b"x", "a.md", None, mine))
    assert len(set(made)) == len(made)
    assert store.key(b"x", "a.md", None, Settings()) == made[0]

    class Tomorrow(date):
        @classmethod
        def today(cls) -> "Tomorrow":
            return cls(2199, 1, 1)

    dated = store.key(b"until=2030-01-01", "a.md", None, Settings())
    monkeypatch.setattr(keys, "date", Tomorrow)
    assert store.key(b"until=2030-01-01", "a.md", None, Settings()) != dated
    assert store.key(b"x", "a.md", None, Settings()) == made[0]


def test_the_oldest_go_when_the_limit_is_reached(tmp_path: Path) -> None:
    import random

    noise = random.Random(3)
    store = Store(tmp_path, 1)
    for number in range(40):
        store.put(str(number), "".join(chr(noise.randrange(0x4E00, 0x9FFF)) for _ in range(20_000)))
    store.close()
    assert (tmp_path / "results-1.sqlite").stat().st_size < 1_200_000
    many = Store(tmp_path / "small", 1)
    for number in range(9000):
        many.put(f"{number:064}", "".join(chr(noise.randrange(33, 127)) for _ in range(90)))
    many.close()
    assert (tmp_path / "small" / "results-1.sqlite").stat().st_size < 1_000_000, "small ones have long keys"
    left = Store(tmp_path, 1)
    assert left.get("0") is None and left.get("39") is not None


def test_a_damaged_file_is_made_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "results-1.sqlite").write_bytes(b"no database at all" * 100)
    store = Store(tmp_path, 1)
    store.put("a", "b")
    store.close()
    assert Store(tmp_path, 1).get("a") == "b" and capsys.readouterr().err == ""


def test_a_folder_that_cannot_be_made_is_said_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    store = Store(tmp_path / "file", 1)
    store.put("a", "b")
    assert store.get("a") is None
    store.close()
    assert capsys.readouterr().err.count("is left alone") == 1


def test_a_run_does_not_keep_others_waiting(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = Store(tmp_path, 1), Store(tmp_path, 1)
    first.put("a", "1")
    began = time.monotonic()
    second.put("b", "2")
    second.close()
    assert first.get("a") == "1" and first.get("b") == "2"
    first.close()
    assert time.monotonic() - began < 1.5 and capsys.readouterr().err == ""
    assert Store(tmp_path, 1).get("a") == "1"
