# make deck    the finished decks in build/ (needs only Python 3.11 or newer)
# make preview the study in the browser, following its files
# make check   formatter, linter, types and tests
# make test    the same, after installing what the tests compare with (LibreOffice, Chromium, poppler, fonts)
# make lock    the lock files, made anew from pyproject.toml
# make bench   our speed beside that of other tools (some minutes; writes bench/RESULTS.md and INSIDE.md)
# make trials   200 builds killed at random moments, an hour of fuzz (FUZZ_SECONDS=60 make trials: a minute), limits; trials.log
# make pictures  the README's pictures and the gallery, drawn anew
# make clean   takes away all that make has made

PYTHON ?= python3
VENV := .venv
PIP := $(VENV)/bin/python -m pip --disable-pip-version-check
LOCK := $(VENV)/bin/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-trusted-host \
	--no-emit-find-links --no-emit-options --strip-extras --resolver=backtracking
ORACLES := libreoffice-impress poppler-utils fonts-liberation2 fonts-crosextra-carlito chromium

.DELETE_ON_ERROR:
.PHONY: deck preview check test lock pictures bench trials clean

deck: $(VENV)/.run
	$(VENV)/bin/python make_deck.py build --all

preview: $(VENV)/.dev
	$(VENV)/bin/python make_deck.py preview

check: $(VENV)/.dev
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/pytest -n 2 --dist worksteal

test: $(VENV)/.oracles
	$(MAKE) check

# A stamp in the environment tells what it was last filled from; it is older than its lock file when that changed.
$(VENV)/.run: requirements.lock | $(VENV)/bin/python
	$(PIP) install --quiet --require-hashes -r requirements.lock
	touch $@

$(VENV)/.dev: requirements.lock requirements-dev.lock | $(VENV)/bin/python
	$(PIP) install --quiet --require-hashes -r requirements-dev.lock
	touch $@ $(VENV)/.run

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'deckmotor needs Python 3.11 or newer as "$(PYTHON)"; another one is named with: make PYTHON=/path/to/python3' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo 'This Python makes no environments; on Debian and Ubuntu: apt install python3-venv' >&2; exit 1; }

# Tests whose program is missing skip and say so; the stamp is only made where all are there, so that the next run tries again.
$(VENV)/.oracles: Makefile | $(VENV)/bin/python
	@if command -v soffice >/dev/null && command -v pdftoppm >/dev/null && command -v chromium >/dev/null && fc-list 2>/dev/null | grep -q Carlito; then \
	  touch $@; \
	elif command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	  echo 'Installing $(ORACLES) …'; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
	    apt-get install -y -qq --no-install-recommends $(ORACLES) >$(VENV)/oracles.log 2>&1 && touch $@ \
	    || { tail -n 5 $(VENV)/oracles.log; echo 'They could not be installed: tests that need them are skipped.'; }; \
	else \
	  echo 'Not here: LibreOffice, poppler, Chromium or the fonts ($(ORACLES)). Tests that need them are skipped.'; \
	fi

lock: $(VENV)/.dev
	$(PIP) install --quiet 'pip-tools>=7.5'
	CUSTOM_COMPILE_COMMAND='make lock' $(LOCK) --upgrade -o requirements.lock pyproject.toml
	CUSTOM_COMPILE_COMMAND='make lock' $(LOCK) --upgrade --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml

bench: $(VENV)/.dev
	-$(VENV)/bin/python bench/setup.py
	$(VENV)/bin/python bench/run.py $(BENCH)
	$(VENV)/bin/python bench/inside.py

trials: $(VENV)/.dev
	$(VENV)/bin/python bench/trials.py
	DECKMOTOR_ALL_COMBINATIONS=1 $(VENV)/bin/pytest -q tests/typst/test_gallery_similarity.py

pictures: $(VENV)/.dev
	$(VENV)/bin/python docs/pictures.py
	$(VENV)/bin/python docs/gallery.py

clean:
	rm -rf build dist .cache $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
