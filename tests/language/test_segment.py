"""rjieba is jieba: our words and jieba's are the same over the whole corpus, Latin tokens apart."""

from __future__ import annotations

import json
import logging
import tempfile
import warnings
from pathlib import Path

from okr_lint.language.normal import normalise
from okr_lint.language.segment import FREQUENCY, user_words, words

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDERS = (ROOT / "corpus", ROOT.parent / "shared" / "seed_corpus")


def corpus_texts() -> list[str]:
    texts = []
    for path in (p for folder in FOLDERS for p in sorted(folder.glob("zh*.jsonl"))):
        for line in path.read_text(encoding="utf-8").splitlines():
            okr = json.loads(line)
            texts += [okr["objective"]["text"], *(k["text"] for k in okr["key_results"])]
    return texts


def test_words_cover_the_text() -> None:
    text = normalise("新用户次周留存从 32% 提升到 45%，且 P99 低于 1.5s")
    found = words(text)
    assert [w.start for w in found] == [0, *(w.end for w in found[:-1])]
    assert found[-1].end == len(text)


def test_our_words_stay_whole() -> None:
    text = normalise("净推荐值与次日留存和客单价")
    assert {text[w.start : w.end] for w in words(text)} >= {"净推荐值", "客单价"}


def test_segmentation_is_jiebas() -> None:
    texts = [normalise(text) for text in corpus_texts()]
    assert texts, "corpus/ belongs to the checkout"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba's own sources and pkg_resources
        import jieba
    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = tempfile.mkdtemp()
    for word in user_words():
        tokenizer.add_word(word, FREQUENCY, "n")
    unlike = [text for text in texts if _han(text, tokenizer.cut(text)) != _han(text, _ours(text))]
    assert len(unlike) <= len(texts) * 0.005, unlike


def _ours(text: str) -> list[str]:
    return [text[w.start : w.end] for w in words(text)]


def _han(text: str, cut: object) -> list[str]:
    """The words without Latin letters and digits, where rjieba keeps 9.4s and risc-v together."""
    return [word for word in cut if all("㐀" <= c <= "鿿" for c in word)]  # type: ignore[attr-defined]
