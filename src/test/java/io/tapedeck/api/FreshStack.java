package io.tapedeck.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/** Gives every start of the stack a folder of its own, so that nothing is left of an earlier one. */
public class FreshStack implements QuarkusTestResourceLifecycleManager {
    private Path data;

    @Override
    public Map<String, String> start() {
        try {
            data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "stack");
            return Map.of("tapedeck.local.data-dir", data.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is still written to is left behind. */
    @Override
    public void stop() {
        try (var files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(FreshStack.class.getName()).log(System.Logger.Level.INFO, "not all was removed", e);
        }
    }
}
