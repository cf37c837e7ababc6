#!/usr/bin/env bash
# Every fuzz target for some seconds (default 60); found inputs lie in fuzz/found, the grown corpora in the cache folder.
set -euo pipefail
cd "$(dirname "$0")/.."
SECONDS_EACH="${1:-60}"
GROWN="${XDG_CACHE_HOME:-$HOME/.cache}/okr-lint-fuzz"
mkdir -p fuzz/found
for target in readers analysis rules fixer; do
  mkdir -p "$GROWN/$target"
  echo "== $target"
  .venv/bin/python -m fuzz.run_target "$target" -max_total_time="$SECONDS_EACH" -max_len=4000 -timeout=20 \
    -artifact_prefix="fuzz/found/$target-" "$GROWN/$target" fuzz/seeds 2>&1 | grep -E "DONE|Done|ERROR|Error|Exception|assert|artifact"
done
