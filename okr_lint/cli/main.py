"""`okr-lint`: arguments in, exit code out."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; 0 nothing found, 1 findings, 2 usage, configuration or unreadable input."""
    parser = argparse.ArgumentParser(prog="okr-lint")
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("check", "parse"):
        command = commands.add_parser(name)
        command.add_argument("files", nargs="*", default=["-"])
        command.add_argument("--input-format")
        command.add_argument("--output-format", default="text")
        command.add_argument("--exit-zero", action="store_true")
    args = parser.parse_args(argv)
    from okr_lint.linter import Linter
    from okr_lint.reporters.json_report import report

    linter = Linter()
    results = [linter.check_file(path, args.input_format) for path in args.files]
    if args.output_format == "json":
        print(json.dumps(report(results), ensure_ascii=False, indent=1))
    elif args.command == "parse":
        from okr_lint.reporters.tree import tree

        for result in results:
            print(tree(result.document) if result.document else f"{result.path}: {result.error}")
    else:
        for result in results:
            for finding in result.findings:
                print(f"{result.path}: {finding.statement} {finding.severity} {finding.code} {finding.message}")
    if any(result.error for result in results):
        return 2
    loud = any(f.severity in ("warning", "error") for r in results for f in r.findings)
    return 1 if loud and not args.exit_zero else 0


if __name__ == "__main__":
    sys.exit(main())
