# Needs Python 3.11 or later with its venv module, and make. Nothing else.
#   make demo  PYTHON=python3.12  chooses the interpreter
#   make test  VENV=/elsewhere    and the folder of the environment
#   make dist  REPOSITORY=https://...  makes the links of the README absolute

PYTHON ?= python3
VENV ?= .venv
NAME ?=
REPOSITORY ?=
TAG ?=
N ?= 200
SEED ?= 1

BIN := $(VENV)/bin
DEMO := $(VENV)/.demo-installed
TEST := $(VENV)/.test-installed
DOCS := $(VENV)/.docs-installed
RELEASE := $(VENV)/.release-installed
STAGES := $(BIN)/python tools/stages.py
PIP := -m pip install --quiet --disable-pip-version-check
# The first pip that knows --group.
GROUPS_PIP := 'pip>=25.1'

# Where the distribution is tried: apart from the source tree.
TRIED := build/tried
TRIED_VENV := $(abspath $(VENV))-dist

.PHONY: help demo test check pytest long nightly random asserts contexts \
  bench growth docs dist pytest-dist \
  release-check clean mutants
.DELETE_ON_ERROR:

help:
	@echo "make demo [NAME=specimen]  review a specimen contract, write out/*.html"
	@echo "make test                  every check: style, types, floors, tests"
	@echo "make check                 the checks without the tests"
	@echo "make pytest                the short tests alone, without coverage"
	@echo "make long                  the tests that take seconds each: bulk, docs, all draws"
	@echo "make nightly               the tests at length"
	@echo "make random                the short tests in a random order"
	@echo "make asserts               the short tests, none without an assertion"
	@echo "make contexts              which test runs each line, out/contexts"
	@echo "make mutants [N=200 SEED=1]  faults put in, and those no test sees"
	@echo "make bench                 speed"
	@echo "make growth                time and memory of each size, doubled"
	@echo "make docs                  documentation, into docs/_build"
	@echo "make dist                  sdist and wheel, into dist"
	@echo "make pytest-dist           the short tests of that sdist, on that wheel"
	@echo "make release-check TAG=v1  whether a tag can be released"
	@echo "make clean                 remove all that was made here"

demo: $(DEMO)
	@$(BIN)/python examples/review.py $(NAME)

test: $(TEST)
	@$(STAGES) style types floors tests

long: $(TEST)
	@$(STAGES) long

check: $(TEST)
	@$(STAGES) style types floors

pytest: $(TEST)
	@$(STAGES) pytest

nightly: $(TEST)
	@$(STAGES) nightly

random: $(TEST)
	@$(STAGES) random

asserts: $(TEST)
	@$(STAGES) asserts

contexts: $(TEST)
	@$(STAGES) contexts

growth: $(TEST)
	@$(STAGES) growth

mutants: $(TEST)
	@$(BIN)/python -m tools.mutants --number $(N) --seed $(SEED)

bench: $(TEST)
	@$(STAGES) bench

docs: $(DOCS)
	@$(STAGES) docs

dist: $(RELEASE)
	rm -rf dist
	@APPRENTISSAGE_REPOSITORY='$(REPOSITORY)' $(BIN)/python -m build
	@$(BIN)/python -m twine check --strict dist/*

pytest-dist:
	@ls dist/*.whl dist/*.tar.gz >/dev/null || { echo "make dist first"; exit 1; }
	rm -rf $(TRIED) $(TRIED_VENV)
	@mkdir -p $(TRIED)
	@tar -xzf dist/*.tar.gz -C $(TRIED) --strip-components=1
	@echo "== environment: $(TRIED_VENV), by $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(TRIED_VENV)
	@$(TRIED_VENV)/bin/python $(PIP) $(GROUPS_PIP)
	@wheel="$$(ls $(CURDIR)/dist/*.whl)"; cd $(TRIED); \
	  $(TRIED_VENV)/bin/python $(PIP) --group test "$$wheel" && \
	  $(TRIED_VENV)/bin/python tools/stages.py dist

release-check:
	@$(PYTHON) tools/release.py '$(TAG)'

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or later is needed: make PYTHON=python3.12"; \
	       exit 1; }
	@echo "== environment: $(VENV), by $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV)

$(DEMO): pyproject.toml | $(VENV)/bin/python
	@echo "== install: apprentissage, a minute or two the first time"
	@$(BIN)/python $(PIP) --editable .
	@touch $@

$(TEST): GROUP := test
$(DOCS): GROUP := docs
$(RELEASE): GROUP := release
$(TEST) $(DOCS) $(RELEASE): pyproject.toml | $(VENV)/bin/python
	@echo "== install: apprentissage, group $(GROUP), minutes the first time"
	@$(BIN)/python $(PIP) $(GROUPS_PIP)
	@$(BIN)/python $(PIP) --group $(GROUP) --editable .
	@touch $@

clean:
	rm -rf .venv .venv-* build dist out docs/_build .coverage* .hypothesis \
	  .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests tools examples benchmarks -name __pycache__ -prune \
	  -exec rm -rf {} +
