SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := run

VENV ?= .venv
PY := $(VENV)/bin/python
PYTHON ?= $(shell command -v python3.11 || command -v python3)
CHROMIUM ?= /usr/bin/chromium
SEEDS ?= 1
FRAMES ?= 1000000
# Files in their order: xdist would begin with those of most tests, and end with the longest.
SIDE_BY_SIDE := -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder
# Databases and folders of tests are in memory where there is room: what they wait for a disk tells nothing.
MEMORY := $(shell df --output=avail -m /dev/shm 2>/dev/null | awk 'NR > 1 && $$1 >= 4096 {print "/dev/shm"}')
PYTEST := $(if $(MEMORY),TMPDIR=$(MEMORY)) $(PY) -m pytest -q $(SIDE_BY_SIDE)
# Containers often forbid Python to keep what it has compiled: every server that a test starts would compile us again.
export PYTHONDONTWRITEBYTECODE =
export PORT ?= 5000
export HOST ?= 127.0.0.1

.PHONY: run test front grounds on-postgresql on-threading bench soak build lint lock clean format
.PHONY: system-run system-test system-bench system-soak

run: build  ## install, build, migrate, make the demo once, serve
	@$(VENV)/bin/facilitator migrate
	@$(VENV)/bin/facilitator demo
	@exec $(VENV)/bin/facilitator serve

# Many tests wait for a server or a browser: types and what is thought over without one take the time that is left.
test: system-run  ## everything: lint, types, unit, property, wire, migrations, browser, accessibility
	@$(MAKE) --no-print-directory -j 2 --output-sync build system-test
	@$(MAKE) --no-print-directory -j 2 --output-sync lint front & beside=$$!; found=0; \
	  $(PYTEST) || found=$$?; wait $$beside || found=$$?; exit $$found
	@$(MAKE) --no-print-directory -j 2 --output-sync grounds

# The wire again where the database or the server is another one (tests/ground.py). Both wait for servers and heartbeats.
grounds: on-postgresql on-threading

on-postgresql: build system-test
	@TESTS_ON=postgresql $(PYTEST) tests/live tests/api tests/migrations

on-threading: build system-test
	@TESTS_ON=threading $(PYTEST) tests/live

# Apart from all that is ours: nothing of it is looked at, packed or shipped.
.canvas/.locked: tests/benchmarks/canvas/package.json tests/benchmarks/canvas/package-lock.json | system-run
	@echo "Installing what the board is compared with …"
	@mkdir -p .canvas && cp tests/benchmarks/canvas/{package.json,package-lock.json,.npmrc} .canvas
	@cd .canvas && npm ci --no-audit --no-fund --loglevel=error >/dev/null
	@touch $@

bench: build system-bench .canvas/.locked  ## how fast, how heavy: 13 minutes, QUICK=1: 4; writes the tables of docs/performance.md
	@$(PY) -m tests.benchmarks

soak: build system-test system-soak  ## every fault by SEEDS seeds, and the controls; writes docs/reliability.md
	@$(PY) -m tests.hostile.fuzz --frames $(FRAMES)
	@$(PY) -m tests.faults.soak --seeds $(SEEDS) --page docs/reliability.md $(SOAK)

front: build
	@nice npm run --silent test

lint: build
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@nice $(VENV)/bin/mypy
	@nice npm run --silent lint
	@npm run --silent format:check
	@npm run --silent types

format: build  ## put the sources into their form
	@$(VENV)/bin/ruff check --fix .
	@$(VENV)/bin/ruff format .
	@npm run --silent format

# What the machine itself must have. Installed only where it is missing and we may; else the reader is told.
define install
	if [ "$${#need[@]}" -gt 0 ]; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installing $${need[*]} …"; \
	    apt-get update -qq; \
	    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$${need[@]}" >/dev/null </dev/null; \
	  else echo "Missing. As root: apt-get install $${need[*]}" >&2; exit 1; fi; fi
endef

system-run:
	@need=(); \
	{ test -x $(PY) || $(PYTHON) -c 'import ensurepip, venv'; } 2>/dev/null || need+=(python3-venv); \
	command -v npm >/dev/null || need+=(nodejs npm); \
	$(install)
	@node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)' || \
	  { echo "Node 20 or newer is needed; this is $$(node --version)." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; this is $$($(PYTHON) --version)." >&2; exit 1; }

system-soak:
	@need=(); \
	command -v strace >/dev/null || need+=(strace); \
	compgen -G '/usr/lib/*/faketime/libfaketime.so.1' >/dev/null || need+=(libfaketime); \
	$(install)

system-test:
	@need=(); \
	test -x $(CHROMIUM) || need+=(chromium); \
	fc-list 2>/dev/null | grep -qi dejavu || need+=(fonts-dejavu-core); \
	compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null || need+=(postgresql); \
	command -v redis-server >/dev/null || need+=(redis-server); \
	test -x /usr/sbin/nginx || need+=(nginx-light); \
	$(install)

system-bench:
	@need=(); \
	command -v gcc >/dev/null || need+=(gcc libc6-dev); \
	command -v taskset >/dev/null || need+=(util-linux); \
	$(install)

$(VENV)/.locked: requirements.lock | system-run
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	@echo "Installing Python packages …"
	@$(PY) -m pip install --disable-pip-version-check -qq --no-compile --require-hashes -r requirements.lock
	@$(PY) -m compileall -qq -j 0 $(VENV)/lib || true  # what cannot be compiled is not for this Python
	@touch $@

$(VENV)/.project: pyproject.toml $(VENV)/.locked
	@$(PY) -m pip install --disable-pip-version-check -qq --no-deps --no-build-isolation -e .
	@touch $@

node_modules/.locked: package.json package-lock.json .npmrc | system-run
	@echo "Installing the front end's packages …"
	@npm ci --no-audit --no-fund --loglevel=error >/dev/null
	@touch $@

FRONT := $(shell find static/src static/css templates -type f -not -name suomifi.css) $(wildcard static/*.mjs facilitator/methods/*.json)
static/dist/.built: node_modules/.locked vite.config.ts tsconfig.json $(FRONT)
	@npm run --silent build
	@touch $@

PO := $(wildcard facilitator/translations/*/LC_MESSAGES/*.po)
%.mo: %.po $(VENV)/.locked
	@$(VENV)/bin/pybabel -q compile -i $< -o $@

build: $(VENV)/.project static/dist/.built $(PO:.po=.mo)

lock:  ## newest versions that fit, with hashes and without addresses
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	@test -x $(VENV)/bin/uv || $(PY) -m pip install --disable-pip-version-check -qq uv
	@$(VENV)/bin/uv pip compile pyproject.toml --group dev --all-extras --generate-hashes --universal \
	  --python-version 3.11 --upgrade -q --custom-compile-command "make lock" -o requirements.lock
	@npm install --package-lock-only --no-audit --no-fund --loglevel=error

clean:  ## what can be made again; never instance/
	@rm -rf $(VENV) node_modules .canvas static/dist static/css/suomifi.css dist test-results
	@rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find facilitator -name '*.mo' -delete
