"""The server for assistants, asked by the SDK's own client over standard input and output."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from typing import Any

from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client

DRAFT = "# 2026 Q3\n\n## O1: 👍 让新门店独立运转\n- KR1: 优化排班流程\n- KR2: 求助电话从 40 通降到 10 通\n"


def ask(question: Callable[[Client], Awaitable[None]]) -> None:
    async def run() -> None:
        server = StdioServerParameters(command=sys.executable, args=["-m", "okr_lint", "mcp"])
        async with Client(stdio_client(server)) as client:
            await question(client)

    asyncio.run(run())


def texts(result: Any) -> str:
    return "\n".join(part.text for part in result.content)


def test_an_assistant_asks_for_a_verdict_a_rule_and_metrics() -> None:
    async def question(client: Client) -> None:
        tools = (await client.list_tools()).tools
        assert [tool.name for tool in tools] == ["check_okr", "explain_rule", "suggest_metrics"]
        assert all(tool.description and tool.input_schema["properties"] for tool in tools)

        verdict = await client.call_tool("check_okr", {"text": DRAFT, "lang": "en"})
        assert not verdict.is_error
        said = json.loads(texts(verdict))
        assert said["counts"]["key_results"] == 2 and 0 <= said["score"] <= 100
        (finding,) = [one for one in said["findings"] if one["code"] == "K201"]
        assert finding["statement"] == "O1/KR1" and finding["words"] in "优化排班流程" and finding["suggestions"]

        page = await client.call_tool("explain_rule", {"code": "activity-as-key-result", "lang": "zh"})
        assert texts(page).startswith("# K202")

        metrics = await client.call_tool("suggest_metrics", {"statement": "Answer customers faster", "count": 2})
        assert metrics.structured_content is not None
        assert 1 <= len(metrics.structured_content["result"]) <= 2

    ask(question)


def test_wrong_questions_are_answered_with_what_to_do() -> None:
    async def question(client: Client) -> None:
        unknown = await client.call_tool("explain_rule", {"code": "K20Z"})
        assert unknown.is_error and "K20" in texts(unknown)
        broken = await client.call_tool("check_okr", {"text": "{", "format": "json"})
        assert broken.is_error and "line 1" in texts(broken)
        assert (await client.call_tool("check_okr", {"text": DRAFT, "profile": "none"})).is_error
        assert not (await client.call_tool("check_okr", {"text": DRAFT})).is_error

    ask(question)
