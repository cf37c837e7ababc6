"""Compile rules/*.yaml and rules/lexicons/*.yaml into what the tool loads.

    python tools/build_data.py [--check]

Written are rules/compiled.json, rules/examples.json and rules/traditional.json (what messages need in Traditional).

YAML is for people; parsing sixty files of it at every start would cost more than the check itself.
A check needs no rule's examples, so they lie apart.
``--check`` writes nothing and fails when a committed file is not what would be written.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import yaml
from lexicons import compiled_lexicons, simplified
from traditional import traditional

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from okr_lint.language.normal import Folding  # noqa: E402  (the checkout's own, installed or not)
from okr_lint.language.packing import packed  # noqa: E402
from okr_lint.suggestions.metric_words import packed_metrics  # noqa: E402


def compiled() -> dict[str, str]:
    """The content of each file by name."""
    folder = ROOT / "rules"
    rules = [yaml.safe_load(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("[A-Z]*.yaml"))]
    metrics = yaml.safe_load((folder / "metrics.yaml").read_text(encoding="utf-8"))
    examples = {rule["code"]: rule.pop("examples") for rule in rules if rule.get("examples")}
    precision = json.loads((folder / "precision.json").read_text(encoding="utf-8"))
    unfolded, folded = simplified()
    lexicons = compiled_lexicons(folder / "lexicons", Folding(unfolded, folded).fold)
    data = {
        "rules": rules,
        "precision": precision,
        "metrics": packed_metrics(metrics),
        "simplified": [unfolded, folded],
        "lexicons": packed(lexicons),
    }
    return {
        "compiled.json": _json(data),
        "examples.json": _json(examples),
        "traditional.json": _json(traditional([*rules, metrics])),
    }


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def main() -> int:
    """Write or check the compiled files."""
    stale = []
    for name, text in compiled().items():
        path = ROOT / "rules" / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(f"rules/{name}")
        if "--check" not in sys.argv[1:]:
            path.write_text(text, encoding="utf-8")
    if stale and "--check" in sys.argv[1:]:
        print(f"{', '.join(stale)}: out of date; run `make data`", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
