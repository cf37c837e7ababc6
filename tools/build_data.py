"""Compile rules/*.yaml and rules/lexicons/*.yaml into rules/compiled.json, which the tool loads.

    python tools/build_data.py [--check]

YAML is for people; parsing sixty files of it at every start would cost more than the check itself.
``--check`` writes nothing and fails when the committed file is not what would be written.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import yaml
from lexicons import compiled_lexicons, simplified

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from okr_lint.language.normal import Folding  # noqa: E402  (the checkout's own, installed or not)


def compiled() -> str:
    """The content of rules/compiled.json."""
    folder = ROOT / "rules"
    rules = [yaml.safe_load(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("[A-Z]*.yaml"))]
    metrics = yaml.safe_load((folder / "metrics.yaml").read_text(encoding="utf-8"))
    precision = json.loads((folder / "precision.json").read_text(encoding="utf-8"))
    traditional, folded = simplified()
    lexicons = compiled_lexicons(folder / "lexicons", Folding(traditional, folded).fold)
    data = {
        "rules": rules,
        "precision": precision,
        "metrics": metrics,
        "simplified": [traditional, folded],
        "lexicons": lexicons,
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def main() -> int:
    """Write or check the compiled file."""
    path, text = ROOT / "rules" / "compiled.json", compiled()
    if "--check" in sys.argv[1:]:
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            print("rules/compiled.json is out of date; run `make data`", file=sys.stderr)
            return 1
        return 0
    path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
