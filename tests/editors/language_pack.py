"""The least language pack that makes VS Code Chinese for its extensions; its own words stay English.

The real one is to be had from a marketplace only, which tests do not ask. What is written here is what VS Code notes
when one is installed.
"""

from __future__ import annotations

import json
from pathlib import Path


def install(data: Path, locale: str) -> None:
    """Note a language pack without words in an editor's folder of user data."""
    words = data / "main.i18n.json"
    words.write_text(json.dumps({"version": "1.0.0", "contents": {}}), encoding="utf-8")
    extension = {"extensionIdentifier": {"id": "okr-lint.language-pack-for-tests"}, "version": "0.0.1"}
    noted = {
        "hash": "okr-lint-tests",
        "extensions": [extension],
        "translations": {"vscode": str(words)},
        "label": locale,
    }
    (data / "languagepacks.json").write_text(json.dumps({locale: noted}), encoding="utf-8")
