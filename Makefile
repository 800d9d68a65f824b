# whojoined: build, try, check, install. `make` alone lists what there is.
SWIFT  ?= swift
PREFIX ?= /usr/local
STORY  ?= zoom-week

release = .build/release/whojoined
sources = $(shell find Sources Package.swift -type f)

.DEFAULT_GOAL := help
.PHONY: help setup build demo test golden lint format bench torture install uninstall deb check clean

help: ## list what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

setup: ## install the libraries that are missing (Debian, Ubuntu)
	@.ci/setup

build: setup $(release) ## build the program for use: .build/release/whojoined

$(release): $(sources)
	$(SWIFT) build -c release --product whojoined
	@touch $@

demo: build ## build, run a school's week on a copy of SampleData, show the lists (STORY=… another story)
	@.ci/demo $(release) $(STORY)

test: ## run all tests
	$(SWIFT) test --quiet

golden: ## rewrite SampleData/*/expected from what the program does now; ends in failure, so read the diff
	WHOJOINED_GOLDEN=rewrite $(SWIFT) test --quiet --filter StoryTests

lint: ## check the code's form and where unsafe code stands
	$(SWIFT) format lint --strict --parallel -r Sources Tests Package.swift
	@.ci/lint

format: ## put the code into form
	$(SWIFT) format --in-place --parallel -r Sources Tests Package.swift

check: lint test ## lint and test

clean: ## remove what was built
	rm -rf .build out
