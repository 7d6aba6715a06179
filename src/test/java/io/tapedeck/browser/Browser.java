package io.tapedeck.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Chromium that does what a script of {@code src/test/browser} says, with the packages that "make test" has installed. */
public record Browser(String pages, String storage) {
    private static final Path SOURCES = Path.of("src", "test", "browser");
    private static final Path FOLDER = Path.of("target", "browser");
    private static final int SECONDS = 120;

    /**
     * Does what goes by that name in the script; what it says where it fails is the failure.
     *
     * @param details that it needs
     */
    public void does(String script, String name, String... details) throws IOException, InterruptedException {
        assertThat(FOLDER.resolve("node_modules"))
                .as("the browser's packages: run \"make browser\" first")
                .isDirectory();
        Files.write(FOLDER.resolve(script), Files.readAllBytes(SOURCES.resolve(script)));
        var output = Files.createTempFile(FOLDER, name, ".log");
        var command = new ArrayList<>(List.of("node", script, name, pages, storage, "screenshots"));
        command.addAll(List.of(details));
        var process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            var hasEnded = process.waitFor(SECONDS, TimeUnit.SECONDS);
            assertThat(hasEnded && process.exitValue() == 0)
                    .as(Files.readString(output, UTF_8))
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
