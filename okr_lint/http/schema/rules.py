"""Answers about rules."""

from __future__ import annotations

from pydantic import BaseModel


class Both(BaseModel):
    """A text in Chinese and English."""

    zh: str
    en: str


class RuleSummary(BaseModel):
    """One rule, as lists show it."""

    code: str
    name: str
    status: str
    since: str
    severity: dict[str, str]
    applies_to: str
    languages: list[str]
    title: Both
    why: Both
    source: Both


class RuleDetails(RuleSummary):
    """One rule with its page in Markdown."""

    page: Both


class RuleList(BaseModel):
    """All rules, in the order of their codes."""

    rules: list[RuleSummary]
