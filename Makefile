# make demo: install, convert the examples, validate the results. make test: install what tests need, run all of them.
# A machine with python3 (3.11 or later, with venv) and make is enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= out/demo
JOBS ?= 2
# Modules compiled beforehand, as pip does for a wheel: the first run is as fast as the next one.
COMPILE := $(BIN)/python -m compileall -q converter templates/compiled

.PHONY: demo test check derived install install-test clean

demo: $(VENV)/.installed
	$(BIN)/filing2xbrl convert examples --out $(OUT)
	$(BIN)/filing2xbrl validate $(OUT)
	@echo "The reports are in $(OUT): try '$(BIN)/filing2xbrl inspect examples/harbor-10q-1998.txt'."

test: check
	$(BIN)/python -m pytest -n $(JOBS) --cov=converter --cov-report=term:skip-covered --cov-fail-under=90

check: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python scripts/taxonomy/build_schemas.py --check
	$(BIN)/python scripts/build_templates.py --check
	$(BIN)/python scripts/build_reference.py --check

# What is derived from the tables, templates and commands, made again.
derived: $(VENV)/.installed-test
	$(BIN)/python scripts/taxonomy/build_schemas.py
	$(BIN)/python scripts/build_templates.py
	$(BIN)/python scripts/build_reference.py

install: $(VENV)/.installed
install-test: $(VENV)/.installed-test

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "$(PYTHON) is not there or older than 3.11: install Python 3.11 or later, or call make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "$(PYTHON) has no working venv: install it (Debian: apt-get install python3-venv)"; exit 1; }

$(VENV)/.installed: pyproject.toml $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	@$(COMPILE)
	@touch $@

$(VENV)/.installed-test: pyproject.toml $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	@$(COMPILE)
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) out build dist
