"""Several statements in one text: "O：… KR1：… KR2：…" and "1）… 2）… 3）…"."""

from __future__ import annotations

from okr_lint.patterns import late
from okr_lint.readers.folding import fold
from okr_lint.readers.labels import ANY_WORD, ENDS_MENTION, KEY_RESULT, OBJECTIVE, Label, is_han, plain_number

_INLINE = late(
    r"(?:okr|objectives?|目标|key results?|关键结果|关键成果|krs?|o)(?: ?[#\-]? ?(?:\d{1,2}(?:[.\-]\d{1,2})?|"
    r"[一二三四五六七八九十]))? ?(?:\([^()]{1,12}\) ?)?(?:[:|、]|\.(?!\d))\s{0,3}"
)
_SEMICOLON = late(r"[;；]")
_BEFORE = ' \t　\n,，。;；:：.!！?？)）”"」』】]|/、…'


_SPACED = late(
    r"(?:^|(?<=[。；;.,，!?])[ \t]{0,2}|\n[ \t]{0,2}(?:[-*•][ \t]{1,2})?)"
    r"(?P<name>(?:kr|o) ?(?P<number>\d{1,2}(?:[.\-]\d{1,2})?)) {1,3}(?=\S)"
)


def labels_in(text: str) -> list[Label]:
    """Every label in one line that holds several statements, in order; fewer than two: an empty list."""
    low = fold(text)
    found: list[Label] = []
    at = 0
    if low.count("kr") > 1 and (spaced := _spaced_labels(text, low)):
        return spaced
    if sum(map(low.count, ":|、.")) < 2:  # every label ends in one of these
        return found
    while m := _INLINE.search(low, at):
        at = m.end()
        start = m.start()
        if (
            start
            and (low[start - 1].isalnum() or low[start - 1] not in _BEFORE)
            and not (is_han(low[start - 1]) and low[start : start + 2] in ("kr", "o1", "o2", "o3"))
        ):
            at = start + 1
            continue
        if low.startswith(("o.", "o、", "o|"), start) and start and low[start - 1] in ".,、/|":
            continue
        role = KEY_RESULT if low.startswith(("k", "关键"), start) else OBJECTIVE
        word = ANY_WORD.match(low, start)
        if word is None:
            continue
        if m.group().rstrip().endswith("s."):  # a word that ends a sentence
            continue
        found.append(
            Label(role, text[start : word.end()].strip(), start, word.end(), m.end(), plain_number(word["number"]))
        )
    return found if len(found) > 1 else []


def _spaced_labels(text: str, low: str) -> list[Label]:
    """Labels without a colon, "O1 …。KR1 …；KR2 …", where they begin the text and go on behind each stop."""
    found = [
        Label(
            KEY_RESULT if m["name"][0] == "k" else OBJECTIVE,
            text[m.start("name") : m.end("name")],
            m.start("name"),
            m.end("name"),
            m.end(),
            m["number"],
            separated=False,
        )
        for m in _SPACED.finditer(low)
        if not ENDS_MENTION.match(low, m.end())
    ]
    results = [label.number or "" for label in found if label.role == KEY_RESULT]
    counts = len(results) > 1 and results[0].endswith("1") and results[1].endswith("2")
    return found if counts and found[0].start == 0 else []


_SERIES = (
    late(r"[(（]?(\d{1,2})[)）](?!\d)[ \t]?"),
    late(r"(\d{1,2})[、.．](?!\d)[ \t]?"),
    late(r"[①-⑳][ \t]?"),
)


def enumeration(text: str) -> list[tuple[int, int]]:
    """Ranges of the members of "1）… 2）… 3）…" in one text; empty where it holds no such series."""
    for pattern in _SERIES:
        starts: list[tuple[int, int]] = []
        expected = 1
        for m in pattern.finditer(text):
            number = int(m[1]) if m.lastindex else ord(m.group()[0]) - ord("①") + 1
            before = text[m.start() - 1] if m.start() else " "
            if number == expected and not (before.isascii() and before.isalnum()):
                starts.append((m.start(), m.end()))
                expected += 1
        if len(starts) >= 2:
            ends = [start for start, _ in starts[1:]] + [len(text)]
            return [(body, end) for (_, body), end in zip(starts, ends, strict=True)]
    return []


def semicolons(text: str) -> list[tuple[int, int]]:
    """Ranges of the members of "a; b; c"; empty where the text is one member."""
    found, at = [], 0
    for part in _SEMICOLON.split(text):
        if any(char.isalnum() for char in part):
            found.append((at, at + len(part)))
        at += len(part) + 1
    return found if len(found) > 1 else []
