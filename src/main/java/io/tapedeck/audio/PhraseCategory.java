package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A name for calls in which something is said.
 *
 * @param phrases plain text, of which one is enough; inflected forms of its words count, parts of words do not
 * @param speaker label or role of those who must say it; of anybody by default
 * @param absent whether it is meant for calls in which none of it is said
 */
public record PhraseCategory(String name, List<String> phrases, Optional<String> speaker, boolean absent) {
    public PhraseCategory {
        requireNonNull(name);
        phrases = List.copyOf(phrases);
        requireNonNull(speaker);
    }
}
