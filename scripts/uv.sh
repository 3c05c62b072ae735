#!/usr/bin/env bash
# Runs uv with the given arguments. Fetches it into .tools/ first if this machine has none that is new enough.
set -euo pipefail
cd "$(dirname "$0")/.."
mindestens=0.13.0
festgelegt=0.13.8

brauchbar() {
  local version
  version=$("$1" --version 2>/dev/null | cut -d' ' -f2) || return 1
  [ -n "$version" ] && [ "$(printf '%s\n%s\n' "$mindestens" "$version" | sort -V | head -n 1)" = "$mindestens" ]
}

hole_uv() {
  echo "uv fehlt auf diesem Rechner und kommt nach .tools/ (nur in diesem Ordner)." >&2
  if "$python" -m venv .tools/uv >/dev/null 2>&1; then
    .tools/uv/bin/python -m pip install --quiet --disable-pip-version-check "uv==$festgelegt"
  elif "$python" -m pip --version >/dev/null 2>&1; then
    rm -rf .tools/uv
    "$python" -m pip install --quiet --disable-pip-version-check --target .tools/uv "uv==$festgelegt"
  else
    rm -rf .tools/uv
    echo "Dafür braucht Python 3.11 venv oder pip. Debian 12: apt-get install python3.11-venv" >&2
    exit 1
  fi
}

python=$(scripts/python311.sh)
export UV_PYTHON="$python" UV_PYTHON_DOWNLOADS=never UV_COMPILE_BYTECODE=1
# Offices often sit behind a proxy whose certificate only the system's store knows.
if [ -e /etc/ssl/certs/ca-certificates.crt ]; then
  export UV_SYSTEM_CERTS="${UV_SYSTEM_CERTS:-1}"
fi
if brauchbar uv; then
  exec uv "$@"
fi
brauchbar .tools/uv/bin/uv || hole_uv
exec .tools/uv/bin/uv "$@"
