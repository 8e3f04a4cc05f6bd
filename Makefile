# Everything starts here: only Python 3.11 or newer, git and make are needed.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: help gap validate test nightly lint golden gallery schema docs wheel hooks bench lock clean

help:
	@echo "make gap      set everything up, print the gaps of 2015"
	@echo "make validate set everything up, check the shipped plan's data"
	@echo "make test     set everything up, run the tests"
	@echo "make nightly  thousands of broken and generated plans; about half an hour"
	@echo "make lint     style, types"
	@echo "make golden   write the expected outputs anew; read the diff before you commit it"
	@echo "make gallery  every report and chart as pictures under build/gallery; look at them"
	@echo "make schema   write data/schema anew, after a change of what an entry may hold"
	@echo "make docs     write docs/checks.md anew, after a change of a rule or an example"
	@echo "make wheel    build the wheel and try it in an empty folder"
	@echo "make hooks    try the hook and the CI jobs of docs/ci.md in scratch repositories"
	@echo "make bench    speed and memory, measured side by side"
	@echo "make lock     renew requirements-dev.txt"

gap: $(READY)
	@$(BIN)/qt-ict gap --year 2015

validate: $(READY)
	@$(BIN)/qt-ict validate

test: $(READY)
	$(BIN)/pytest --numprocesses 2 --dist worksteal

nightly: $(READY)
	QT_ICT_BROKEN_PLANS=20000 QT_ICT_EXAMPLES=2000 $(BIN)/pytest tests/test_broken_plans.py tests/test_validation_laws.py

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

golden: $(READY)
	$(BIN)/python tests/golden.py

gallery: $(READY)
	$(BIN)/python scripts/gallery.py

schema: $(READY)
	$(BIN)/qt-ict schema data/schema --force

docs: $(READY)
	$(BIN)/python scripts/checks_page.py

wheel: $(READY)
	sh scripts/try_wheel.sh $(BIN)/python

hooks: $(READY)
	sh scripts/try_hooks.sh $(BIN)

bench: $(READY)
	$(BIN)/python bench/bench.py

lock: $(READY)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links pyproject.toml --extra report --group dev -o requirements-dev.txt

# The versions are locked with their hashes; the project itself is installed as a link to this folder.
$(READY): requirements-dev.txt pyproject.toml scripts/find_python.sh
	$$(sh scripts/find_python.sh) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
