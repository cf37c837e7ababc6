"""The published schema is the generated one, and judges files as the tool does."""

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from okr_lint.config.errors import ConfigError
from okr_lint.config.schema import schema
from okr_lint.config.starter import starter
from okr_lint.config.validate import check_table

PUBLISHED = Path(__file__).parents[2] / "docs" / "okr-lint.schema.json"


def accepts(table: dict[str, Any]) -> tuple[bool, bool]:
    by_schema = jsonschema.Draft202012Validator(schema()).is_valid(table)
    try:
        check_table(table, lambda *names, value=None: "here")
    except ConfigError:
        return by_schema, False
    return by_schema, True


def test_published_schema_is_current() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == schema(), (
        "write it anew: python -m okr_lint init --schema > docs/okr-lint.schema.json"
    )


@pytest.mark.parametrize(
    "text",
    [
        'profile = "google"\npreview = true\ncache_size = 3\n',
        'select = ["K", "O101"]\n[severity]\nK205 = "off"\n[limits]\nobjectives = [4, 6]\nkey_result_length_zh = 50\n',
        '[[overrides]]\nfiles = ["a/**"]\nignore = ["K"]\n[overrides.limits]\nkey_results = [5, 6]\n',
    ],
)
def test_schema_and_tool_accept(text: str) -> None:
    assert accepts(tomllib.loads(text)) == (True, True)


@pytest.mark.parametrize(
    "text",
    [
        'profile = "bing"\n', "preview = 1\n", "cache_size = -1\n", 'select = "K"\n', '[severity]\nK205 = "mute"\n',
        "[limits]\nobjectives = 3\n", "[limits]\nkey_result_length_en = [1, 2]\n", '[[overrides]]\nprofile = "seed"\n',
        '[[overrides]]\nfiles = ["a"]\nfail_on = "error"\n', "colour = true\n",
    ],
)  # fmt: skip
def test_schema_and_tool_refuse(text: str) -> None:
    assert accepts(tomllib.loads(text)) == (False, False)


def test_the_starter_is_a_valid_file_and_so_is_every_example_in_it() -> None:
    assert accepts(tomllib.loads(starter())) == (True, True)
    switched_on = "\n".join(
        line[2:] if line.startswith("# ") and (" = " in line or line.startswith("# [[")) else line
        for line in starter().splitlines()
    )
    assert accepts(tomllib.loads(switched_on)) == (True, True)
