package io.tapedeck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The source file of a function, in whichever room it lies. */
record FunctionCode(Path file) {
    private static final Path SOURCES = Path.of("src", "main", "java");

    /** That of the function which is exported under this name. */
    static FunctionCode of(String export) {
        var name = export.substring(0, 1).toUpperCase(Locale.ROOT) + export.substring(1) + "Function.java";
        try (var files = Files.walk(SOURCES.resolve("io/tapedeck/function"))) {
            return new FunctionCode(
                    files.filter(file -> file.endsWith(name)).findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Class<?> type() {
        var path = SOURCES.relativize(file).toString();
        try {
            return Class.forName(
                    path.substring(0, path.length() - ".java".length()).replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
