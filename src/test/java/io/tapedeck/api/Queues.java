package io.tapedeck.api;

import static org.awaitility.Awaitility.await;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The queues of notices and jobs, which keep a file for every message until it is dealt with. */
@Singleton
public class Queues {
    private final Path data;

    Queues(@ConfigProperty(name = "tapedeck.local.data-dir") Path data) {
        this.data = data;
    }

    /** Waits until everything that was sent has been dealt with. */
    public void awaitIdle() {
        await().atMost(Caller.PATIENCE)
                .until(() -> Stream.of("notifications", "jobs").allMatch(this::isEmpty));
    }

    private boolean isEmpty(String queue) {
        try (var files = Files.list(data.resolve(queue))) {
            return files.noneMatch(file -> file.toString().endsWith(".msg"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
