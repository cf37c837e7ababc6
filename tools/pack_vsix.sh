#!/usr/bin/env bash
# editors/vscode -> okr-lint.vsix, offline: the tools come from the folder that ci/install-editors.sh filled.
#   tools/pack_vsix.sh [--bundle] [OUT]
# With --bundle it holds the server and its libraries, for this platform and this version of Python only.
set -euo pipefail
bundle=
[ "${1:-}" = --bundle ] && bundle=yes && shift
root=$(cd "$(dirname "$0")/.." && pwd)
cache=${OKR_LINT_EDITORS:-$HOME/.cache/okr-lint-editors}
out=${1:-$root/dist/okr-lint.vsix}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$(dirname "$out")"
cp -r "$root/editors/vscode/." "$work/"
ln -sfn "$cache/extension/node_modules" "$work/node_modules"
cd "$work"
export PATH="$cache/extension/node_modules/.bin:$PATH"
for module in vscode-languageclient vscode-languageserver-protocol vscode-languageserver-types vscode-jsonrpc semver \
  minimatch brace-expansion balanced-match; do  # what the bundle holds of others
  for licence in "node_modules/$module"/[Ll][Ii][Cc][Ee][Nn][Ss][Ee]*; do
    printf '%s\n\n' "$module"; cat "$licence"; printf '\n\n'
  done
done > ThirdPartyNotices.txt
if [ -n "$bundle" ]; then
  "$root/.venv/bin/python" "$root/tools/bundle_environment.py" bundled
  npm run --silent pack -- --target "$(node -p 'process.platform + "-" + process.arch')"
else
  npm run --silent pack
fi
cp okr-lint.vsix "$out"
