# Targets for people and CI. Everything lives in .venv; `make clean` removes it.
PYTHON ?= python3
BIN := .venv/bin

# compiled files beside the sources make every start quicker; some environments switch them off
unexport PYTHONDONTWRITEBYTECODE

.PHONY: instructions linear fuzz demo test test-editors vsix lint data docs figures bench clean lock train quality learning-curve corpus

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

demo: .venv/ready  ## set everything up and lint an example
	$(BIN)/okr-lint check examples/team.md --exit-zero

test: .venv/ready lint  ## set everything up and run the whole suite
	$(BIN)/python -m pytest -n auto

EDITOR_TESTS := tests/editors tests/browser tests/docs/test_site_in_browser.py

test-editors: .venv/ready  ## install real editors and a browser, and drive them (heavy: some minutes the first time)
	ci/install-browser.sh
	ci/install-editors.sh
	OKR_LINT_TEST_EDITORS=1 $(BIN)/python -m pytest -m "browser or not browser" $(EDITOR_TESTS)

vsix: ## the VS Code extension as dist/okr-lint.vsix
	ci/install-editors.sh extension
	tools/pack_vsix.sh

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/build_data.py --check
	$(BIN)/python tools/build_patterns.py --check

train: .venv/ready  ## rebuild models/ from corpus/ (some minutes)
	$(BIN)/okr-lint train corpus models
	$(BIN)/python -m tools.build_examples

quality: .venv/ready  ## measure on ../shared/real_okrs, write benchmarks/quality.md
	$(BIN)/python -m tools.quality_report

learning-curve: .venv/ready  ## figures by corpus size, and calibration, into benchmarks/
	$(BIN)/python -m tools.learning_curve

corpus: .venv/ready  ## validate corpus/, print counts and agreement
	$(BIN)/python -m tools.corpus.check

data: .venv/ready  ## compile rules and lexicons into rules/compiled.json
	$(BIN)/python tools/build_data.py

docs: .venv/ready  ## build the documentation, both languages, into site/
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict -q
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict -q -f mkdocs.zh.yml

figures: .venv/ready  ## refresh what pages show: figures from benchmarks/, outputs of commands
	$(BIN)/python tools/readme_figures.py
	$(BIN)/python tools/console_blocks.py --write

lock:  ## pin every dependency with its hash (no registry addresses in the file)
	uv pip compile -q --universal --generate-hashes --no-header --no-emit-index-url --python-version 3.11 --extra train --extra mcp --extra docs --group dev pyproject.toml -o requirements.lock

bench: .venv/ready  ## speed against other linters, on the same files, into benchmarks/speed.md (BENCH="--rounds 1": fewer)
	PYTHON=$(CURDIR)/$(BIN)/python ci/install-peers.sh
	$(BIN)/python benchmarks/bench.py $(BENCH) > benchmarks/speed.md.part
	mv benchmarks/speed.md.part benchmarks/speed.md
	$(BIN)/python benchmarks/doc_share.py

linear: .venv/ready  ## CPU time on hostile texts of up to a million characters (long)
	$(BIN)/python benchmarks/linear.py

instructions: .venv/ready  ## instructions per statement, counted by valgrind
	$(BIN)/python benchmarks/instructions.py

fuzz: .venv/ready  ## every fuzz target for a minute
	$(BIN)/python -c "import atheris" 2> /dev/null || $(BIN)/python -m pip install -q --disable-pip-version-check "atheris>=2.3"
	fuzz/run.sh 60

clean:
	rm -rf .venv dist build site
