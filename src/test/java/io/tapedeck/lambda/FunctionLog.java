package io.tapedeck.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a function has written: its lines, and what its JVM reported where that crashed. */
final class FunctionLog {
    private static final int TOLD = 40;

    private final Path file;
    private final String crash;

    /** @param folder where it lies, with those of other functions */
    FunctionLog(Path folder, String function) {
        this.file = folder.resolve(function + ".log");
        this.crash = function + ".crash.";
    }

    /** Where the function's output goes. */
    Path file() {
        return file;
    }

    /** Where a JVM that crashes reports why, as its option {@code ErrorFile} takes it. */
    String crashFile() {
        return file.resolveSibling(crash + "%p").toString();
    }

    /** The function's lines so far, which must be JSON, an object a line. */
    List<JsonNode> lines() {
        return read(file).stream()
                .map(line -> object(line)
                        .orElseThrow(() -> new AssertionError("no JSON object: %s; %s".formatted(line, told()))))
                .toList();
    }

    /** For the message of a failure: the last lines, those from the first that is no JSON on, and how reports of crashes begin. */
    String told() {
        var lines = read(file);
        var told = excerpt("the end of " + file, lines.subList(Math.max(0, lines.size() - TOLD), lines.size()));
        var strange = lines.stream().dropWhile(line -> object(line).isPresent()).toList();
        if (strange.size() > TOLD) {
            told.append(excerpt("what it says that is no JSON", strange));
        }
        crashes().forEach(report -> told.append(excerpt("the beginning of " + report, read(report))));
        return told.toString();
    }

    private List<Path> crashes() {
        try (var files = Files.list(file.getParent())) {
            return files.filter(each -> each.getFileName().toString().startsWith(crash))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StringBuilder excerpt(String what, List<String> lines) {
        var excerpt = new StringBuilder(what).append(":\n");
        lines.stream().limit(TOLD).forEach(line -> excerpt.append(line).append('\n'));
        return excerpt;
    }

    private static Optional<JsonNode> object(String line) {
        try {
            return Optional.of(Payload.parse(line)).filter(JsonNode::isObject);
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** The lines of a file; what is no UTF-8 is replaced, and there are none where it is not there. */
    private static List<String> read(Path file) {
        try {
            return Files.exists(file)
                    ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .lines()
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
