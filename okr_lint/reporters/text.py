"""``--output-format text``: for people at a terminal.

The frame is ASCII on purpose: box-drawing characters are two columns wide on many East Asian terminals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from okr_lint.model.source import Source
from okr_lint.reporters.closing import closing_lines, counted
from okr_lint.reporters.marks import COLON, SEMICOLON
from okr_lint.reporters.record import FindingRecord, Record, Totals, findings, language_of, statements, written_like
from okr_lint.reporters.reporter import Options
from okr_lint.reporters.terminal import Paint, visible, width, window, wrap

_WHY = {"zh": "为什么", "en": "why"}
_MEND = {"zh": "可改为", "en": "try"}
_FIX = {"zh": "可修复", "en": "fix"}
_SAMPLE = 50
_PLACE = {"zh": "整个文件", "en": "whole file"}


class Output:
    """File heading, source lines with marks, what is wrong, why, and how to mend it."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._paint = Paint(options.colours)
        self._explained: set[str] = set()
        self._chinese = 0
        self._sample: list[FindingRecord] = []  # tells in which characters the closing lines are written
        self._silent = 0

    def file(self, record: Record, text: str | None) -> None:
        """One file; one without findings is only counted."""
        found = _in_order(record)
        self._sample += found[: _SAMPLE - len(self._sample)]
        self._chinese += sum(language_of(f) == "zh" for f in found) * 2 - len(found)
        if not found and not self._options.verbose:
            return
        lines = [self._heading(record), ""]
        source = Source(text) if text is not None else None
        gutter = max((len(str(f["span"]["start"]["line"])) for f in found if f["span"]), default=1)
        for (line, place), group in groupby(found, _line_and_place):
            lines += self._group(record, source, line, place, list(group), gutter)
        self._options.out.write("\n".join([*lines, ""]) + ("\n" if not found else ""))

    def end(self, totals: Totals) -> None:
        """Counts, score and what to do next."""
        lang = self._options.lang or ("zh" if self._chinese > 0 else "en")
        for line in closing_lines(totals, lang, self._paint, scores=self._options.scores):
            self._options.out.write(written_like(line, self._sample) + "\n")

    def _heading(self, record: Record) -> str:
        parts: list[str] = []
        said = [self._options.lang or language_of(finding) for finding in record["findings"]]
        chinese = said.count("zh") * 2 > len(said)
        if not record["error"]:
            parts = counted(
                len(record["objectives"]), sum(len(o["key_results"]) for o in record["objectives"]), chinese
            )
        if self._options.scores and record.get("score"):
            parts.append(f"{'得分' if chinese else 'score'} {record['score']['total']}")
        joined = written_like(("、" if chinese else ", ").join(parts), record["findings"])
        about = self._paint("dim", "  " + joined) if parts else ""
        return self._paint("bold", visible(record["path"])) + about

    def _group(
        self,
        record: Record,
        source: Source | None,
        line: int | None,
        place: str | None,
        group: list[FindingRecord],
        gutter: int,
    ) -> Iterator[str]:
        """All findings on one line of the source: the line once for each range that is marked in it."""
        edge = " " * (gutter + 2) + self._paint("dim", "|")
        columns = max(self._options.width - gutter - 5, 30)
        if line and source is not None:
            yield from self._marked(source, line, gutter, edge, columns, group)
        else:
            where = place or next((f["statement"] for f in group if f["statement"]), "")
            said = next((s["text"] for s in statements(record) if s["id"] == group[0]["statement"]), "")
            shown = f"{where}: {visible(said)}" if said and where else where or _place(group)
            yield " " * (gutter + 2) + self._paint("dim", "|") + " " + shown
            for finding in group:
                yield from (f"{edge} {text}" for text in self._finding(finding, columns))
        yield ""

    def _marked(
        self, source: Source, line: int, gutter: int, edge: str, columns: int, group: list[FindingRecord]
    ) -> Iterator[str]:
        raw = visible(source.line(line))
        last = None
        for finding in group:
            start, end = finding["span"]["start"], finding["span"]["end"]
            low = min(start["column"] - 1, len(raw))
            high = end["column"] - 1 if end["line"] == line else len(raw)
            shown, before, marked = window(raw, low, max(high, low), columns)
            mark = " " * before + self._paint(finding["severity"], "^" * marked)
            if (shown, before, marked) != last:
                if last is not None:
                    yield ""
                yield f" {self._paint('dim', f'{line:>{gutter}}')} {self._paint('dim', '|')} {shown}"
                yield f"{edge} {mark}"
                last = (shown, before, marked)
            yield from (f"{edge} {text}" for text in self._finding(finding, columns))

    def _finding(self, finding: FindingRecord, columns: int) -> Iterator[str]:
        paint, lang, alike = self._paint, language_of(finding), (finding,)
        about = f"  {finding['statement']}" if finding["statement"] else ""
        head = f"{paint(finding['severity'], finding['severity'])} {paint('bold', finding['code'])} {finding['name']}"
        yield f"{head}{paint('dim', about)}"
        yield from self._block("", finding["message"], columns)
        # asked last: reasons that nobody is shown are never put into words
        if (self._options.verbose or finding["code"] not in self._explained) and finding["why"]:
            self._explained.add(finding["code"])
            yield from self._block(written_like(_WHY[lang], alike), _joined(finding["why"], lang), columns, "dim")
        for suggestion in finding["suggestions"][: None if self._options.verbose else 1]:
            title, text = suggestion["title"], suggestion.get("text")
            said = f"{title}{COLON[lang]}{text}" if text and text not in title else title
            label = _FIX if suggestion["edits"] and suggestion["applicability"] == "safe" else _MEND
            yield from self._block(written_like(label[lang], alike), said, columns, "good")
        if self._options.verbose:
            facts = f"{finding['source']}, confidence {finding['confidence']:.2f}, fingerprint {finding['fingerprint']}"
            yield f"  {paint('dim', facts)}"

    def _block(self, label: str, text: str, columns: int, style: str = "bold") -> Iterator[str]:
        indent = width(label) + 4 if label else 2
        for number, line in enumerate(wrap(visible(text), columns - indent)):
            head = f"  {self._paint(style, label)}  " if label and not number else " " * indent
            yield head + (self._paint("dim", line) if style == "dim" else line)


def _joined(reasons: Iterable[str], lang: str) -> str:
    *first, last = reasons
    return SEMICOLON[lang].join([*(one.rstrip("。.") for one in first), last])


def _place(group: list[FindingRecord]) -> str:
    return written_like(_PLACE[language_of(group[0])], group)


def _in_order(record: Record) -> list[FindingRecord]:
    """Findings as one reads the file: where there are no spans, those of one statement together."""
    found = findings(record)
    if any(finding["span"] for finding in found):
        return found
    index = {statement["id"]: number for number, statement in enumerate(statements(record))}
    return sorted(found, key=lambda finding: index.get(finding["statement"], -1))


def _line_and_place(finding: FindingRecord) -> tuple[int | None, str | None]:
    line = finding["span"]["start"]["line"] if finding["span"] else None
    return line, finding.get("place") or (None if line else finding["statement"])
