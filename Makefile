# Tapedeck on one machine and for AWS. "make run" and "make test" need nothing but this file.
SHELL := /bin/bash
JAVA_HOME := $(or $(firstword $(wildcard /usr/lib/jvm/*-25-jdk-* /usr/lib/jvm/java-25-openjdk-* /usr/lib/jvm/*25*)),$(JAVA_HOME))
export JAVA_HOME
MVN := mvn -B -ntp
SOURCES := $(shell find src/main src/local -type f) pom.xml $(wildcard template.yaml)
JAVA_FLAGS := -Xmx384m -XX:+UseSerialGC -XX:MaxMetaspaceSize=256m --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dvertx.disableURIValidation=true -Djava.util.logging.manager=org.jboss.logmanager.LogManager

.PHONY: run test bench dev format package validate clean tools

run: tools target/tapedeck-runner.jar target/dynamodb-local/.stamp
	@exec $(JAVA_HOME)/bin/java $(JAVA_FLAGS) -jar target/tapedeck-runner.jar

test: tools target/dynamodb-local/.stamp
	$(MVN) verify

bench: tools target/dynamodb-local/.stamp
	$(MVN) -q -Pbench -Dtest='*Bench' test

dev: tools target/dynamodb-local/.stamp
	$(MVN) quarkus:dev

format: tools
	$(MVN) -q spotless:apply

package: tools
	$(MVN) -DskipTests -Dlambda package

validate:
	@if command -v cfn-lint >/dev/null; then cfn-lint template.yaml; else echo "cfn-lint is not installed: template.yaml was not checked"; fi

clean:
	rm -rf target

target/tapedeck-runner.jar: $(SOURCES)
	$(MVN) -q -DskipTests package
	@touch $@

target/dynamodb-local/.stamp: src/local/dynamodb/pom.xml
	$(MVN) -q -f $< dependency:copy-dependencies -DoutputDirectory=$(CURDIR)/target/dynamodb-local
	@touch $@

tools:
	@:
