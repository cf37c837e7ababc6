"""Bodies of requests."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from okr_lint.http.schema.options import Options

TextFormat = Literal["markdown", "text", "rst", "yaml", "toml", "json", "feishu", "csv", "html"]
Format = Literal["markdown", "text", "rst", "yaml", "toml", "json", "feishu", "csv", "html", "xlsx", "docx"]
PATH_LENGTH = 1_000
Path = Annotated[str, Field(max_length=PATH_LENGTH, description="a name for the document, echoed in the answer")]


class TextDocument(BaseModel):
    """A document as text."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(description="the document as it stands in its file")
    format: TextFormat | None = Field(default=None, description="its format; without it, that of the path's suffix")
    path: Path = "<text>"


class TextRequest(TextDocument):
    """A document as text, and how to check it."""

    options: Options = Field(default_factory=Options)


class FixRequest(TextRequest):
    """A document as text, and which fixes to apply."""

    unsafe: bool = Field(
        default=False, description="also apply fixes that change words and that a person should look at"
    )


class DiffRequest(BaseModel):
    """Two versions of a document."""

    model_config = ConfigDict(extra="forbid")

    old: TextDocument
    new: TextDocument
    options: Options = Field(default_factory=Options)


class ExamplesRequest(BaseModel):
    """Which examples are wanted."""

    model_config = ConfigDict(extra="forbid")

    like: str | None = Field(default=None, max_length=2_000, description="a statement; the nearest come first")
    function: str | None = Field(default=None, max_length=80, description="a word of the field: sales, 销售")
    lang: Literal["zh", "en"] | None = Field(default=None, description="without it, that of ``like``")
    count: int = Field(default=3, ge=1, le=20)


class KeyResultObject(BaseModel):
    """A key result with what is about it; further fields are read where they are known, else left."""

    model_config = ConfigDict(extra="allow")

    text: str
    owner: str | None = None


class ObjectiveObject(BaseModel):
    """An objective and its key results."""

    model_config = ConfigDict(extra="allow")

    objective: str
    key_results: list[str | KeyResultObject] = []


class OkrObject(BaseModel):
    """OKRs as JSON: this shape, Feishu's (API v1 and v2), or another tool's as it comes."""

    model_config = ConfigDict(extra="allow")

    objectives: list[ObjectiveObject]
    options: Options | None = Field(default=None, description="how to check it; the query can say it as well")


class Upload(BaseModel):
    """A file of any readable format."""

    file: bytes = Field(description="the file; its name tells the format", json_schema_extra={"format": "binary"})
    format: Format | None = None
    path: Path | None = None
    options: str | None = Field(default=None, description="the options as JSON")
