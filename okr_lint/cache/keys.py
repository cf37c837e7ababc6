"""What a result depends on besides the file: tool, rules, model, a user's rules, the day."""

from __future__ import annotations

import hashlib
import os
from datetime import date
from functools import lru_cache
from pathlib import Path

from okr_lint.settings import Settings
from okr_lint.version import tool_info


def cache_folder() -> Path:
    """The folder for caches: XDG_CACHE_HOME or the platform's."""
    from platformdirs import user_cache_path

    return user_cache_path("okr-lint")


def judge_digest(settings: Settings, dated: bool) -> str:
    """A digest of everything that judges; with the day, where a suppression has an end."""
    today = date.today().isoformat() if dated else ""
    return f"{_own_digest()}\0{_folders_digest(settings.rule_folders)}\0{today}"


@lru_cache(maxsize=1)
def _own_digest() -> str:
    info = tool_info()
    said = [info["version"], info["rules_digest"], info["model_digest"]]
    package = Path(__file__).resolve().parents[1]
    if "site-packages" not in package.parts:  # a checkout: its code changes without its version
        for folder, folders, files in os.walk(package):
            folders.sort()
            for name in sorted(files):
                if name.endswith(".py"):
                    status = os.stat(os.path.join(folder, name))
                    said.append(f"{status.st_mtime_ns}:{status.st_size}")
    return hashlib.sha256("\0".join(said).encode()).hexdigest()


@lru_cache(maxsize=64)
def _folders_digest(folders: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted([*Path(folder).glob("*.yaml"), *Path(folder).glob("*.yml")]):
            digest.update(f"{path}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest() if folders else ""


def forget_folders() -> None:
    """Read the users' rule files anew, for a run that goes on while somebody edits them."""
    _folders_digest.cache_clear()
