"""Edits: byte-exact around them, whole or not at all, until nothing changes; files written atomically."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okr_lint.fixes import apply_edits, choose, mend
from okr_lint.fixes.write import ChangedError, write_over
from okr_lint.linter import Linter
from okr_lint.model import Edit, Finding, Span, Suggestion
from okr_lint.settings import Settings

HEDGED = (
    "# O1: 争取让夜班也吃上热饭\n\n- KR1: 夜餐热食比例从 40% 提升到 85%\n"
    "- KR2: 尽量把浪费从 60 份降到 20 份 <!-- okr-lint: ignore K204 -->\n"
)


def finding(*edits: tuple[int, int, str], applicability: str = "safe") -> Finding:
    made = tuple(Edit(Span(start, end), text) for start, end, text in edits)
    return Finding("X001", "x", "info", "x", None, None, suggestions=(Suggestion("x", applicability, made),))


def test_fixes_that_touch_are_not_made_together() -> None:
    first, inside, beside, far = (
        finding((2, 6, "a")), finding((3, 4, "b")), finding((6, 8, "c")), finding((9, 9, "d"), (12, 13, ""))
    )  # fmt: skip
    assert [f for f, _ in choose([far, beside, inside, first])] == [first, far]
    assert [f for f, _ in choose([finding((11, 12, "z")), far])] == [far]
    same = finding((2, 6, "a"))
    assert len(choose([first, same])) == 2
    assert choose([finding((0, 1, ""), applicability="unsafe"), finding((0, 1, "x"), applicability="display")]) == []


@given(
    st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 5), st.text(max_size=4)), max_size=5)
)
def test_everything_outside_an_edit_stays(text: str, raw: list[tuple[int, int, str]]) -> None:
    findings = []
    for start, length, new in raw:
        low = min(start, len(text))
        findings.append(finding((low, min(low + length, len(text)), new)))
    edits = sorted({e for _, fix in choose(findings) for e in fix.edits}, key=lambda e: e.span)
    made = apply_edits(text, edits)
    at = 0
    for edit, nxt in zip([Edit(Span(0, 0), ""), *edits], [*edits, Edit(Span(len(text), len(text)), "")], strict=True):
        kept = text[edit.span.end : nxt.span.start]
        assert kept in made[at:] if kept else True
        at = made.index(kept, at) + len(kept) if kept else at
    assert edits or made == text


def test_touching_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="touch"):
        apply_edits("abcdef", [Edit(Span(0, 3), "x"), Edit(Span(2, 4), "y")])


def test_a_fix_whose_own_edits_overlap_is_not_offered() -> None:
    """Two hedges in a row once wanted the blank between them twice, and mending the file ended in a traceback."""
    text = "## O1: Try as far as possible to win small shops\n- KR1: Refunds from 5% to 3%\n"
    made = mend(Linter(), text.encode(), "a.md", unsafe=True)
    assert made.data.decode() in (text, text.replace("Try as far as possible to win", "Win"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_newlines_mark_and_encoding_stay(encoding: str, newline: str) -> None:
    data = HEDGED.replace("\n", newline).encode(encoding)
    mended = mend(Linter(), data, "a.md", unsafe=True)
    expected = HEDGED.replace("争取", "").replace("尽量", "").replace(" <!-- okr-lint: ignore K204 -->", "")
    assert mended.data == expected.replace("\n", newline).encode(encoding)
    again = mend(Linter(), mended.data, "a.md", unsafe=True)
    assert again.data == mended.data and again.findings == ()


def test_safe_fixes_alone_leave_words_alone() -> None:
    mended = mend(Linter(), HEDGED.encode(), "a.md")
    assert mended.data.decode() == HEDGED.replace(" <!-- okr-lint: ignore K204 -->", "")
    assert [f.code for f in mended.findings] == ["F007"]


def test_edits_in_json_stay_json() -> None:
    text = '{"objectives": [{"objective": "Try to say \\"hot\\" \\u98ef", "key_results": ["Cut waste from 60 to 20"]}]}'
    mended = mend(Linter(Settings(select=("O108",))), text.encode(), "a.json", unsafe=True)
    assert mended.data.decode() == text.replace("Try to say", "Say")


def test_a_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "a.md", tmp_path / "b.md"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_over(link, b"old", b"new")
    assert target.read_bytes() == b"new" and link.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert sorted(os.listdir(tmp_path)) == ["a.md", "b.md"]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"somebody else's")
    with pytest.raises(ChangedError, match="changed meanwhile"):
        write_over(path, b"old", b"new")
    assert path.read_bytes() == b"somebody else's" and os.listdir(tmp_path) == ["a.md"]
