# Every command of this house; `make` alone lists them. Each installs what it needs first.
#   make build ARGS="--drafts"       words for the command behind it
#   make PYTHON=/usr/bin/python3.13  another Python; VENV=folder: another environment

SHELL := /bin/sh
VENV ?= .venv
BIN := $(VENV)/bin
ARGS ?=
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --no-emit-index-url
WITH_BROWSER = if [ "$$SSG_NO_BROWSER" != 1 ]; then \
	    CHROMIUM="$$($(BIN)/python -m tests.browser --install)" || exit 1; export CHROMIUM; fi;
RUN := $(VENV)/.run
TEST := $(VENV)/.test
TOOLS := $(VENV)/.tools

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

##- The site
.PHONY: build serve check
build: $(RUN)  ## build the site into _site/
	$(BIN)/python -m ssg build $(ARGS)

serve: $(RUN)  ## build, serve on http://127.0.0.1:8000/ and reload on every change
	$(BIN)/python -m ssg serve $(ARGS)

check: $(RUN)  ## say what is wrong with the postings, and write nothing
	$(BIN)/python -m ssg check $(ARGS)

##- The program
.PHONY: test lint torture bench screenshots twice
test: lint  ## run every test but the long ones, in a real browser too
	$(WITH_BROWSER) \
	$(BIN)/python -m pytest -q -n auto --maxprocesses 4 $(ARGS)

lint: $(TEST)  ## style, types, the direction of imports, the workflows
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --quiet --check .
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-cache --no-logo
	$(BIN)/zizmor --offline --quiet --persona pedantic .github action.yml ssg/editing/new_site/dot_github/workflows/*.yml

torture: $(TEST)  ## run the tests that take minutes
	$(WITH_BROWSER) \
	$(BIN)/python -m pytest -q -m torture $(ARGS)

bench: $(TEST)  ## measure how long builds take
	$(BIN)/python -m bench $(ARGS)

screenshots: $(TEST)  ## take pictures of every kind of page in both themes, into _screenshots/
	$(WITH_BROWSER) \
	$(BIN)/python -m tests.screenshots $(ARGS)

ONE ?= python3
OTHER ?= python3
DAY ?= 2026-11-20
twice:  ## build twice, with the Pythons ONE and OTHER, and compare every byte
	$(MAKE) build VENV=.venv/one PYTHON=$(ONE) ARGS="-o _site-one --today $(DAY) --no-cache"
	$(MAKE) build VENV=.venv/other PYTHON=$(OTHER) ARGS="-o _site-other --today $(DAY) --no-cache"
	diff -r --exclude=pagefind _site-one _site-other
	@echo "Both builds are the same."

##- The house
.PHONY: install lock audit dist clean distclean help
install: $(RUN)  ## make .venv with what the program needs

UPGRADE ?= --upgrade
# A cluster's workers and this machine need the same versions: `cluster` is therefore the cluster's to lock.
EXTRAS := --extra og --extra import
lock: $(TOOLS)  ## renew requirements/; UPGRADE= keeps the versions that still do, UPGRADE="-P click" renews one
	$(LOCK) $(UPGRADE) pyproject.toml $(EXTRAS) --group build -o requirements/run.txt
	$(LOCK) $(UPGRADE) pyproject.toml $(EXTRAS) --group build --group test \
	    -c requirements/run.txt -o requirements/test.txt
	$(LOCK) $(UPGRADE) --group tools -c requirements/test.txt -o requirements/tools.txt

audit: $(TOOLS)  ## look for known holes in what is locked
	$(BIN)/pip-audit --strict --disable-pip --require-hashes -r requirements/test.txt -r requirements/tools.txt $(ARGS)

dist: $(TOOLS)  ## wheel and source package in dist/, with the list of what they need (CycloneDX)
	$(BIN)/python -m build --no-isolation --outdir dist
	$(BIN)/cyclonedx-py requirements --output-reproducible --pyproject pyproject.toml --of JSON -o dist/sbom.cdx.json requirements/run.txt

clean:  ## remove what was built, and all caches
	rm -rf _site _site-one _site-other _screenshots .ssg dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -not -path './.venv/*' -prune -exec rm -rf {} +

distclean: clean  ## remove .venv too
	rm -rf .venv

help:
	@awk -F ':.*## ' '/^##- /{print "\n" substr($$0, 5)} /^[a-z]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' Makefile

# An environment, and what is in it: each stamp is as new as the lock that it was made from. Where the system's Python went
# away, the environment's points nowhere: then all is made anew.
$(shell test -x $(BIN)/python || rm -f $(RUN))

$(BIN)/python:
	tools/make-venv $(VENV)

$(RUN): requirements/run.txt pyproject.toml $(BIN)/python
	@$(PIP) install --require-hashes -r requirements/run.txt || { echo "pip could not get what requirements/run.txt names:" \
	    "it needs a network, or a mirror (PIP_INDEX_URL)." >&2; exit 1; }
	$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q ssg  # as an installation does; else PYTHONDONTWRITEBYTECODE makes every start compile all
	@$(BIN)/python -c "from ssg.render.environment import compile_carried; compile_carried()"  # the same for its templates
	@touch $@

$(TEST): requirements/test.txt $(RUN)
	$(PIP) install --require-hashes -r requirements/test.txt
	@touch $@

$(TOOLS): requirements/tools.txt $(RUN)
	$(PIP) install --require-hashes -r requirements/tools.txt
	@touch $@
