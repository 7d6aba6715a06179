package io.tapedeck.transcript;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is asked of an engine.
 *
 * @param language as BCP 47 has it; the engine finds out where there is none
 * @param speakers on one channel that are to be told apart
 * @param vocabulary words that it may not know otherwise
 */
public record Wishes(Optional<String> language, OptionalInt speakers, List<String> vocabulary) {
    public Wishes {
        vocabulary = List.copyOf(vocabulary);
    }

    /** The language without its country, such as {@code en}. */
    public Optional<String> baseLanguage() {
        return language.map(tag -> tag.split("-", 2)[0]);
    }
}
