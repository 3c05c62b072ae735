#!/usr/bin/env bash
# Makes sure that the browser for the browser tests is there: Debian's chromium.
set -euo pipefail
if command -v chromium >/dev/null; then
  exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Chromium fehlt und wird aus den Debian-Paketen installiert." >&2
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends chromium >/dev/null
  exit 0
fi
echo "Die Browsertests brauchen Chromium: als root »apt-get install chromium« ausführen." >&2
exit 1
