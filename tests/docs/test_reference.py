"""What the reference pages state is what the program does."""

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
import yaml

from okr_lint.cli.main import main
from okr_lint.config import forget
from okr_lint.config.keys import FILES, KEYS, PER_FILE, limit_shapes
from okr_lint.http.problems import KINDS
from okr_lint.lsp.configuration import _NAMES, Options
from okr_lint.settings import PROFILES, Limits
from tests.docs.pages import DOCS, LANGUAGES, ROOT, page, rows

_HEADS = {"en": "| command | exit code |", "zh": "| 命令 | 退出码 |"}


def _exit_codes(lang: str) -> list[tuple[str, int]]:
    return [(row[0].strip("`"), int(row[1])) for row in rows(page(lang, "exit-codes.md"), _HEADS[lang])]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    forget()
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".cache"))
    return tmp_path


@pytest.mark.parametrize(("command", "code"), _exit_codes("en"), ids=lambda value: str(value))
def test_every_row_of_the_exit_code_table(command: str, code: int, folder: Path) -> None:
    name, *arguments = shlex.split(command)
    assert name == "okr-lint"
    try:
        found = main(arguments)
    except SystemExit as stop:
        found = int(stop.code or 0)
    assert found == code


def test_the_chinese_table_is_the_same() -> None:
    assert _exit_codes("zh") == _exit_codes("en")


def test_the_codes_are_those_of_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    said = set(re.findall(r"^  (\d+) ", capsys.readouterr().out, re.M))
    for lang, head in (("en", "| code | meaning |"), ("zh", "| 退出码 | 含义 |")):
        assert {row[0] for row in rows(page(lang, "exit-codes.md"), head)} == said


@pytest.mark.parametrize(("lang", "head"), [("en", "| key | default |"), ("zh", "| 键 | 默认值 |")])
def test_every_key_of_the_configuration_with_its_default(lang: str, head: str) -> None:
    told = {}
    for names, default, _, per_file in rows(page(lang, "configuration.md"), head):
        for name in names.split(","):
            told[name.strip(" `")] = (default.strip("`"), per_file == "✓")
    expected = {}
    for key in KEYS:
        default = json.dumps(list(key.default) if isinstance(key.default, tuple) else key.default)
        expected[key.name] = ("–" if key.default is None else default, key.per_file)
    assert told == expected
    assert f"`{FILES.name}`" in page(lang, "configuration.md") and FILES.name in PER_FILE


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_limit_and_profile(lang: str) -> None:
    text = page(lang, "configuration.md")
    limits = {
        row[0].strip("`"): json.loads(row[1].strip("`"))
        for row in rows(text, {"en": "| limit |", "zh": "| 上限 |"}[lang])
    }
    plain = Limits()
    expected = {name: getattr(plain, name) for name in limit_shapes()}
    assert limits == {name: list(value) if isinstance(value, tuple) else value for name, value in expected.items()}
    profiles = rows(text, {"en": "| profile | for whom |", "zh": "| profile | 给谁用 |"}[lang])
    assert tuple(row[0].strip("`") for row in profiles) == PROFILES


@pytest.mark.parametrize("lang", LANGUAGES)
def test_http_errors_and_endpoints(lang: str) -> None:
    from okr_lint.http.app import create_app
    from okr_lint.http.config import ServerConfig

    told = {}
    for status, types in rows(page(lang, "http.md"), {"en": "| status | types |", "zh": "| 状态码 | 类型 |"}[lang]):
        told |= {name.strip(" `"): int(status) for name in types.split(",")}
    assert told == {kind: status for kind, (status, _) in KINDS.items()}
    paths = create_app(ServerConfig()).openapi()["paths"]
    offered = {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}
    shown = set(re.findall(r"^\| `((?:GET|POST) /[^`]*)`", page(lang, "http.md"), re.M))
    assert shown and shown <= offered, shown - offered
    assert {one for one in offered if "/v1/" in one} <= shown, "an endpoint without a line in docs/*/http.md"


@pytest.mark.parametrize(("lang", "head"), [("en", "| setting | default |"), ("zh", "| 设置 | 默认值 |")])
def test_editor_settings(lang: str, head: str) -> None:
    told = {}
    for names, default, _ in rows(page(lang, "editors.md"), head):
        told |= {name.strip(" `"): default.strip("`") for name in names.split(",")}
    for client, own in _NAMES.items():
        if own in ("snippet_command", "tree_command"):
            continue  # set by extensions, not by people
        default = getattr(Options(), own)
        shown = "–" if default is None else json.dumps(list(default) if isinstance(default, tuple) else default)
        assert told.pop(client) == shown
    assert not told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_mcp_tools(lang: str) -> None:
    server = (ROOT / "okr_lint" / "mcp" / "server.py").read_text(encoding="utf-8")
    offered = set(re.findall(r"@server\.tool\(\)\n    def (\w+)", server))
    table = rows(page(lang, "mcp.md"), {"en": "| tool |", "zh": "| 工具 |"}[lang])
    assert {row[0].strip("`") for row in table} == offered


def test_both_languages_have_the_same_pages_and_blocks() -> None:
    names = {lang: sorted(path.name for path in (DOCS / lang).glob("*.md")) for lang in LANGUAGES}
    assert names["en"] == names["zh"]
    for name in names["en"]:
        texts = [re.sub(r"^```.*?^```", "", page(lang, name), flags=re.S | re.M) for lang in LANGUAGES]
        headings = [len(re.findall(r"^##+ ", text, re.M)) for text in texts]
        assert headings[0] == headings[1], name


def test_the_navigation_names_every_page() -> None:
    for lang, file in (("en", "mkdocs.yml"), ("zh", "mkdocs.zh.yml")):
        nav = yaml.safe_load((ROOT / file).read_text(encoding="utf-8"))["nav"]
        named = {name for group in nav for names in group.values() for name in names}
        assert named == {path.name for path in (DOCS / lang).glob("*.md")}
