# The same verbs for people and for CI. `make help` lists them.
.DEFAULT_GOAL := help
PYTHON ?= /usr/bin/python3
FUZZ_SECONDS ?= 60
JOBS ?= $(shell nproc)
BIN := build/release/onrecord

.PHONY: help deps release all demo test unit golden eval bench fuzz sanitize tsan format lint docs clean

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

deps: ## install what is needed from Debian's packages
	@tools/install-deps.sh

release: deps ## build build/release/onrecord, and nothing else
	@cmake --preset release >/dev/null
	@cmake --build build/release -j$(JOBS) --target onrecord

all: deps ## build the program, the tests and the benchmark
	@cmake --preset release $(CMAKE_OPTIONS) >/dev/null
	@cmake --build build/release -j$(JOBS)

demo: ## build, read the examples into a database, show the record
	@$(MAKE) --no-print-directory release
	@tools/demo.sh $(BIN)

test: all ## build and run every test
	@ctest --test-dir build/release --output-on-failure -j$(JOBS)

unit: all ## the fast tests only
	@ctest --test-dir build/release -L unit --output-on-failure -j$(JOBS)

golden: all ## rewrite what tests/golden and tests/cli expect; read the difference before you commit it
	@build/release/tests/golden_test --update
	@$(PYTHON) tests/cli/run_cases.py build/release build/release/tests/make_sample_db --update
	@git --no-pager diff --stat -- tests/golden tests/cli

eval: release ## score every layer on the development sets, beside the peers
	@$(PYTHON) eval/run.py --bin $(BIN)

bench: all ## words/s per core, peak memory, time per stage
	@$(PYTHON) bench/run.py

fuzz: ## run each fuzz target for FUZZ_SECONDS (60)
	@tools/install-deps.sh --dev
	@cmake --preset fuzz >/dev/null && cmake --build build/fuzz -j$(JOBS)
	@fuzz/run.sh $(FUZZ_SECONDS)

sanitize: deps ## all tests with address and undefined-behaviour sanitizers
	@cmake --preset dev >/dev/null && cmake --build build/dev -j$(JOBS)
	@ctest --test-dir build/dev --output-on-failure -j$(JOBS)

tsan: deps ## the tests with threads under the thread sanitizer
	@cmake --preset tsan >/dev/null && cmake --build build/tsan -j$(JOBS)
	@TSAN_OPTIONS=suppressions=$(CURDIR)/tests/tsan.supp ctest --test-dir build/tsan --output-on-failure -L 'unit|slow' -j$(JOBS)

format: ## clang-format every file
	@tools/install-deps.sh --dev
	@git ls-files '*.h' '*.cpp' '*.c' | xargs clang-format-14 -i

lint: ## formatting, clang-tidy, arrows between rooms
	@tools/install-deps.sh --dev
	@git ls-files '*.h' '*.cpp' '*.c' | xargs clang-format-14 --dry-run -Werror
	@$(PYTHON) tools/check_layers.py
	@cmake --preset tidy >/dev/null && cmake --build build/tidy -j$(JOBS)

docs: release ## rewrite the generated pages (CLI, errors, rules)
	@tools/generate-docs.sh $(BIN)

clean: ## remove the builds
	@rm -rf build
