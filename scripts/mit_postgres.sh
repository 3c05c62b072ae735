#!/usr/bin/env bash
# Runs the given command beside a PostgreSQL server that lives only as long as the command.
# The command finds its address in LOTSE_TEST_POSTGRES_URL.
set -euo pipefail
cd "$(dirname "$0")/.."

finde_programme() {
  { find /usr/lib/postgresql -path '*/bin/pg_ctl' 2>/dev/null || true; } | sort -V | tail -n 1 | xargs -r dirname
}

programme=$(finde_programme)
if [ -z "$programme" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "PostgreSQL fehlt und wird aus den Debian-Paketen installiert." >&2
  export DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1
  # The tests bring their own cluster, so Debian need not create and start one.
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold postgresql >/dev/null
  programme=$(finde_programme)
fi
if [ -z "$programme" ]; then
  echo "Diese Tests brauchen PostgreSQL: als root »apt-get install postgresql« ausführen." >&2
  exit 1
fi

# PostgreSQL refuses to run as root.
als=()
ordner=$(mktemp -d)
if [ "$(id -u)" = 0 ]; then
  als=(runuser -u postgres --)
  chown postgres "$ordner"
fi
aufraeumen() {
  (cd / && "${als[@]}" "$programme/pg_ctl" -D "$ordner/daten" -m immediate -s stop) || true
  rm -rf "$ordner"
}
trap aufraeumen EXIT
port=$(.venv/bin/python -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
(
  cd /
  "${als[@]}" "$programme/initdb" -D "$ordner/daten" -U lotse --auth=trust --encoding=UTF8 --no-sync >/dev/null
  "${als[@]}" "$programme/pg_ctl" -D "$ordner/daten" -s -w -l "$ordner/log" \
    -o "-c listen_addresses=127.0.0.1 -p $port -k $ordner -c fsync=off" start
)
export LOTSE_TEST_POSTGRES_URL="postgresql+psycopg://lotse@127.0.0.1:$port/postgres"
"$@"
