"""The tools over the official SDK (extra ``mcp``)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from pydantic import Field

from okr_lint.mcp import tools
from okr_lint.version import __version__

_INSTRUCTIONS = """Checks Objectives and Key Results (Chinese and English) against a writing guide. Draft OKRs, ask
check_okr for a verdict, mend what it names, ask again. Suggestions hold blanks in ⟨ ⟩: the author fills them in; never
invent a baseline or a target."""
_MOST = 200_000

Language = Literal["zh", "en"]
Text = Annotated[str, Field(max_length=_MOST)]


def build() -> MCPServer[Any]:
    """The server with its tools."""
    server: MCPServer[Any] = MCPServer("okr-lint", instructions=_INSTRUCTIONS, version=__version__, log_level="WARNING")

    @server.tool()
    def check_okr(
        text: Annotated[Text, Field(description="the OKRs, e.g. '# O1: …\\n- KR1: …'")],
        format: Annotated[
            Literal["markdown", "text", "rst", "yaml", "toml", "json", "csv", "html"],
            Field(description="format of the text"),
        ] = "markdown",
        lang: Annotated[Language | None, Field(description="language of messages; else each statement's own")] = None,
        profile: Annotated[
            Literal["seed", "google", "value", "committed", "learning"], Field(description="school of OKR writing")
        ] = "seed",
    ) -> dict[str, Any]:
        """Judge OKRs: score, and each breach of the writing guide with its words, reason and ways to mend it."""
        try:
            return tools.check(text, format, lang, profile)
        except tools.AskedWrongly as error:
            raise ToolError(str(error)) from None

    @server.tool()
    def explain_rule(
        code: Annotated[str, Field(max_length=80, description="code or name: K202, activity-as-key-result")],
        lang: Annotated[Language, Field(description="language of the page")] = "en",
    ) -> str:
        """Explain a rule: why it matters, what it catches and what is fine, how to mend it."""
        try:
            return tools.explain(code, lang)
        except tools.AskedWrongly as error:
            raise ToolError(str(error)) from None

    @server.tool()
    def suggest_metrics(
        statement: Annotated[Text, Field(description="a key result, or what is to change")],
        objective: Annotated[Text | None, Field(description="the objective that it serves")] = None,
        count: Annotated[int, Field(ge=1, le=10)] = 3,
    ) -> list[dict[str, str]]:
        """Name metrics that could measure a statement; an empty list where none fits. Values are the author's."""
        return tools.metrics(statement, objective, count)

    return server


def main() -> int:
    """Serve one client over standard input and output until it closes them."""
    build().run("stdio")
    return 0
