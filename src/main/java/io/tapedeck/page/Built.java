package io.tapedeck.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What {@code make web} built, which lies beside the classes. */
final class Built {
    private Built() {}

    /** @throws IllegalStateException if it was not built */
    static String read(String name) {
        try (var file = Built.class.getResourceAsStream("/web/" + name)) {
            if (file == null) {
                throw new IllegalStateException("web/" + name + " is not in the artifact: run \"make web\" first.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
