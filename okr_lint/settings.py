"""The settings that every front end shares, with their defaults."""

from __future__ import annotations

from okr_lint.lean_dataclasses import dataclass, field

PROFILES = ("seed", "google", "value", "committed", "learning")


@dataclass(frozen=True, slots=True)
class Limits:
    """Lengths and counts from which rules speak (info from the first, warning from the second)."""

    objective_length_zh: tuple[int, int] = (30, 60)
    objective_length_en: tuple[int, int] = (15, 30)
    key_result_length_zh: int = 60
    key_result_length_en: int = 35
    objectives: tuple[int, int] = (4, 6)
    key_results: tuple[int, int] = (6, 7)


@dataclass(frozen=True, slots=True)
class Settings:
    """What to check and how loud.

    Attributes:
        profile: one of ``PROFILES``.
        select: codes, code prefixes or names to run; empty means all stable rules.
        ignore: codes, prefixes or names not to run.
        severity: severity by code, over the profile's.
        preview: also run rules of status preview.
        lang: language of messages, "zh" or "en"; None follows each statement.
        rule_folders: folders with the user's own rule files.
        mission, vision, strategy: what objectives may be aligned to besides a parent.
        ignored_fingerprints: findings that the configuration suppresses by content.
    """

    profile: str = "seed"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, str] = field(default_factory=dict)
    preview: bool = False
    lang: str | None = None
    limits: Limits = field(default_factory=Limits)
    rule_folders: tuple[str, ...] = ()
    mission: str | None = None
    vision: str | None = None
    strategy: str | None = None
    ignored_fingerprints: tuple[str, ...] = ()
