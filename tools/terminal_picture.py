"""Takes docs/images/terminal.png: what okr-lint really prints, with its colours: python -m tools.terminal_picture."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

_ROOT = Path(__file__).resolve().parents[1]
_PICTURE = _ROOT / "docs" / "images" / "terminal.png"
_COMMAND = ["okr-lint", "check", "examples/team.md"]
_COLUMNS = 100
# the font's Chinese characters are exactly two columns wide, so underlines stand where a terminal has them
_PAGE = """<!DOCTYPE html><meta charset="utf-8"><style>{stylesheet}
body {{ margin: 0; width: max-content; background: {background}; color: {foreground}; }}
pre {{ margin: 0; padding: 16px 20px; font: 14px/1.4 "Noto Sans Mono CJK SC", monospace; }}
</style><pre>{code}</pre>"""


def printed() -> str:
    """The output with ANSI colours, below the command; AssertionError if it is not that of a file with errors."""
    environment = {**os.environ, "COLUMNS": str(_COLUMNS), "NO_COLOR": ""}
    command = [str(Path(sys.executable).parent / _COMMAND[0]), *_COMMAND[1:], "--color", "always"]
    ran = subprocess.run(command, cwd=_ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode == 1, ran.stderr
    return f"$ {' '.join(_COMMAND)}\n{ran.stdout.rstrip()}"


def as_page(ansi: str) -> str:
    """An HTML page that looks like a dark terminal."""
    console = Console(record=True, file=io.StringIO(), width=2 * _COLUMNS, color_system="truecolor")
    console.print(Text.from_ansi(ansi), soft_wrap=True)
    return console.export_html(theme=DIMMED_MONOKAI, code_format=_PAGE)


def take() -> None:
    """Write the picture."""
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        page = browser.new_page(device_scale_factor=1.5)
        page.set_content(as_page(printed()))
        page.locator("pre").screenshot(path=str(_PICTURE))
        browser.close()


if __name__ == "__main__":
    take()
