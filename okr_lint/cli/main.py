"""`okr-lint`: arguments in, exit code out."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

# command -> (module with ``configure(parser)`` and ``run(args)``, one line of help)
COMMANDS = {
    "check": ("okr_lint.cli.check", "check files, folders or standard input"),
    "parse": ("okr_lint.cli.parse", "show what was understood of a file"),
    "rule": ("okr_lint.cli.rule", "explain one rule, with examples"),
    "rules": ("okr_lint.cli.rules", "list all rules"),
    "score": ("okr_lint.cli.score", "show scores with their parts"),
    "examples": ("okr_lint.cli.examples", "show well-written OKRs close to a text"),
    "init": ("okr_lint.cli.init", "write a commented okr-lint.toml"),
    "serve": ("okr_lint.cli.serve", "serve the HTTP interface"),
    "lsp": ("okr_lint.cli.lsp", "run the language server for editors"),
    "mcp": ("okr_lint.cli.mcp", "run the server for assistants (extra: mcp)"),
    "train": ("okr_lint.cli.train", "train the classifier from the corpus (extra: train)"),
    "evaluate": ("okr_lint.cli.evaluate", "measure rules and classifier on labelled statements"),
    "diff": ("okr_lint.cli.diff", "compare two versions or cycles"),
    "report": ("okr_lint.cli.report", "write a report of a folder for people"),
    "tree": ("okr_lint.cli.tree", "draw how the OKRs of a folder are aligned"),
}
COLLECTOR = (2_000_000, 20, 20)  # thresholds of the garbage collector in a process that runs one command
EXIT_CODES = """\
exit codes, the same for every output format:
  0    nothing at or above --fail-on (default: warning)
  1    findings at or above it
  2    usage, configuration or unreadable input
  130  interrupted (Ctrl-C)"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return the exit code (``EXIT_CODES``)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if argv is None:  # one command, one process: little of what is made early becomes garbage
        gc.set_threshold(*COLLECTOR)
    parser = _parser(arguments)
    args = parser.parse_args(arguments)
    try:
        code: int = import_module(COMMANDS[args.command][0]).run(args)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        print("okr-lint: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:  # `okr-lint … | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        if message := _ours(error):
            print(f"okr-lint: error: {message}", file=sys.stderr)
            return 2
        import traceback

        traceback.print_exc()
        print("okr-lint: internal error, please report it with the lines above", file=sys.stderr)
        return 2
    finally:
        if argv is None:  # the process ends: the collector need not walk all there is once more
            gc.freeze()


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal; argparse makes a formatter per argument, and would load shutil for the width."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_width())


class _Parser(argparse.ArgumentParser):
    """Says what an unknown command or choice may have been meant to be."""

    def error(self, message: str) -> NoReturn:
        import re

        from okr_lint.config.errors import did_you_mean

        if found := re.search(r"invalid choice: '(.*)' \(choose from (.*)\)$", message):
            hint = did_you_mean(found[1], re.findall(r"[\w-]+", found[2]))
            if hint.startswith("; did"):
                message += hint
        super().error(message)


def _width() -> int:
    if (told := os.environ.get("COLUMNS", "")).isdigit() and int(told):
        return int(told) - 2
    try:
        return (os.get_terminal_size().columns or 80) - 2
    except (OSError, ValueError):  # no terminal
        return 78


def _parser(arguments: list[str]) -> argparse.ArgumentParser:
    """The parser; only the command that is asked for is loaded."""
    from okr_lint.version import __version__

    parser = _Parser(
        prog="okr-lint",
        description="Reads OKRs in Chinese and English, says what breaks the writing guide, why, and how to mend it.",
        epilog=EXIT_CODES,
        formatter_class=_Formatter,
    )
    parser.add_argument("--version", action="version", version=f"okr-lint {__version__}")
    commands = parser.add_subparsers(prog="okr-lint", dest="command", required=True, metavar="COMMAND")
    chosen = next((one for one in arguments if not one.startswith("-")), None)
    for name, (module, text) in COMMANDS.items():
        if not _is_built(module):
            continue
        command = commands.add_parser(name, help=text, description=text, epilog=EXIT_CODES, formatter_class=_Formatter)
        if name == chosen:
            import_module(module).configure(command)
    return parser


def _is_built(module: str) -> bool:
    return (Path(__file__).parent / f"{module.rpartition('.')[2]}.py").is_file()


def _ours(error: Exception) -> str | None:
    """The message of an error that is the user's to mend; None for any other."""
    from okr_lint.checks.rule import RuleError
    from okr_lint.classifier.model import ModelError
    from okr_lint.cli.usage import UsageError
    from okr_lint.config import ConfigError

    return str(error) if isinstance(error, (UsageError, ConfigError, RuleError, ModelError)) else None


if __name__ == "__main__":
    sys.exit(main())
