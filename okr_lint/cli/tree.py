"""``okr-lint tree``: who serves whom, in the terminal or as SVG."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from okr_lint.cli.checking import Checker
from okr_lint.cli.options import add_files, add_output, add_settings, colours, given, steady_output
from okr_lint.model import Document


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    add_files(parser)
    add_settings(parser)
    parser.add_argument("--parent", metavar="FILE", type=Path, action="append", help="OKRs above these")
    add_output(parser, ("text", "svg"), None, "default: by the name of --output, else text")


def run(args: argparse.Namespace) -> int:
    """Draw the alignment; 2 where a file could not be read."""
    from okr_lint.alignment import Organisation
    from okr_lint.alignment.forest import forest
    from okr_lint.alignment.links import Links
    from okr_lint.cli.check import output
    from okr_lint.cli.inputs import find_files
    from okr_lint.cli.organisation import document_of, parent_document
    from okr_lint.reporters.alignment_svg import svg
    from okr_lint.reporters.alignment_text import lines
    from okr_lint.reporters.terminal import Paint

    steady_output()
    form = args.output_format or ("svg" if args.output and args.output.suffix.lower() == ".svg" else "text")
    checker = Checker(given(args), args.config, args.isolated, args.input_format, args.stdin_filename)
    parents = [parent_document(checker, path) for path in args.parent or ()]
    documents: list[Document] = []
    unreadable = 0
    own = os.path.abspath(args.output) if args.output else None
    for path in find_files(args.files, checker.configuration):
        if os.path.abspath(path) == own:
            continue
        job = checker.read(path)
        found = job if isinstance(job, str) else document_of(job)
        if isinstance(found, Document):
            documents.append(found)
        else:
            unreadable += 1
            print(f"okr-lint: {path}: cannot be read; `okr-lint check` says why", file=sys.stderr)
    organisation = Organisation(documents, parents)
    Links(organisation)
    roots = forest(organisation)
    lang = args.lang or _language(documents)
    with output(args) as out:
        if form == "svg":
            out.write(svg(roots, "OKR 对齐" if lang == "zh" else "How the OKRs are aligned"))
        else:
            out.write("".join(f"{line}\n" for line in lines(roots, Paint(colours(args.color, out)), lang)))
    return 2 if unreadable else 0


def _language(documents: list[Document]) -> str:
    """The language of most objectives."""
    texts = [objective.text for document in documents for objective in document.objectives]
    return "en" if sum(text.isascii() for text in texts) * 2 > len(texts) else "zh"
