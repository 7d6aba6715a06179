package io.tapedeck.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where audio lies while it is worked on, each attempt's in a folder of its own. One process uses it at a time. */
public final class WorkDir {
    private static final Logger LOG = System.getLogger(WorkDir.class.getName());
    private static final String PREFIX = "job";

    private final Path folder;

    private WorkDir(Path folder) {
        this.folder = folder;
    }

    /**
     * The folder, made if it is missing, without what the process before left behind if it was killed: on Lambda the next
     * one finds the same disk.
     */
    public static WorkDir cleared(Path folder) {
        try {
            Files.createDirectories(folder);
            try (var left = Files.newDirectoryStream(folder, PREFIX + "*")) {
                for (var attempt : left) {
                    delete(attempt);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WorkDir(folder);
    }

    /** An empty folder for an attempt. */
    Path open() throws IOException {
        return Files.createTempDirectory(folder, PREFIX);
    }

    /** Removes an attempt's folder. What cannot be removed is no reason to do the work again. */
    void close(Path attempt) {
        try {
            delete(attempt);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a folder of work could not be removed", e);
        }
    }

    private static void delete(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
