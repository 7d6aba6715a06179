package io.tapedeck.privacy.lexicon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** A list of words that is part of the program, one a line. */
final class WordList {
    private WordList() {}

    static Set<String> named(String file) {
        try (var stream = WordList.class.getResourceAsStream(file)) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new HashSet<>(text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
