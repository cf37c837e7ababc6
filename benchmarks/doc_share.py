"""How many statements and documents need the spaCy ``Doc`` in a check with the default settings.

    python benchmarks/doc_share.py [PATH…] [--who]

Paths are OKR files, folders of them, or the corpus' ``*.jsonl`` (default: corpus/ and, where it is
there, /work/shared/real_okrs/documents). ``--who`` names the functions that asked for the ``Doc``.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from rules_on_corpus import documents

from okr_lint.language import analysis as analysis_module
from okr_lint.linter import FileResult, Linter

ROOT = Path(__file__).resolve().parent.parent
REAL = Path("/work/shared/real_okrs/documents")
OWN_FILES = ("_data", "language/", "checks/tokens.py", "key_result_tokens.py", "doc_share.py")


def count_callers() -> Counter[str]:
    """Count, from now on, which function outside the token helpers first asked for a statement's ``Doc``."""
    asked: Counter[str] = Counter()
    build = analysis_module.Analysis.doc._compute

    def traced(analysis: analysis_module.Analysis) -> object:
        frame = sys._getframe(1)
        while frame.f_back and any(part in frame.f_code.co_filename for part in OWN_FILES):
            frame = frame.f_back
        asked[f"{Path(frame.f_code.co_filename).stem}.{frame.f_code.co_name}"] += 1
        return build(analysis)

    analysis_module.Analysis.doc._compute = traced
    return asked


def results(path: Path, linter: Linter) -> list[FileResult]:
    """One result per document of a path."""
    if path.suffix == ".jsonl":
        return [linter.check_document(document) for _, document in documents([path])]
    if path.is_dir():
        lines = sorted(path.glob("*-[a-z].jsonl"))
        files = lines or sorted(p for p in path.rglob("*") if p.is_file())
        return [result for file in files for result in results(file, linter)]
    return [linter.check_file(path)]


def main() -> int:
    """Print the shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--who", action="store_true", help="name the functions that asked")
    options = parser.parse_args()
    linter = Linter()
    for path in options.paths or [p for p in (ROOT / "corpus", REAL) if p.is_dir()]:
        asked = count_callers() if options.who else Counter()
        found = [r for r in results(path, linter) if r.analyses]
        statements = [a for r in found for a in r.analyses.values()]
        deep = sum("doc" in vars(a) for a in statements)
        files = sum(any("doc" in vars(a) for a in r.analyses.values()) for r in found)
        print(
            f"{path}: the Doc is built for {deep} of {len(statements)} statements ({deep / len(statements):.1%}) "
            f"and in {files} of {len(found)} documents ({files / len(found):.1%})"
        )
        cut = sum("chinese_words" in a.kept for a in statements)
        print(f"    jieba's words alone, without spaCy, for {cut} statements ({cut / len(statements):.1%})")
        for name, times in asked.most_common():
            print(f"    {times:6} {name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
