"""GET: the rules, from their files."""

from __future__ import annotations

import difflib
from functools import lru_cache
from typing import Annotated, Any

from fastapi import APIRouter, Path
from starlette.responses import Response

from okr_lint.checks.registry import codes_by_name, own_rules
from okr_lint.checks.rule import Rule
from okr_lint.http import openapi
from okr_lint.http.problems import Problem
from okr_lint.http.schema.rules import Both, RuleDetails, RuleList, RuleSummary
from okr_lint.http.service import Service
from okr_lint.reporters.rule_page import rule_markdown

_CACHE = {"cache-control": "private, max-age=300"}


def router(service: Service) -> APIRouter:
    """The routes."""
    made = APIRouter(tags=["rules"])

    @made.get(
        "/v1/rules",
        summary="All rules",
        response_model=RuleList,
        responses=openapi.problems(401, 429),
        operation_id="rules",
    )
    async def rules() -> Response:
        return Response(_list(), media_type="application/json", headers=_CACHE)

    @made.get(
        "/v1/rules/{code}",
        summary="One rule with its page; by code or name",
        response_model=RuleDetails,
        responses=openapi.problems(401, 404, 429),
        operation_id="rule",
    )
    async def rule(code: Annotated[str, Path(examples=["K202", "activity-as-key-result"])]) -> Response:
        return Response(_details(find(code).code), media_type="application/json", headers=_CACHE)

    return made


def find(name: str) -> Rule:
    """The rule with this code or name.

    Raises:
        Problem: "unknown-rule", with the closest that there is.
    """
    rules = own_rules()
    by_name = codes_by_name(rules)
    if code := by_name.get(name.upper()) or by_name.get(name.lower()):
        return rules[code]
    close = difflib.get_close_matches(name[:80], list(by_name), 1, 0.5)
    hint = f"did you mean {close[0]}?" if close else "GET /v1/rules lists them"
    raise Problem("unknown-rule", hint, field="code")


def warm() -> None:
    """Load the rules, and make the list of them."""
    _list()


@lru_cache(maxsize=1)
def _list() -> bytes:
    summaries = [RuleSummary(**_summary(rule)) for _, rule in sorted(own_rules().items())]
    return RuleList(rules=summaries).model_dump_json().encode()


@lru_cache(maxsize=256)
def _details(code: str) -> bytes:
    rule = own_rules()[code]
    page = Both(zh=rule_markdown(rule, "zh", 3), en=rule_markdown(rule, "en", 3))
    return RuleDetails(**_summary(rule), page=page).model_dump_json().encode()


def _summary(rule: Rule) -> dict[str, Any]:
    made: dict[str, Any] = {name: getattr(rule, name) for name in _PLAIN}
    return {**made, "languages": list(rule.languages), **{name: Both(**getattr(rule, name)) for name in _TEXTS}}


_PLAIN = ("code", "name", "status", "since", "severity", "applies_to")
_TEXTS = ("title", "why", "source")
