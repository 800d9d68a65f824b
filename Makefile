# whojoined: build, try, check, install. `make` alone lists what there is.
SWIFT  ?= swift
PREFIX ?= /usr/local
STORY  ?= zoom-week

release = .build/release/whojoined
# The Swift run-time and most system libraries inside: starts in half the time and runs where no Swift is. libcsv (LGPL) stays outside.
# By default each generic type is asked for by its name at first use, and the run-time searches all conformances for it: a fifth of a `lesson`.
types_asked_directly = -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
# Information for debuggers is a fifth of the file; names of symbols stay, for a trace.
release_flags = -c release --static-swift-stdlib --product whojoined $(types_asked_directly) -Xlinker --strip-debug
sources = $(shell find Sources Templates Package.swift -type f)

.DEFAULT_GOAL := help
.PHONY: help setup build demo test golden docs pictures lint format bench torture install uninstall deb release check clean

help: ## list what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

setup: ## install the libraries that are missing (Debian, Ubuntu)
	@.ci/setup

build: setup $(release) ## build the program for use: .build/release/whojoined

$(release): $(sources)
	$(SWIFT) build $(release_flags) $$(.ci/static-libraries .build/static)
	@touch $@

demo: setup ## build, run a school's week on a copy of SampleData, show the lists (STORY=… another story)
	$(SWIFT) build --product whojoined
	@.ci/demo .build/debug/whojoined $(STORY)

test: setup ## run all tests (FILTER=… those of that name)
	$(SWIFT) test --quiet $(if $(FILTER),--filter "$(FILTER)")

golden: ## rewrite SampleData/*/expected from what the program does now; ends in failure, so read the diff
	WHOJOINED_GOLDEN=rewrite $(SWIFT) test --quiet --filter StoryTests

docs: ## build the pages as a web site: out/docs (to read it: python3 -m http.server -d out/docs)
	@.ci/docs out/docs

pictures: ## draw README's pictures anew from SampleData; ends in failure, so look at them
	WHOJOINED_GOLDEN=rewrite $(SWIFT) test --quiet --filter PictureTests

lint: ## check the code's form and where unsafe code stands
	$(SWIFT) format lint --strict --parallel -r Sources Tests Package.swift
	@.ci/lint

format: ## put the code into form
	$(SWIFT) format --in-place --parallel -r Sources Tests Package.swift

bench: build ## measure beside pandas, DuckDB and libcsv alone (PEERS=… a Python that has them)
	python3 Tests/Bench/bench.py $(release) $(if $(PEERS),--peers $(PEERS)) $(BENCH)

torture: build ## kill it, fill its disk, run it twice, mutate its input: takes about half an hour
	python3 Tests/Torture/torture.py $(release) $(TORTURE)

install: build ## install below PREFIX (/usr/local)
	@.packaging/install $(release) $(PREFIX)

uninstall: ## remove what install put below PREFIX
	@.packaging/uninstall $(PREFIX)

deb: build ## build a Debian package: out/whojoined_VERSION_ARCH.deb
	@.packaging/deb $(release) out

release: build ## build all that a school can fetch, and try each: out/ (ROOTS=… clean systems, as debootstrap makes them)
	@.packaging/release $(release) out
	@.packaging/try out $(ROOTS)

check: lint test ## lint and test

clean: ## remove what was built
	rm -rf .build out
