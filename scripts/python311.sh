#!/usr/bin/env bash
# Prints the path of a Python 3.11 on this machine, or says what is missing.
set -euo pipefail
for name in "${PYTHON:-python3.11}" python3 python; do
  pfad=$("$name" -c 'import sys; print(sys.executable if sys.version_info[:2] == (3, 11) else "")' 2>/dev/null || true)
  if [ -n "$pfad" ]; then
    echo "$pfad"
    exit 0
  fi
done
cat >&2 <<'TEXT'
Lotse braucht Python 3.11 und hat keines gefunden.
  Debian 12:      apt-get install python3.11 python3.11-venv
  anderer Ort:    make setup PYTHON=/pfad/zu/python3.11
(Python 3.11 is needed and was not found.)
TEXT
exit 1
