#!/usr/bin/env bash
# Fills api/static/vendor from npm packages at fixed versions. The result is committed, so running Lotse needs no Node.
set -euo pipefail
cd "$(dirname "$0")/.."

KERN=2.7.2
HTMX=4.0.1
FIRA=5.3.0
ziel=api/static/vendor
arbeit=$(mktemp -d)
trap 'rm -rf "$arbeit"' EXIT

hole() { # package name, folder name
  mkdir -p "$arbeit/$2"
  (cd "$arbeit/$2" && npm pack --silent "$1" >/dev/null && tar xzf ./*.tgz --strip-components=1)
}

hole "@kern-ux/native@$KERN" kern
hole "htmx.org@$HTMX" htmx
hole "@fontsource/fira-sans@$FIRA" fira

rm -rf "$ziel"
mkdir -p "$ziel/fira" "$ziel/LICENSES"
install -m 644 "$arbeit/kern/dist/kern.min.css" "$ziel/kern.min.css"
install -m 644 "$arbeit/htmx/dist/htmx.min.js" "$ziel/htmx.min.js"
install -m 644 "$arbeit/htmx/dist/ext/hx-csp.min.js" "$ziel/hx-csp.min.js"
# The source maps stay out; a comment that points at them would only make browsers ask for missing files.
sed -i '/^\/\/# sourceMappingURL=/d' "$ziel"/*.js
for schnitt in latin-400 latin-600 latin-ext-400 latin-ext-600; do
  install -m 644 "$arbeit/fira/files/fira-sans-$schnitt-normal.woff2" "$ziel/fira/"
done
install -m 644 "$arbeit/kern/LICENSE.md" "$ziel/LICENSES/kern-ux-native-$KERN.EUPL-1.2.md"
install -m 644 "$arbeit/htmx/LICENSE" "$ziel/LICENSES/htmx-$HTMX.0BSD.txt"
install -m 644 "$arbeit/fira/LICENSE" "$ziel/LICENSES/fira-sans-$FIRA.OFL-1.1.txt"
echo "api/static/vendor: KERN $KERN, htmx $HTMX, Fira Sans $FIRA"
