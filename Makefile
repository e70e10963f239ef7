# `make extract` and `make test` are all a user needs; both make the environment first and are cheap the second time.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SECONDS ?= 300
KILLS ?= 250
FOLDER ?= data/fuzz

.DEFAULT_GOAL := help
.PHONY: help extract test faults check format score confidence evidence dictionary site mine paraphrases fuzz parity words clean bench

help:  ## What can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[develop]'
	@touch $@

extract: $(READY)  ## Read the articles in data/raw into tables in data/out
	$(BIN)/congressx extract data/raw --out data/out

test: $(READY)  ## Run all tests, on all cores
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

faults: $(READY)  ## Kill runs at random moments, KILLS times, and look at what is left
	KILLS=$(KILLS) $(BIN)/python -m pytest -m slow -s tests/faults

check: $(READY)  ## Format, lint, types, import contracts, the documentation's links
	$(BIN)/ruff format --check src tests development notebooks
	$(BIN)/ruff check src tests development notebooks
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) --no-print-directory site

format: $(READY)  ## Put the code into its form
	$(BIN)/ruff format src tests development notebooks
	$(BIN)/ruff check --fix src tests development notebooks

score: $(READY)  ## Score against the gold articles in GOLD (a folder of .txt and .json), with its score.py in SCORER
	$(BIN)/python development/floors.py --gold "$(GOLD)" --scorer "$(SCORER)"

confidence: $(READY)  ## Count afresh how often each rule is right, on the gold folders in GOLD and, apart, in UNSEEN
	$(BIN)/python development/confidence.py $(GOLD) --unseen $(UNSEEN)

evidence: $(READY)  ## Count afresh what speaks for and against a number being a figure, on the gold folders in GOLD
	$(BIN)/python development/evidence.py $(GOLD)

dictionary: $(READY)  ## Write docs/tables.md and docs/commands.md afresh: what every field says, what every command takes
	$(BIN)/python development/dictionary.py
	$(BIN)/python development/commands.py

site: $(READY)  ## Build the documentation as pages in data/site
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict --config-file development/mkdocs.yml

mine: $(READY)  ## List what looks like KIND and was not taken, and what was taken at the edge, in the articles of CORPUS
	$(BIN)/python development/mine.py "$(KIND)" $(CORPUS)

paraphrases: $(READY)  ## Tell the articles in CORPUS in other words and list the rows of TABLE that change all the same
	$(BIN)/python development/paraphrases.py $(CORPUS) $(if $(TABLE),--table $(TABLE))

fuzz: $(READY)  ## Feed mutated articles, bytes and files to congressx for SECONDS each; findings in FOLDER
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[develop,fuzz]'
	for target in text words bytes files; do $(BIN)/python development/fuzz.py $$target --seconds $(SECONDS) --folder "$(FOLDER)"; done

parity: $(READY)  ## Compare our words with underthesea's, on the articles in CORPUS (JSONL) and on odd sentences made up
	$(BIN)/python development/parity.py $(CORPUS)

words: $(READY)  ## Measure how many times faster our words are than word_tokenize, on the articles in CORPUS (JSONL)
	$(BIN)/python development/words_benchmark.py $(CORPUS)

bench: $(READY)  ## Compare speed and memory with what one would use otherwise, on CORPUS (JSONL or folders); writes benchmarks/RESULTS.md
	$(BIN)/python benchmarks/run.py $(CORPUS)
	$(BIN)/python benchmarks/costs.py

clean:  ## Remove the environment and the tables
	rm -rf $(VENV) data/site data/out/*.parquet data/out/manifest.json data/out/datapackage.json data/out/.lock data/out/.unfinished
