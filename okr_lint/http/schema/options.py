"""Options that a request may set; what reaches into the server's files or runs patterns is refused."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from okr_lint.config import configuration_for
from okr_lint.settings import Settings

Profile = Literal["seed", "google", "value", "committed", "learning"]
Severity = Literal["off", "info", "warning", "error"]
Name = Annotated[str, Field(min_length=1, max_length=80)]
Names = Annotated[list[Name], Field(max_length=200)]
Pair = tuple[Annotated[int, Field(ge=1, le=10_000)], Annotated[int, Field(ge=1, le=10_000)]]
Length = Annotated[int, Field(ge=1, le=10_000)]
Sentence = Annotated[str, Field(max_length=2_000)]

_NO_FILE = "request"
# configuration keys that a file may have but a request may not, and why
_REFUSED = {
    "rule_folders": "folders of the server are not read for a request",
    "rules": "rules of one's own are not taken over HTTP",
    "patterns": "regular expressions of one's own are not taken over HTTP",
    "extend": "files of the server are not read for a request",
}


class LimitOptions(BaseModel):
    """Lengths and counts from which rules speak (info from the first, warning from the second)."""

    model_config = ConfigDict(extra="forbid")

    objective_length_zh: Pair = (30, 60)
    objective_length_en: Pair = (15, 30)
    key_result_length_zh: Length = 60
    key_result_length_en: Length = 35
    objectives: Pair = (4, 6)
    key_results: Pair = (6, 7)


class Options(BaseModel):
    """What to check and how loud, for this request alone."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"profile": "google", "lang": "en"}]})

    lang: Literal["zh", "en"] | None = Field(
        default=None, description="language of messages; without it, each statement's"
    )
    profile: Profile = Field(default="seed", description="which school's severities")
    select: Names = Field(
        default=[], description="codes, prefixes or names of the rules to run; empty: all stable ones"
    )
    ignore: Names = Field(default=[], description="codes, prefixes or names not to run")
    severity: dict[Name, Severity] = Field(
        default={}, description="severity by code, over the profile's", max_length=200
    )
    preview: bool = Field(default=False, description="also run rules of status preview")
    limits: LimitOptions = Field(default_factory=LimitOptions)
    mission: Sentence | None = Field(default=None, description="what objectives may be aligned to besides a parent")
    vision: Sentence | None = None
    strategy: Sentence | None = None

    @model_validator(mode="before")
    @classmethod
    def _refuse(cls, data: Any) -> Any:
        if isinstance(data, dict):
            for name in _REFUSED.keys() & data.keys():
                raise ValueError(f"{name}: {_REFUSED[name]}")
        return data

    def settings(self) -> Settings:
        """The linter's settings; no configuration file of the server has a say.

        Raises:
            okr_lint.config.ConfigError: a rule name is unknown.
        """
        given = self.model_dump(exclude_unset=True)
        return configuration_for(_NO_FILE, isolated=True, given=given).settings
