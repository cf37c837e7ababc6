"""Word vectors distilled from a sentence encoder, for features of words the corpus never saw.

``corpus/vectors/words.npz`` holds one int8 vector per word (tools/distil_vectors.py makes it; its
SHA-256 stands in corpus/vectors/SHA256). A statement's vector is the mean of its words' vectors,
weighted by inverse document frequency; because every head is linear, the trained heads fold back
into one weight per word and class, which is all that ships.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any


class WordVectors:
    """The distilled vectors: ``index`` by word, ``matrix`` of shape (words, dimensions), floats."""

    def __init__(self, folder: Path) -> None:
        import numpy as np

        path = folder / "words.npz"
        content = path.read_bytes()
        wanted = (folder / "SHA256").read_text(encoding="utf-8").split()[0]
        if hashlib.sha256(content).hexdigest() != wanted:
            raise ValueError(f"{path} is not the file that {folder / 'SHA256'} names; run tools/distil_vectors.py")
        with np.load(path, allow_pickle=False) as data:
            names = bytes(data["names"]).decode("utf-8").split("\n")
            self.matrix: Any = data["vectors"].astype(np.float64) / 127.0
        self.index = {name: i for i, name in enumerate(names)}
