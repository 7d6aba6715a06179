package io.tapedeck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The text of source files. */
record Sources(List<String> files) {
    /** What is deployed. */
    static Sources main() {
        return in(Path.of("src", "main", "java"));
    }

    /** The Java files of a folder and those below it. */
    static Sources in(Path folder) {
        try (var files = Files.walk(folder)) {
            return new Sources(files.filter(file -> file.toString().endsWith(".java"))
                    .map(Sources::read)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first group of all that matches. */
    List<String> captured(String pattern) {
        var wanted = Pattern.compile(pattern);
        return files.stream()
                .flatMap(file -> wanted.matcher(file).results())
                .map(result -> result.group(1))
                .toList();
    }

    /** Whether any file has that text. */
    boolean have(String text) {
        return files.stream().anyMatch(file -> file.contains(text));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
