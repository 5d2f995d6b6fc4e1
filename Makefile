# Open LEA: every command does its own set-up. Needed beforehand: Python 3.11 or newer, pip and make.
PYTHON ?= python3
VENV := .venv/bin
ARGS ?=
export NO_MKDOCS_2_WARNING := 1
# Kept bytecode halves every start of Python, and the tests start it some hundreds of times.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help prepare demo test check bench mutants docs sbom audit

help:
	@echo "make demo      een gevulde werkruimte op deze computer, in de browser te openen"
	@echo "make test      alle proeven, op SQLite en op PostgreSQL"
	@echo "make check     opmaak, regels, typen, richting van de kamers, migraties, documentatie"
	@echo "make bench     metingen naast een bekende ander"
	@echo "make mutants   hoeveel opzettelijke fouten de proeven van core en policy vinden"
	@echo "make sbom      de lijst van alle onderdelen, in dist/sbom.json"
	@echo "make audit     bekende fouten in die onderdelen (vraagt het internet)"
	@echo "make docs      de documentatie, in de map site"

prepare:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Open LEA heeft Python 3.11 of nieuwer nodig. Staat die er onder een andere naam? Dan bijvoorbeeld: make demo PYTHON=python3.12"; exit 1; }
	@$(PYTHON) tools/prepare.py

demo: prepare
	@$(VENV)/openlea demo $(ARGS)

test: prepare
	@$(VENV)/python tools/suite.py $(ARGS)

check: prepare
	@echo "opmaak" && $(VENV)/ruff format --check .
	@echo "regels" && $(VENV)/ruff check .
	@echo "typen" && $(VENV)/mypy src
	@echo "kamers" && $(VENV)/lint-imports
	@echo "migraties" && DJANGO_SETTINGS_MODULE=openlea.settings OPENLEA_DATA=var/check $(VENV)/python -m django makemigrations --check --dry-run
	@echo "documentatie" && $(VENV)/mkdocs build --strict --quiet

bench: prepare
	@$(PYTHON) tools/peers.py
	@$(VENV)/python -m benchmarks $(ARGS)

mutants: prepare
	@$(VENV)/python tools/mutants.py

docs: prepare
	@$(VENV)/python tools/reference.py
	@$(VENV)/mkdocs build --strict --quiet
	@echo "De documentatie staat in site/index.html"

sbom: prepare
	@$(VENV)/python tools/sbom.py

audit: prepare
	@$(VENV)/pip-audit --strict --require-hashes --disable-pip -r requirements.container.lock
	@cd frontend && npm audit --omit=dev
