# Onrecord. `make run` serves the site, `make test` proves it; `make help` lists the rest.
# Settings of a call: make run PORT=9000, make test CHROMIUM=/path/to/chrome, make setup PYTHON=python3.12

HOST ?= 127.0.0.1
PORT ?= 8000
VENV ?= .venv
BIN := $(VENV)/bin
export VENV

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev browser run test test-browser sure lint quality bench load faults \
	migrate ingest reindex check backup screenshots papers wheel lock image image-check clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  \1|/' | \
		while IFS='|' read -r name what; do printf '%-16s %s\n' "$$name" "$$what"; done

setup: ## make .venv ready to run the site
	@scripts/setup.sh runtime

setup-dev: ## make .venv ready to work on the site
	@scripts/setup.sh dev

run: setup ## set up, read the founding articles, serve at http://127.0.0.1:8000
	@$(BIN)/onrecord ingest seeds/articles
	@ONRECORD_BASE_URL="$${ONRECORD_BASE_URL:-http://$(HOST):$(PORT)}" \
		$(BIN)/onrecord serve --host $(HOST) --port $(PORT)

test: setup-dev ## set up and pass everything, browser tests in a real Chromium included
	@CHROMIUM="$$(scripts/browser.sh)" && export CHROMIUM && $(BIN)/pytest $(ARGS)

test-browser: setup-dev ## the browser tests alone
	@CHROMIUM="$$(scripts/browser.sh)" && export CHROMIUM && $(BIN)/pytest -m browser $(ARGS)

sure: lint test ## is it done? format, lint, types, import rules, tests and quality floors

lint: setup-dev ## format, lint, types and import rules
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

quality: setup-dev ## the table of extraction figures beside their floors
	@$(BIN)/python -m tests.quality.report $(ARGS)

bench: setup-dev ## all figures beside their bounds; some: make bench GROUP=search ARGS="--text FOLDER"
	@$(BIN)/python -m benchmarks $(GROUP) -- $(ARGS)

load: setup-dev ## measure the site under 200 connections for a minute
	@$(BIN)/python -m benchmarks.load $(ARGS)

faults: setup-dev ## the slow fault tests: kills, full disks, flipped bytes, slow and rude clients
	@$(BIN)/pytest -m faults $(ARGS)

migrate: setup ## bring the database to this version
	@$(BIN)/onrecord migrate

ingest: setup ## read articles into the archive: make ingest FROM=folder
	@$(BIN)/onrecord ingest $(or $(FROM),seeds/articles)

reindex: setup ## rebuild the search index from the database
	@$(BIN)/onrecord reindex

check: setup ## verify store, spans, hashes and index against one another
	@$(BIN)/onrecord check

backup: setup ## copy the database safely while it is used: make backup TO=file
	@test -n "$(TO)" || { echo "backup: say where to: make backup TO=/backups/onrecord.sqlite3" >&2; exit 2; }
	@$(BIN)/onrecord backup $(TO)

screenshots: setup-dev ## take the README's pictures from a site that runs: make screenshots PORT=8000
	@CHROMIUM="$$(scripts/browser.sh)" && export CHROMIUM && \
		$(BIN)/python scripts/screenshots.py http://$(HOST):$(PORT)
	@$(BIN)/python scripts/papers.py

wheel: setup-dev ## build dist/onrecord-*.whl
	@$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

papers: setup-dev ## bring the tables and drawings in the papers up to date
	@$(BIN)/python scripts/papers.py

lock: ## compile the hashed requirement files anew (needs uv)
	@scripts/lock.sh

image: ## build the image with the container engine of this machine
	@scripts/image.sh

image-check: ## build the image and run it without a container engine (root on Debian; minutes)
	@scripts/image-check.sh

clean: ## remove what can be made again; never the archive in data/
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache test-results
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
