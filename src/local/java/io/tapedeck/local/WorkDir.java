package io.tapedeck.local;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The folder where audio lies while it is worked on. */
@Singleton
class WorkDir {
    private final Path folder;

    WorkDir(io.tapedeck.function.Settings settings) {
        this.folder = settings.workDir();
    }

    /** Makes it, and clears it of what a process left behind that was killed. */
    void clear() throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }
}
