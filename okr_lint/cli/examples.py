"""``okr-lint examples``: well-rated OKRs to imitate."""

from __future__ import annotations

import argparse
import json

from okr_lint.lean_dataclasses import asdict


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("--like", metavar="TEXT", help="the nearest to this statement, in its language")
    parser.add_argument("--function", metavar="WORD", help="only those of this function (sales, 销售)")
    parser.add_argument("--lang", choices=("zh", "en"), help="only those in this language")
    parser.add_argument("--count", type=int, default=3, metavar="N", help="how many at most (default: 3)")
    parser.add_argument("--output-format", choices=("text", "json"), default="text")


def run(args: argparse.Namespace) -> int:
    """Print the examples."""
    from okr_lint.examples import find_examples
    from okr_lint.functions import FUNCTIONS

    found = find_examples(args.like, function=args.function, language=args.lang, count=args.count)
    if args.output_format == "json":
        print(json.dumps([asdict(example) for example in found], ensure_ascii=False, indent=1))
        return 0
    for example in found:
        print(f"O  {example.objective}   [{example.field}]")
        for number, key_result in enumerate(example.key_results, 1):
            print(f"   KR{number}  {key_result}")
        print(f"   {example.reason}\n")
    if not found:
        print(
            "no example is near" if args.like else "no example fits", "functions are " + ", ".join(FUNCTIONS), sep="; "
        )
    return 0
