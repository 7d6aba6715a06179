# Tapedeck on one machine, and its package for AWS.
SHELL := /bin/bash
.DELETE_ON_ERROR:
.PHONY: run test lambda-test bench dev format web browser azurite package native layer speech whisper-cli whisper-layer validate cost deploy clean tools speech-tools web-tools browser-tools bench-tools

# A JDK of version 25 or later: JAVA_HOME, the one on the path, or one of the system's.
JDK = $(shell for home in "$$JAVA_HOME" "$$(readlink -f "$$(command -v javac)" | sed 's|/bin/javac||')" /usr/lib/jvm/*; do \
	grep -Eqs '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$$home/release" && [ -x "$$home/bin/javac" ] && echo "$$home" && break; done)
MVN = JAVA_HOME="$(JDK)" MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" mvn -B -ntp
SOURCES := $(shell find src/main src/local -type f) $(wildcard template.yaml) pom.xml

# What Vite has built goes into every artifact; this file of it is the last that is written.
WEB := target/web/assets.txt

MACHINE := $(patsubst aarch64,arm64,$(shell uname -m))

# Native executables are for this machine's processor unless ARCHITECTURE says x86_64 or arm64. The native-image at GRAALVM_HOME
# builds for the processor that it runs on; Quarkus' builder image does for both.
ARCHITECTURE ?= $(MACHINE)
NATIVE_IMAGE = $(if $(filter $(MACHINE),$(ARCHITECTURE)),$(wildcard $(GRAALVM_HOME:%=%/bin/native-image)))
CONTAINER = $(shell for tool in docker podman; do $$tool info >/dev/null 2>&1 && echo $$tool && break; done)
IN_CONTAINER = -Dquarkus.native.container-build=true -Dquarkus.native.container-runtime=$(CONTAINER) \
	-Dquarkus.native.builder-image=quay.io/quarkus/ubi9-quarkus-mandrel-builder-image:jdk-25 -Dquarkus.native.builder-image.pull=never \
	-Dquarkus.native.container-runtime-options=--platform=linux/$(ARCHITECTURE:x86_64=amd64)

# What runs and is tested: the layer's programs where "make layer" has built them, else the system's.
LAYER = $(CURDIR)/target/ffmpeg-layer/$(MACHINE)/bin
export FFMPEG ?= $(or $(wildcard $(LAYER)/ffmpeg),ffmpeg)
export FFPROBE ?= $(or $(wildcard $(LAYER)/ffprobe),ffprobe)

# What "make speech" has set up is found by itself. GIVEN_MODEL is what it is told.
SPEECH = $(CURDIR)/target/speech
GIVEN_MODEL := $(WHISPER_MODEL)
export WHISPER_CLI ?= $(or $(wildcard $(SPEECH)/$(MACHINE)/bin/whisper-cli),whisper-cli)
export WHISPER_MODEL ?= $(wildcard $(SPEECH)/model)

# The browser of the tests.
export CHROMIUM ?= /usr/bin/chromium

# Small enough for the whole process group to stay under 1 GiB while ffmpeg runs beside it.
JAVA_FLAGS := -Xmx384m -Xss512k -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:MaxMetaspaceSize=256m -XX:ReservedCodeCacheSize=64m \
	--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
	-Djava.util.logging.manager=org.jboss.logmanager.LogManager -Dvertx.disableURIValidation=true

JAVA = env MALLOC_ARENA_MAX=2 "$(JDK)/bin/java" $(JAVA_FLAGS) -jar target/tapedeck-runner.jar

run: tools web-tools target/tapedeck-runner.jar target/dynamodb-local/.stamp
	@exec $(JAVA)

test: tools speech-tools web browser azurite target/dynamodb-local/.stamp
	$(MVN) verify
	@awk -F, 'NR > 1 { missed += $$8; covered += $$9 } END { if (missed + covered) printf "Lines covered: %d of %d (%.1f %%), see target/jacoco-report\n", covered, missed + covered, 100 * covered / (missed + covered) }' target/jacoco-report/jacoco.csv

# Runs the packaged functions as Lambda does: those for its Java runtime, or BOOTSTRAP=path of a native executable or zip.
lambda-test: tools web target/dynamodb-local/.stamp $(if $(BOOTSTRAP),,package)
	rm -rf target/lambda-test
	$(MVN) -Dartifact=$(abspath $(or $(BOOTSTRAP),target/lambda/function.zip)) test

# One table of ratios; ONLY=name measures again what a row of it names. The functions are those of target/lambda/function.zip,
# made by "make native" where it is missing, or BOOTSTRAP=path of a native executable or zip.
bench: tools bench-tools web target/dynamodb-local/.stamp target/bench/node/.stamp target/tapedeck-runner.jar $(if $(filter-out storage move,$(ONLY)),,azurite) $(if $(BOOTSTRAP)$(filter-out coldStart warm compress transcribe analyze export,$(ONLY)),,target/lambda/function.zip)
	@rm -rf target/bench/table.md target/lambda-test
	$(MVN) -q -Pbench -Dartifact=$(abspath $(or $(BOOTSTRAP),target/lambda/function.zip)) -Dtest='*Bench#$(or $(ONLY),*)' test; \
		status=$$?; cat target/bench/table.md; exit $$status

target/bench/node/.stamp: $(wildcard src/bench/node/*)
	@mkdir -p $(@D)
	cp $^ $(@D)
	npm install --prefix $(@D) --no-package-lock --no-audit --no-fund --silent
	@touch $@

# Builds and starts again whenever a source changes. (Quarkus' own live coding wants a newer Maven than Debian's.)
dev: tools web-tools target/dynamodb-local/.stamp
	@trap 'kill $$pid 2>/dev/null; wait; exit 0' INT TERM; \
	while :; do \
		touch target/.dev; pid=; \
		if $(MAKE) -s target/tapedeck-runner.jar; then $(JAVA) & pid=$$!; fi; \
		until [ -n "$$(find src/main src/local src/web template.yaml pom.xml -newer target/.dev -print -quit)" ]; do sleep 1; done; \
		[ -z "$$pid" ] || { kill $$pid; wait $$pid; }; \
	done

format: tools
	$(MVN) -q spotless:apply

# The functions for Lambda's Java runtime; "native" for the one that template.yaml names.
# Quarkus packs the functions' classes as they were compiled, and again as it changed them: the latter are kept.
package: tools web
	$(MVN) -Dmaven.test.skip=true -Dlambda package
	rm -rf target/lambda/function && mkdir target/lambda/function
	cd target/lambda/function && "$(JDK)/bin/jar" -xf ../function.zip && "$(JDK)/bin/jar" -cMf ../function.zip *

# The same as a native executable. NATIVE_FLAGS=-Ob makes one that is slower, but sooner.
native: tools web
	@case "$(ARCHITECTURE)" in x86_64 | arm64) ;; *) echo "ARCHITECTURE can be x86_64 or arm64, not $(ARCHITECTURE)" >&2; exit 1 ;; esac
	@[ -n "$(NATIVE_IMAGE)$(CONTAINER)" ] || { echo "A native executable for $(ARCHITECTURE) needs GraalVM or Mandrel 25 at GRAALVM_HOME on such a machine, or docker or podman" >&2; exit 1; }
	$(MVN) -Dmaven.test.skip=true -Dlambda -Dquarkus.native.enabled=true $(if $(NATIVE_IMAGE),,$(IN_CONTAINER)) \
		$(NATIVE_FLAGS:%=-Dquarkus.native.additional-build-args-append=%) package

target/lambda/function.zip:
	$(MAKE) native

layer: target/ffmpeg-layer-x86_64.zip

target/ffmpeg-layer-x86_64.zip target/ffmpeg-layer-arm64.zip &: $(filter-out %.md,$(wildcard infra/ffmpeg-layer/*))
	infra/ffmpeg-layer/build.sh

# whisper on this machine: its program and a model. WHISPER_MODEL=path takes a model that is there, WHISPER_MODEL_URL=… another
# address, whose model is to have the hash WHISPER_MODEL_SHA1 where it is none of those that are published.
speech: whisper-cli
	@WHISPER_MODEL="$(GIVEN_MODEL)" infra/speech/model.sh

whisper-cli:
	@infra/speech/build.sh

# The same as a layer for Lambda, for both processors.
whisper-layer:
	@WHISPER_MODEL="$(GIVEN_MODEL)" infra/speech/layer.sh

TEMPLATES := template.yaml infra/watch.yaml

validate:
	@if command -v cfn-lint >/dev/null; then cfn-lint $(TEMPLATES); \
	else echo "cfn-lint is not installed: $(TEMPLATES) were not checked"; fi
	@if command -v sam >/dev/null; then for file in $(TEMPLATES); do sam validate --lint --template-file $$file || exit; done; fi

# What a thousand calls cost with the template's figures.
cost:
	@"$(JDK)/bin/java" infra/cost/Cost.java $(TEMPLATES) infra/cost

# Guided the first time, then with the answers in samconfig.toml; PARAMETERS='Name=value …' changes those that are named.
deploy:
	@JAR="$(JDK)/bin/jar" infra/deploy.sh

clean:
	rm -rf target

target/tapedeck-runner.jar: $(SOURCES) $(WEB)
	$(MVN) -q -DskipTests package
	@touch $@

# The browser that tests pages, with what drives it.
browser: web-tools browser-tools target/browser/node_modules

# Microsoft's own emulator of Azure Blob Storage, which the tests start.
azurite: web-tools target/azurite/node_modules

# Vite runs on Node 20.19 and later; Debian 12's own is older, and then one from npm goes before it.
NODE_VERSION := 22.23.3
NODE_RUNTIME := target/node/runtime
NODE_FITS = node -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 20 || major === 20 && minor > 18 ? 0 : 1)'

# The pages of src/web, built in a copy with its packages beside it.
web: web-tools $(WEB)

$(WEB): target/node/web/node_modules $(wildcard src/web/*)
	cp $(wildcard src/web/*) $(<D)
	@$(NODE_FITS) || npm install --no-save --prefix $(NODE_RUNTIME) --loglevel error node-linux-$(MACHINE:x86_64=x64)@$(NODE_VERSION)
	cd $(<D) && PATH="$(CURDIR)/$(NODE_RUNTIME)/node_modules/.bin:$$PATH" npm run --silent build -- --logLevel warn

target/node/web/node_modules: $(addprefix src/web/,package.json package-lock.json .npmrc)
target/browser/node_modules: $(addprefix src/test/browser/,package.json package-lock.json .npmrc)
target/azurite/node_modules: $(addprefix src/test/azurite/,package.json package-lock.json .npmrc)
target/node/web/node_modules target/browser/node_modules target/azurite/node_modules:
	@mkdir -p $(@D)
	cp $^ $(@D)
	npm ci --prefix $(@D) --loglevel error
	@touch $@

target/dynamodb-local/.stamp: src/local/dynamodb/pom.xml
	@rm -rf target/dynamodb-local
	$(MVN) -q -f $< dependency:copy-dependencies -DoutputDirectory=$(CURDIR)/target/dynamodb-local
	@touch $@

# Debian packages that are missing: installed by root, named to anybody else.
INSTALL = [ -z "$$missing" ] && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $$missing >/dev/null && exit 0; \
	fi; \
	echo "Please install:$$missing" >&2; exit 1

tools:
	@missing=""; \
	command -v mvn >/dev/null || missing="$$missing maven"; \
	command -v ffmpeg >/dev/null && command -v ffprobe >/dev/null || missing="$$missing ffmpeg"; \
	if [ -z "$(JDK)" ]; then missing="$$missing $$(apt-cache pkgnames 2>/dev/null | grep -Ex 'openjdk-25-jdk-headless|temurin-25-jdk' | head -n 1 | grep . || echo openjdk-25-jdk-headless)"; fi; \
	$(INSTALL)

# What the tests of speech run: an engine with its model, and a voice.
speech-tools:
	@missing=""; \
	command -v pocketsphinx_continuous >/dev/null || missing="$$missing pocketsphinx"; \
	[ -d /usr/share/pocketsphinx/model/en-us ] || missing="$$missing pocketsphinx-en-us"; \
	command -v flite >/dev/null || missing="$$missing flite"; \
	$(INSTALL)

# What builds the pages.
web-tools:
	@missing=""; \
	command -v npm >/dev/null || missing="$$missing nodejs npm"; \
	$(INSTALL)

# What the tests of pages run: a browser.
browser-tools:
	@missing=""; \
	[ -x "$(CHROMIUM)" ] || missing="$$missing chromium"; \
	$(INSTALL)

bench-tools:
	@missing=""; \
	command -v wrk >/dev/null || missing="$$missing wrk"; \
	command -v npm >/dev/null || missing="$$missing npm"; \
	command -v zip >/dev/null || missing="$$missing zip"; \
	/usr/bin/python3 -c 'import boto3' 2>/dev/null || missing="$$missing python3-boto3"; \
	$(INSTALL)
