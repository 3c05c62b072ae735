# Everything a developer or a site calls. `make` alone lists it.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
export RASA_TELEMETRY_ENABLED := false
export PYTHON

APP := .venv/.bereit
ENGINE := bot/.venv/.bereit
NODE := node_modules/.bereit
MODELL = bot/.venv/bin/python -m bot.engine.training
# The engine's old packages warn at every import.
RASA := PYTHONWARNINGS=ignore TF_CPP_MIN_LOG_LEVEL=3 bot/.venv/bin/rasa

.PHONY: help setup run test test-full check format shell rasa-test validate train third-party openapi texte assets clean

help: ## diese Übersicht
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

setup: $(APP) $(ENGINE) ## beide Umgebungen einrichten (Programm und Sprachmodul)
	@:

$(APP): pyproject.toml uv.lock
	@echo "Das Programm wird eingerichtet."
	@scripts/uv.sh sync --frozen --quiet
	@touch $@

$(ENGINE): bot/pyproject.toml bot/uv.lock
	@echo "Das Sprachmodul wird eingerichtet. Beim ersten Mal sind das etwa 3 GB und ein bis fünf Minuten."
	@scripts/uv.sh sync --frozen --project bot --quiet
	@touch $@

$(NODE): package.json package-lock.json
	@command -v npm >/dev/null || { echo "Die Browsertests brauchen npm (Debian: apt-get install npm)." >&2; exit 1; }
	@NODE_EXTRA_CA_CERTS=$${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt} npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@

run: setup ## Lotse starten: trainieren, wenn nötig, Datenbank anlegen, Adresse und Anmeldedaten zeigen
	@exec .venv/bin/lotse up

train: setup ## das Sprachmodell trainieren, wenn es nicht mehr aktuell ist
	@$(MODELL)

test: setup $(NODE) ## alle Tests außer den langsamen
	@scripts/chromium.sh
	.venv/bin/pytest

test-full: setup $(NODE) train ## alle Tests, auch die langsamen: PostgreSQL, Sprachverstehen, Dialoge
	@scripts/chromium.sh
	scripts/mit_postgres.sh .venv/bin/pytest -m ''
	@$(MAKE) rasa-test

check: $(APP) ## Form, Typen, Schichten, toter Code, Lockdateien
	.venv/bin/ruff format --check --quiet .
	.venv/bin/ruff check --quiet .
	.venv/bin/mypy --no-error-summary
	.venv/bin/lint-imports --no-cache >/dev/null || .venv/bin/lint-imports --no-cache
	.venv/bin/python scripts/toter_code.py
	scripts/uv.sh lock --check --quiet
	scripts/uv.sh lock --check --quiet --project bot

format: $(APP) ## Form und einfache Mängel selbst beheben
	.venv/bin/ruff check --quiet --fix . || true
	.venv/bin/ruff format --quiet .

shell: train ## mit dem Sprachmodul im Terminal sprechen
	@.venv/bin/python scripts/shell.py

validate: setup ## die Trainingsdaten prüfen
	$(RASA) data validate --data bot/data

rasa-test: train ## Sprachverstehen und Dialogregeln messen (Ergebnis in results/)
	$(RASA) test core --stories tests/rasa --model models --out results --fail-on-prediction-errors
	$(RASA) test nlu --nlu bot/data/nlu --cross-validation --folds 3 --out results --no-plot

third-party: setup ## THIRD_PARTY.md aus den Lockdateien neu schreiben
	.venv/bin/python scripts/third_party.py

openapi: $(APP) ## docs/openapi.json neu schreiben
	.venv/bin/python -m scripts.openapi

texte: $(APP) ## alle Texte der Seiten und Gespräche für Übersetzungen einsammeln
	.venv/bin/pybabel -q extract -F api/babel.cfg -o actions/locale/lotse.pot --omit-header --no-location .

assets: ## Gestaltung und Skripte der Seiten aus npm neu holen (liegen im Projekt)
	scripts/vendor_assets.sh

clean: ## Zwischenergebnisse löschen (nicht var/, nicht die Umgebungen)
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .rasa models results test-results dist
	find . -name __pycache__ -not -path '*/.venv/*' -not -path './node_modules/*' -prune -exec rm -rf {} +
