#!/usr/bin/env bash
# Installs what the build, the program and the tests need, from Debian's packages. Idempotent and quiet: if all of
# it is there, nothing is touched and no network is needed.
#   tools/install-deps.sh          what `make demo` and `make test` need
#   tools/install-deps.sh --dev    also what `make format`, `make lint` and `make fuzz` need
set -euo pipefail

packages=(
  ca-certificates ccache cmake g++ git make ninja-build pkg-config python3
  libcli11-dev libdnnl-dev libgtest-dev libgumbo-dev libicu-dev libsimdjson-dev libsqlite3-dev libssl-dev libxxhash-dev
  nlohmann-json3-dev python3-jsonschema sqlite3
)
if [[ "${1:-}" == --dev ]]; then
  packages+=(clang-14 clang-format-14 clang-tidy-14 libclang-rt-14-dev libomp-14-dev)
fi

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0

as_root=()
if [[ $(id -u) -ne 0 ]]; then
  command -v sudo >/dev/null || { echo "install-deps: need root (or sudo) to install: ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
echo "install-deps: installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
