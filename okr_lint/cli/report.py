"""``okr-lint report``: a folder's OKRs for a coach or a meeting, as one HTML page, Markdown, CSV or a workbook."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from okr_lint.cli.checking import Checker
from okr_lint.cli.options import add_files, add_settings, steady_output
from okr_lint.cli.usage import UsageError

FORMATS = ("html", "md", "csv", "xlsx")
_MOST_TREES = 40  # drawn in the page


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    add_files(parser)
    add_settings(parser)
    parser.add_argument("--parent", metavar="FILE", type=Path, action="append", help="OKRs above these")
    parser.add_argument("--format", choices=FORMATS, help="default: by the name of --output, else html")
    parser.add_argument("--output", metavar="FILE", type=Path, help="write to this file")
    parser.add_argument(
        "-j", "--jobs", type=int, default=0, metavar="N", help="processes (default: by number of files)"
    )
    parser.add_argument("--no-cache", action="store_true", help="check everything anew")


def run(args: argparse.Namespace) -> int:
    """Check and write the report; 2 where a file could not be read, else 0."""
    from okr_lint.checks.registry import all_rules
    from okr_lint.cli.check import checker_of, output
    from okr_lint.cli.inputs import find_files
    from okr_lint.cli.organisation import checked_together
    from okr_lint.cli.progress import Progress
    from okr_lint.reporters.html_report import page
    from okr_lint.reporters.overview import overview
    from okr_lint.reporters.report_markdown import markdown
    from okr_lint.reporters.report_table import write_csv

    steady_output()
    if args.jobs < 0:
        raise UsageError("--jobs: a number from 1, or 0 to choose")
    form = args.format or _by_name(args.output)
    if form == "xlsx" and args.output is None:
        raise UsageError("--format xlsx needs --output FILE: a workbook is not for the terminal")
    checker = checker_of(args)
    own = os.path.abspath(args.output) if args.output else None
    files = [path for path in find_files(args.files, checker.configuration) if os.path.abspath(path) != own]
    progress = Progress(len(files))
    try:
        records = [
            one.record for one in checked_together(checker, files, args.parent or (), progress.step, progress.linking)
        ]
    finally:
        progress.clear()
        if checker.cache is not None:
            checker.cache.close()
    figures = overview(records, scores=checker.overall(args.files)["score"])
    tree = _tree(checker, files, args.parent or ()) if form == "html" else None
    folders = checker.overall(args.files).settings.rule_folders
    titles = {code: (rule.title["zh"], rule.title["en"]) for code, rule in all_rules(folders).items()}
    lang = args.lang or _language(records)
    if form == "xlsx":
        _workbook(figures, args.output)
    else:
        with output(args) as out:
            if form == "csv":
                write_csv(figures, out)
            else:
                made = page(figures, titles, lang=lang, tree=tree or "")
                out.writelines(made if form == "html" else markdown(figures, titles, lang))
    return 2 if figures.unreadable else 0


def _tree(checker: Checker, files: list[str], parents: Sequence[Path]) -> str | None:
    """The alignment as SVG, where anybody links to anything."""
    from okr_lint.alignment import Organisation
    from okr_lint.alignment.align import links_out
    from okr_lint.alignment.forest import forest
    from okr_lint.alignment.links import Links
    from okr_lint.cli.organisation import document_of, parent_document
    from okr_lint.reporters.alignment_svg import svg

    jobs = [job for path in files if not isinstance(job := checker.read(path), str)]
    documents = [one for job in jobs if not isinstance(one := document_of(job), str)]
    if not any(links_out(document) for document in documents):
        return None
    organisation = Organisation(documents, [parent_document(checker, path) for path in parents])
    Links(organisation)
    roots = [root for root in forest(organisation) if root.below]
    return svg(roots[:_MOST_TREES], "OKR", style="") if roots else None


def _workbook(figures: Any, path: Path) -> None:
    from okr_lint.reporters.report_table import write_xlsx

    try:
        write_xlsx(figures, path)
    except ImportError as error:
        raise UsageError("--format xlsx needs openpyxl: pip install 'okr-lint[report]'") from error
    except OSError as error:
        raise UsageError(f"--output: {path} cannot be written: {error.strerror}") from error


def _by_name(path: Path | None) -> str:
    suffix = path.suffix.lower().lstrip(".") if path else ""
    form = {"": "html", "markdown": "md", "htm": "html"}.get(suffix, suffix)
    if form not in FORMATS:
        raise UsageError(f"--output: no report is written as .{suffix}; choose --format ({', '.join(FORMATS)})")
    return form


def _language(records: list[dict[str, Any]]) -> str:
    """The language of most objectives."""
    languages = [objective["language"] for record in records for objective in record["objectives"]]
    return "en" if languages.count("en") * 2 > len(languages) else "zh"
