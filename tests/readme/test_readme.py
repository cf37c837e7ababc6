"""Every command shown in the README and in the documentation prints what is shown."""

from pathlib import Path

import pytest

from tools.console_blocks import PAGES, ROOT, Fence, fences, is_like, rewrite, run_page, steps

WRITTEN = [path for pattern in PAGES for path in sorted(ROOT.glob(pattern))]
WITH_BLOCKS = [path for path in WRITTEN if "```console" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("path", WITH_BLOCKS, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_print_what_is_shown(path: Path) -> None:
    ran = run_page(path)
    assert ran, "a console block without a command"
    for step in ran:
        assert step.holds, f"line {step.first}: $ {step.command}\n" + "\n".join(step.actual or [])


def test_the_readme_is_exact() -> None:
    for name in ("README.md", "README.zh.md"):
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        shown = [step for fence in fences(lines) if fence.language == "console" for step in steps(lines, fence)]
        assert any(step.command.startswith("okr-lint ") for step in shown)
        assert not any("…" in step.expected for step in shown)


def test_blocks_are_read_as_they_are_written() -> None:
    lines = [
        "x",
        "  ```console",
        "  $ a \\",
        "      b",
        "  one",
        "  $ c",
        "  ```",
        '```yaml title="t.yaml"',
        "$ no",
        "```",
    ]
    console, other = fences(lines)
    assert other == Fence("yaml", "t.yaml", 0, 8, 9)
    first, second = steps(lines, console)
    assert (first.command, first.expected, second.command, second.expected) == ("a \\\n    b", ["one"], "c", [])


def test_dots_stand_for_any_lines_and_nothing_else_does() -> None:
    assert is_like(["a", "…", "d"], ["a", "b", "c", "d"]) and is_like(["…"], [])
    assert (
        not is_like(["a", "…", "d"], ["a", "b"]) and not is_like(["a"], ["a", "b"]) and not is_like(["…", "x"], ["y"])
    )


def test_what_is_printed_goes_into_the_page_but_never_over_dots(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text('```text title="a.txt"\none\ntwo\n```\n```console\n$ cat a.txt\nold\n$ cat a.txt\n…\nx\n```\n')
    (tmp_path / "examples").mkdir()
    ran = run_page(page)
    assert [step.holds for step in ran] == [False, False]
    rewrite(page, ran)
    written = page.read_text()
    assert "$ cat a.txt\none\ntwo\n$ cat a.txt\n…\nx\n" in written
    assert [step.holds for step in run_page(page)] == [True, False]
