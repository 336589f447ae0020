# Needs Python 3.11 or later with its venv module, and make. Nothing else.
#   make demo  PYTHON=python3.12  chooses the interpreter
#   make test  VENV=/elsewhere    and the folder of the environment

PYTHON ?= python3
VENV ?= .venv
NAME ?=

BIN := $(VENV)/bin
DEMO := $(VENV)/.demo-installed
TEST := $(VENV)/.test-installed
DOCS := $(VENV)/.docs-installed
STAGES := $(BIN)/python tools/stages.py

.PHONY: help demo test check pytest nightly bench docs clean
.DELETE_ON_ERROR:

help:
	@echo "make demo [NAME=specimen]  review a specimen contract, write out/*.html"
	@echo "make test                  every check: style, types, floors, tests"
	@echo "make check                 the checks without the tests"
	@echo "make pytest                the short tests alone, without coverage"
	@echo "make nightly               the tests at length"
	@echo "make bench                 speed"
	@echo "make docs                  documentation, into docs/_build"
	@echo "make clean                 remove all that was made here"

demo: $(DEMO)
	@$(BIN)/python examples/review.py $(NAME)

test: $(TEST)
	@$(STAGES) style types floors tests long

check: $(TEST)
	@$(STAGES) style types floors

pytest: $(TEST)
	@$(STAGES) pytest

nightly: $(TEST)
	@$(STAGES) nightly

bench: $(TEST)
	@$(STAGES) bench

docs: $(DOCS)
	@$(STAGES) docs

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or later is needed: make PYTHON=python3.12"; \
	       exit 1; }
	@echo "== environment: $(VENV), by $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV)

$(DEMO): EXTRA :=
$(TEST): EXTRA := [test]
$(DOCS): EXTRA := [docs]
$(DEMO) $(TEST) $(DOCS): pyproject.toml | $(VENV)/bin/python
	@echo "== install: apprentissage$(EXTRA), a minute or two the first time"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check \
	  --editable '.$(EXTRA)'
	@touch $@

clean:
	rm -rf .venv .venv-3.* build dist out docs/_build .coverage* .hypothesis \
	  .benchmarks .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests tools examples benchmarks -name __pycache__ -prune \
	  -exec rm -rf {} +
