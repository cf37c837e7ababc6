"""Long runs: interrupted, watched, piped into something that stops reading, with a progress bar."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import GOOD, HEDGED

COMMAND = [sys.executable, "-m", "okr_lint", "check"]


def environment(folder: Path) -> dict[str, str]:
    source = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH")}
    return {**source, "XDG_CACHE_HOME": str(folder / ".cache"), "LC_ALL": "C.UTF-8"}


def read_until(stream: int, wanted: bytes, seconds: float = 60) -> bytes:
    got = b""
    end = time.monotonic() + seconds
    while wanted not in got and time.monotonic() < end:
        if select.select([stream], [], [], 0.2)[0]:
            got += os.read(stream, 65536)
    assert wanted in got, got
    return got


def test_ctrl_c_ends_without_a_traceback(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "-", "--isolated"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        cwd=tmp_path, env=environment(tmp_path),
    )  # fmt: skip
    assert process.stdin is not None
    while not (tmp_path / ".cache" / "okr-lint").exists() and process.poll() is None:
        time.sleep(0.05)
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"okr-lint: interrupted\n")


def test_ctrl_c_ends_workers_too(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"okr{number}.md").write_text(HEDGED)
    process = subprocess.Popen(
        [*COMMAND, ".", "-j", "2", "--no-cache", "--output-format", "concise"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=environment(tmp_path),
        start_new_session=True,
    )  # fmt: skip
    assert process.stdout is not None
    read_until(process.stdout.fileno(), b"O108")
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, b"okr-lint: interrupted\n")
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def test_a_reader_that_stops_is_no_error(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"okr{number}.md").write_text(HEDGED)
    command = f"{sys.executable} -m okr_lint check . --output-format json | head -1"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, cwd=tmp_path, env=environment(tmp_path)
    )
    assert (done.stdout, done.stderr) == ("{\n", "")


def test_watch_checks_again_what_changes(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(GOOD)
    process = subprocess.Popen(
        [*COMMAND, ".", "--watch", "--isolated"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path,
        env=environment(tmp_path),
    )  # fmt: skip
    assert process.stdout is not None
    try:
        read_until(process.stdout.fileno(), b"Score")
        time.sleep(1.0)
        path.write_text(HEDGED)
        assert b"O108" in read_until(process.stdout.fileno(), b"Score")
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
    assert process.returncode in (0, 130)


def test_watch_outlives_a_wrong_configuration(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(HEDGED)
    process = subprocess.Popen(
        [*COMMAND, ".", "--watch"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path,
        env=environment(tmp_path),
    )  # fmt: skip
    assert process.stdout is not None and process.stderr is not None
    try:
        assert b"O108" in read_until(process.stdout.fileno(), b"Score")
        time.sleep(1.0)
        (tmp_path / "okr-lint.toml").write_text("profle = 1\n")
        read_until(process.stderr.fileno(), b"did you mean 'profile'")
        (tmp_path / "okr-lint.toml").write_text('ignore = ["O108"]\n')
        assert b"O108" not in read_until(process.stdout.fileno(), b"Score")
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)


RULE = """\
code: X901
name: house-word
severity: warning
applies_to: statement
languages: [zh, en]
match:
  pattern: '%s'
messages:
  zh: 「{word}」
  en: '{word}'
"""


@pytest.mark.parametrize("place", ["above", "extended", "given", "rule", "parent"])
def test_watch_sees_what_lies_outside_the_watched_folder(tmp_path: Path, place: str) -> None:
    folder, beside = tmp_path / "team" / "plans", tmp_path / "beside"
    folder.mkdir(parents=True)
    beside.mkdir()
    (folder / "a.md").write_text(HEDGED)
    arguments: list[str] = []
    changed, before, after = beside / "base.toml", "", 'ignore = ["O108"]\n'
    if place == "above":
        changed = tmp_path / "okr-lint.toml"
    elif place == "extended":
        (folder / "okr-lint.toml").write_text('extend = "../../beside/base.toml"\n')
    elif place == "given":
        arguments = ["--config", str(changed)]
    elif place == "rule":
        (folder / "okr-lint.toml").write_text('rule_folders = ["../../beside"]\n')
        changed, before, after = beside / "X901.yaml", RULE % "synergy", RULE % "[a-z]"
    else:
        changed, before, after = beside / "company.md", GOOD, GOOD.replace("O1", "O7")
        arguments = ["--parent", str(changed)]
    if place != "above":
        changed.write_text(before)
    process = subprocess.Popen(
        [*COMMAND, ".", "--watch", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder,
        env=environment(tmp_path),
    )  # fmt: skip
    assert process.stdout is not None and process.stderr is not None
    try:
        first = read_until(process.stdout.fileno(), b"Score")
        assert b"O108" in first and b"X901" not in first
        time.sleep(1.0)
        if place == "rule":
            changed.write_text("code: X901\n")
            read_until(process.stderr.fileno(), b"is missing")
            time.sleep(1.0)
        changed.write_text(after)
        second = read_until(process.stdout.fileno(), b"Score")
        assert (b"X901" in second) if place == "rule" else place == "parent" or b"O108" not in second
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)


def test_there_is_nothing_to_watch(tmp_path: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "nowhere", "--watch"], cwd=tmp_path, env=environment(tmp_path), capture_output=True, timeout=60
    )
    assert done.returncode == 2 and b"there is no nowhere" in done.stderr


def test_watch_says_when_a_link_of_another_file_breaks(tmp_path: Path) -> None:
    (tmp_path / "company.md").write_text(GOOD)
    (tmp_path / "team.md").write_text(GOOD.replace("---\n\n", "parent: company.md\n---\n\n", 1))
    process = subprocess.Popen(
        [*COMMAND, ".", "--watch", "--isolated", "--select", "A4"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        cwd=tmp_path, env=environment(tmp_path),
    )  # fmt: skip
    assert process.stdout is not None
    try:
        assert b"A401" not in read_until(process.stdout.fileno(), b"Score")
        time.sleep(1.0)
        (tmp_path / "company.md").unlink()
        assert b"team.md" in read_until(process.stdout.fileno(), b"A401")
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)


def on_terminal(folder: Path, files: int) -> tuple[subprocess.Popen[bytes], int]:
    """A check of that many files whose standard error is a terminal, and our end of it."""
    for number in range(files):
        (folder / f"okr{number}.md").write_text(HEDGED)
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, ".", "-j", "1", "--no-cache", "--output", "found.txt"], stdout=subprocess.DEVNULL, stderr=slave,
        cwd=folder, env=environment(folder),
    )  # fmt: skip
    os.close(slave)
    return process, master


def test_progress_is_shown_on_a_terminal_and_taken_away(tmp_path: Path) -> None:
    process, master = on_terminal(tmp_path, 400)
    shown = read_until(master, b"/400 files")
    process.wait(timeout=120)
    while select.select([master], [], [], 0.2)[0]:
        try:
            shown += os.read(master, 65536)
        except OSError:  # the other end is closed
            break
    os.close(master)
    assert shown.rstrip(b"\r\n").endswith(b"\r\x1b[K") and b"#" in shown
    assert "O108" in (tmp_path / "found.txt").read_text()


def test_ctrl_c_takes_the_progress_away_first(tmp_path: Path) -> None:
    process, master = on_terminal(tmp_path, 1000)
    shown = read_until(master, b"/1,000 files")
    process.send_signal(signal.SIGINT)
    shown += read_until(master, b"interrupted")
    assert process.wait(timeout=60) == 130
    os.close(master)
    assert b"files\r\x1b[Kokr-lint: interrupted" in shown


def test_the_judging_of_links_is_shown(tmp_path: Path) -> None:
    (tmp_path / "okr0.md").write_text(HEDGED)
    for number in range(1, 600):
        (tmp_path / f"okr{number}.md").write_text(HEDGED.replace("---\n", "---\nparent: okr0.md#O1\n", 1))
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, ".", "-j", "1", "--no-cache", "--output", "found.txt"], stdout=subprocess.DEVNULL, stderr=slave,
        cwd=tmp_path, env=environment(tmp_path),
    )  # fmt: skip
    os.close(slave)
    shown = b""
    try:
        while more := os.read(master, 65536):
            shown += more
    except OSError:  # the other end is closed
        pass
    os.close(master)
    process.wait(timeout=120)
    assert b"\x1b[K600 files read; judging the links between them\r\x1b[K" in shown
