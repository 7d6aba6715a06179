package io.tapedeck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** CloudFormation's and Lambda's limits, with all that the contract promises: functions to come must find room. */
class TemplateSizeTest {
    /** Of the 500 that a stack may have; what is between is for what nobody has thought of. */
    private static final int RESOURCES = 480;

    private static final int PARAMETERS_OR_OUTPUTS = 200;
    private static final int BYTES_OF_A_TEMPLATE = 1_000_000;
    private static final int BYTES_OF_AN_ENVIRONMENT = 4096;

    private static final Path MAIN = Path.of("template.yaml");
    private static final Path NESTED = Path.of("infra", "watch.yaml");

    private final SamTemplate template = new SamTemplate(MAIN);
    private final SamExpansion expansion = new SamExpansion(template);

    TemplateSizeTest() throws IOException {}

    @Test
    void everyOperationOfTheContractFindsRoom() throws IOException {
        var today = expansion.types().size();
        var aFunction = expansion.of(template.functions().get("Retrieve")).size();
        var toCome = unbuilt().size();

        assertThat(today + toCome * aFunction)
                .as("%d resources, and %d for each of %d operations to come", today, aFunction, toCome)
                .isLessThan(RESOURCES);
    }

    @Test
    void theNestedStackIsFarFromItsLimit() throws IOException {
        assertThat(new SamExpansion(new SamTemplate(NESTED)).types()).hasSizeLessThan(RESOURCES);
    }

    @Test
    void parametersAndOutputsAreFewEnough() throws IOException {
        for (var file : List.of(MAIN, NESTED)) {
            for (var section : List.of("Parameters", "Outputs")) {
                assertThat(new SamTemplate(file).section(section))
                        .as("%s of %s", section, file)
                        .hasSizeLessThan(PARAMETERS_OR_OUTPUTS);
            }
        }
    }

    /** SAM writes each function's common settings out: what comes of a template is less than three times as long. */
    @Test
    void bothTextsAreShortEnough() throws IOException {
        for (var file : List.of(MAIN, NESTED)) {
            assertThat(3 * Files.size(file)).as("%s", file).isLessThan(BYTES_OF_A_TEMPLATE);
        }
    }

    @Test
    void theRoutesOfEveryOperationFitIntoAnEnvironmentWithAllElse() throws IOException {
        var routes = Stream.concat(template.routes().stream(), unbuilt().stream())
                .map(Operation::key)
                .collect(joining(";"));
        var others = template.globals().get("Environment").toString();

        assertThat((routes + others).getBytes(UTF_8)).hasSizeLessThan(BYTES_OF_AN_ENVIRONMENT);
    }

    private List<Operation> unbuilt() throws IOException {
        var built = template.routes().stream().map(Operation::key).collect(toSet());
        return Operation.ofTheContract().stream()
                .filter(operation -> !built.contains(operation.key()))
                .toList();
    }
}
