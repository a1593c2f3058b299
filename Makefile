# make demo: install, convert the examples, validate the results. make test: install what tests need, run all of them.
# A machine with python3 (3.11 or later, with venv) and make is enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= out/demo
JOBS ?= 2

.PHONY: demo test check install install-test clean schemas

demo: $(VENV)/.installed
	$(BIN)/filing2xbrl convert examples --out $(OUT)
	$(BIN)/filing2xbrl validate $(OUT)
	@echo "The reports are in $(OUT): try '$(BIN)/filing2xbrl inspect examples/harbor-10q-1998.txt'."

test: check
	$(BIN)/python -m pytest -n $(JOBS)

check: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m scripts.build_schemas --check

install: $(VENV)/.installed
install-test: $(VENV)/.installed-test

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "$(PYTHON) is not there or older than 3.11: install Python 3.11 or later, or call make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "$(PYTHON) has no working venv: install it (Debian: apt-get install python3-venv)"; exit 1; }

$(VENV)/.installed: pyproject.toml $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.installed-test: pyproject.toml $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) out build dist
