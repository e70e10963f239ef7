# `make extract` and `make test` are all a user needs; both make the environment first and are cheap the second time.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help extract test check format score clean

help:  ## What can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[develop]'
	@touch $@

extract: $(READY)  ## Read the articles in data/raw into tables in data/out
	$(BIN)/congressx extract data/raw --out data/out

test: $(READY)  ## Run all tests
	$(BIN)/python -m pytest

check: $(READY)  ## Format, lint, types, import contracts
	$(BIN)/ruff format --check src tests
	$(BIN)/ruff check src tests
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)  ## Put the code into its form
	$(BIN)/ruff format src tests
	$(BIN)/ruff check --fix src tests

score: $(READY)  ## Score against the gold articles in GOLD (a folder of .txt and .json), with its score.py in SCORER
	$(BIN)/python tests/floors.py --gold "$(GOLD)" --scorer "$(SCORER)"

clean:  ## Remove the environment and the tables
	rm -rf $(VENV) data/out/*.parquet
