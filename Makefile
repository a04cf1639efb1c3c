# `make demo` and `make test` do everything that is needed on a machine with Python 3.11-3.13 and make.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null \
	&& echo $$python && break; done)
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
DEMO := $(VENV)/demo.db
ARTICLES := $(filter-out examples/README.md examples/stories,$(sort $(wildcard examples/*)))

.PHONY: help demo test chromium check gate clean

help:
	@echo "make demo    set up $(VENV), read the articles in examples/ and keep the ledger of two states"
	@echo "make test    set up $(VENV) and run the whole test suite"
	@echo "make check   the gate, ruff, mypy --strict, the import contracts, the documents"
	@echo "make gate    score the reader on corpus/gold, and what was gained and lost"
	@echo "make clean   remove $(VENV) and all caches"

demo: $(VENV)/installed
	@$(BIN)/pourparler read $(ARTICLES) --format report
	@echo
	@echo "That is what the articles in examples/ report. Now the ledger of two states, kept from the 80 articles of"
	@echo "examples/stories/: every step between them once, and the state of the line."
	@echo
	@rm -f $(DEMO) $(DEMO)-shm $(DEMO)-wal
	@$(BIN)/pourparler add examples/stories --store $(DEMO)
	@$(BIN)/pourparler contacts --between USA CHN --once --all --format table --store $(DEMO)
	@echo
	@$(BIN)/pourparler line USA CHN --on 2026-11-22 --format table --store $(DEMO)
	@echo
	@echo "Ask it more, or read your own:"
	@echo "  $(BIN)/pourparler line IND PAK --on 2026-03-15 --store $(DEMO)"
	@echo "  $(BIN)/pourparler incidents --between GRC TUR --store $(DEMO)"
	@echo "  $(BIN)/pourparler brief USA CHN --store $(DEMO)"
	@echo "  $(BIN)/pourparler serve --store $(DEMO)"
	@echo "  $(BIN)/pourparler read FILE... --show-text"

test: $(VENV)/installed-dev chromium
	$(BIN)/python -m pytest

# The pages of the desk are tested in Debian's Chromium; without one those tests are skipped, and say so.
chromium:
	@{ command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null \
	|| test -n "$$POURPARLER_CHROMIUM" \
	|| { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && echo "Installing chromium ..." \
	&& apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium fonts-liberation >/dev/null; } \
	|| echo "No Chromium found, and no right to install it: the tests of pages are skipped. Install the package chromium."

check: $(VENV)/installed-dev gate
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/docs

# Scores the reader on the annotated articles, tells what changed since the last note, and fails below a floor.
gate: $(VENV)/installed-dev
	$(BIN)/pourparler evaluate corpus/gold/open --gate gate.toml --since corpus/gold/open.outcomes
	$(BIN)/pourparler evaluate corpus/gold/sealed --gate gate.toml --since corpus/gold/sealed.outcomes

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests models -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps: set up again only where a pyproject has changed. The model comes with the checkout, so pip must be
# given its folder in the same command; the package index may not have it.
$(VENV)/installed: pyproject.toml models/en/pyproject.toml
	$(call set_up,.)

$(VENV)/installed-dev: pyproject.toml models/en/pyproject.toml
	$(call set_up,.[dev])
	@touch $(VENV)/installed

define set_up
	@test -n "$(PYTHON)" || { echo "No Python 3.11-3.13 found. Install one, or say make PYTHON=/path/to/python3"; exit 1; }
	@echo "Setting up $(VENV) with $(PYTHON); this takes a minute or two the first time ..."
	@$(PYTHON) -m venv $(VENV) || { echo "No venv in $(PYTHON). On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	@$(PIP) install --editable ./models/en --editable "$(1)"
	@touch $@
endef
