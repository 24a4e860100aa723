# Two commands matter: `make demo` shows the product, `make test` proves it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test setup setup-dev check lock clean

demo: setup            ## gather, prove and publish the example issue
	$(BIN)/watchdesk demo demo

test: setup-dev        ## the law and the tests
	./check

# Compiled at once, so that no start has to, not even where Python may write nothing.
setup: $(VENV)/.installed
	$(BIN)/python -m compileall -q src

setup-dev: $(VENV)/.installed-dev

# The digests in the lock file decide what is installed; nothing else may come along.
$(VENV)/.installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	./tools/debian-packages
	./tools/html-checker $(VENV)/vnu.jar
	$(BIN)/pip install --quiet --require-hashes --requirement requirements-dev.lock
	touch $@

lock:                  ## write both lock files anew (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra build --output-file requirements.lock
	uv pip compile pyproject.toml --universal --python-version 3.11 --extra build --extra dev --extra s3 --constraint requirements.lock --generate-hashes --no-emit-index-url --no-header --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) demo
