"""The files that ``okr-lint init`` writes."""

from __future__ import annotations

from okr_lint.config.keys import KEYS
from okr_lint.lean_dataclasses import fields
from okr_lint.settings import Limits
from okr_lint.version import __version__

_NOTE = {"profile": "seed, google, value, committed or learning", "lang": "zh or en", "fail_on": "info, warning, error"}


def starter() -> str:
    """A commented okr-lint.toml: every key with its meaning, nothing switched on."""
    lines = [
        "# Configuration of okr-lint. `okr-lint check --show-settings` says what holds and why.",
        "# Every key is optional; what is commented out shows an example.",
    ]
    for key in KEYS:
        if key.kind in ("levels", "limits", "overrides"):
            continue
        note = f" ({_NOTE[key.name]})" if key.name in _NOTE else ""
        lines += ["", f"# {key.doc}{note}", f"# {key.name} = {key.example}"]
    plain = Limits()
    lines += ["", "# Severity by code, prefix or rule name: off, info, warning or error.", "[severity]"]
    lines += ['# K205 = "off"', "", "# From where rules speak: [info from, warning from].", "[limits]"]
    for name in [one.name for one in fields(Limits)]:
        limit = getattr(plain, name)
        lines.append(f"# {name} = {list(limit) if isinstance(limit, tuple) else limit}")
    lines += [
        "",
        "# Other values for some files.",
        "# [[overrides]]",
        '# files = ["annual/**"]',
        '# profile = "google"',
    ]
    return "\n".join([*lines, ""])


def pre_commit_entry() -> str:
    """An entry for .pre-commit-config.yaml, with this version of okr-lint in an environment of pre-commit's own."""
    return f"""\
repos:
  - repo: local
    hooks:
      - id: okr-lint
        name: okr-lint
        entry: okr-lint check
        language: python
        additional_dependencies: ["okr-lint=={__version__}"]
        files: (?i)okr.*\\.(md|markdown|ya?ml|toml|json|csv|tsv|xlsx|docx|rst|html?|txt)$
        exclude: (?i)(^|/)(okr-lint|pyproject|cargo)\\.toml$
        require_serial: true
"""
