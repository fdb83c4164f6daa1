# Shared by scripts/run and scripts/test: find the root, install what is missing, build. Sourced, not run.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }

packages=(build-essential cmake ninja-build pkg-config libsimdjson-dev rapidjson-dev nlohmann-json3-dev libicu-dev libcli11-dev libfmt-dev
  libssl-dev libsqlite3-dev libtbb-dev liblinear-dev libgtest-dev libgmock-dev libbenchmark-dev python3 git)

install_missing() {
  local missing=()
  for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local sudo=""
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { say "these packages are missing and neither root nor sudo is at hand: ${missing[*]}"; exit 1; }
    sudo="sudo"
  fi
  say "installing ${missing[*]}"
  $sudo apt-get update -qq >&2
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

# build PRESET [target...]: configures once, then builds what changed.
build() {
  local preset=$1; shift
  [ -f "$root/build/$preset/build.ninja" ] || { say "configuring ($preset)"; cmake --preset "$preset" -S "$root" >/dev/null; }
  (cd "$root" && cmake --build --preset "$preset" ${1:+--target "$@"} -- --quiet >&2)
}
