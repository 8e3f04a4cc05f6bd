# Everything starts here: only Python 3.11 or newer, git and make are needed.

VENV := .venv
BIN := $(VENV)/bin
# What qt-ict itself needs is installed; so is what its development needs.
INSTALLED := $(VENV)/installed
READY := $(VENV)/ready
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: help gap validate test nightly mutants lint golden gallery schema docs wheel hooks bench backtest lock clean

help:
	@echo "make gap      install qt-ict, print the gaps of 2015"
	@echo "make validate install qt-ict, check the shipped plan's data"
	@echo "make test     install the tests' tools too, run the tests"
	@echo "make nightly  thousands of broken and generated plans, hundreds of changes to the code; an hour or two"
	@echo "make mutants  the share of small changes to the code that the tests notice; SEED=2 tries others"
	@echo "make lint     style, types"
	@echo "make golden   write the expected outputs anew; read the diff before you commit it"
	@echo "make gallery  every report and chart as pictures under build/gallery; look at them"
	@echo "make schema   write data/schema anew, after a change of what an entry may hold"
	@echo "make docs     write docs/checks and the tables of docs/formats.md anew, from rules, examples and fields"
	@echo "make wheel    build the wheel and try it in an empty folder"
	@echo "make hooks    try the hook and the CI jobs of docs/ci.md in scratch repositories"
	@echo "make bench    speed and memory, measured side by side"
	@echo "make backtest rebuild docs/record.md and the record beside every status, from the shipped reference classes"
	@echo "make lock     write both lock files anew, versions kept where they may be; UPGRADE=--upgrade renews them"

gap: $(INSTALLED)
	@$(BIN)/qt-ict gap --year 2015

validate: $(INSTALLED)
	@$(BIN)/qt-ict validate

test: $(READY)
	$(BIN)/pytest --numprocesses 2 --dist worksteal

nightly: $(READY)
	QT_ICT_BROKEN_PLANS=20000 QT_ICT_EXAMPLES=2000 $(BIN)/pytest tests/test_broken_plans.py tests/test_validation_laws.py
	$(BIN)/python -m scripts.mutants --sample 600 --seed $$(date +%j) --at-least 95

SEED := 1

mutants: $(READY)
	$(BIN)/python -m scripts.mutants --sample 150 --seed $(SEED) --at-least 95

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

golden: $(READY)
	$(BIN)/python -m tests.golden

gallery: $(READY)
	$(BIN)/python -m scripts.gallery

schema: $(READY)
	$(BIN)/qt-ict schema data/schema --force

docs: $(READY)
	$(BIN)/python -m scripts.checks_page
	$(BIN)/python -m scripts.formats_page

wheel: $(READY)
	sh scripts/try_wheel.sh $(BIN)/python

hooks: $(READY)
	sh scripts/try_hooks.sh $(BIN)

bench: $(READY)
	$(BIN)/python bench/bench.py

backtest: $(READY)
	$(BIN)/python -m backtest

lock: $(READY)
	$(PIP) uv
	$(COMPILE) --extra report --group dev -o requirements-dev.txt
	$(COMPILE) --group build --constraint requirements-dev.txt -o requirements.txt

COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-emit-index-url --no-emit-find-links $(UPGRADE) pyproject.toml

# The versions are locked with their hashes; the project itself is installed as a link to this folder.
$(INSTALLED): requirements.txt pyproject.toml scripts/find_python.sh
	$$(sh scripts/find_python.sh) -m venv --clear $(VENV)
	$(PIP) --require-hashes -r requirements.txt
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $(INSTALLED)

$(READY): requirements-dev.txt $(INSTALLED)
	$(PIP) --require-hashes -r requirements-dev.txt
	@touch $(READY)

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
