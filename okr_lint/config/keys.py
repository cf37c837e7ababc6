"""Every key of the configuration: one table for validation, the JSON Schema, the starter file and the docs."""

from __future__ import annotations

from typing import Any

from okr_lint.lean_dataclasses import dataclass, fields
from okr_lint.settings import PROFILES, Limits

LEVELS = ("off", "info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Key:
    """One key.

    Attributes:
        kind: "text", "yes", "names" (list of texts), "count" (a whole number), "choice", "levels"
            (rule -> severity), "limits" (limit -> number or pair), "overrides" (list of tables).
        default: what holds where no file says anything.
        doc: one sentence for people.
        example: a value as it may stand in TOML.
        choices: for "choice".
        per_file: whether an ``[[overrides]]`` table may hold it as well.
        adds_up: whether lists of several layers are joined instead of replaced.
    """

    name: str
    kind: str
    default: Any
    doc: str
    example: str
    choices: tuple[str, ...] = ()
    per_file: bool = False
    adds_up: bool = False


KEYS = (
    Key("extend", "text", None, "Another configuration file that this one starts from.", '"../okr-lint.toml"'),
    Key("profile", "choice", "seed", "Which school of OKR writing to follow.", '"google"', PROFILES, per_file=True),
    Key("select", "names", (), "Only these codes, prefixes or rule names.", '["F", "O", "K2"]', per_file=True),
    Key("ignore", "names", (), "Never these (adds to what extended files ignore).", '["K207"]', (), True, True),
    Key("preview", "yes", False, "Also run rules that are still being tried out.", "true", per_file=True),
    Key("lang", "choice", None, "Language of messages; without it each statement's own.", '"zh"', ("zh", "en"), True),
    Key("fail_on", "choice", "warning", "The severity from which the exit code is 1.", '"error"', LEVELS[1:]),
    Key("score", "yes", True, "Show scores.", "false"),
    Key("rule_folders", "names", (), "Folders with rule files of your own.", '["okr-rules"]', (), False, True),
    Key("mission", "text", None, "What objectives may be aligned to besides a parent.", '"…"', per_file=True),
    Key("vision", "text", None, "As mission.", '"…"', per_file=True),
    Key("strategy", "text", None, "As mission.", '"…"', per_file=True),
    Key("include", "names", (), "In folders: only files that match (.gitignore syntax).", '["okrs/**"]'),
    Key("exclude", "names", (), "In folders: not these (.gitignore syntax).", '["archive/"]', (), False, True),
    Key("baseline", "text", None, "File of findings that are known and tolerated for now.", '"okr-baseline.json"'),
    Key("cache_size", "count", 64, "Most megabytes that the cache may hold; 0 keeps none.", "16"),
    Key("ignored_fingerprints", "names", (), "Single findings to ignore, by content.", '["9f1c…"]', (), True, True),
    Key("severity", "levels", {}, "Severity by code, prefix or rule name.", '{ K205 = "off" }', LEVELS, per_file=True),
    Key("limits", "limits", {}, "Lengths and counts from which rules speak.", "{ key_results = [5, 6] }", (), True),
    Key(
        "overrides", "overrides", (), "Other values for some files.", '[{ files = ["annual/**"], profile = "google" }]'
    ),
)
BY_NAME = {key.name: key for key in KEYS}
FILES = Key("files", "names", (), "The files it is for (.gitignore syntax, from this file's folder).", '["annual/**"]')
PER_FILE = {key.name: key for key in (FILES, *(key for key in KEYS if key.per_file))}


def limit_shapes() -> dict[str, bool]:
    """Every limit, and whether it is a pair (info from the first, warning from the second)."""
    plain = Limits()
    return {name: isinstance(getattr(plain, name), tuple) for name in [one.name for one in fields(Limits)]}
